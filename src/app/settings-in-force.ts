import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { STORE_IN_FOLDER } from '#exchange/area-files';
import type { SettingsInForce } from '#rights';
import { readProviders } from '#sign-in';
import type { AreaFolder, Records } from '#store';
import { sealsFolder } from './seals-folder.ts';
import { readSettings, refuseUnknown } from './settings.ts';

/**
 * What this process is set to, as an impact assessment tells it. Secrets are not asked for: whoever assesses need not
 * have them.
 */
export async function settingsInForce(
  area: AreaFolder,
  { login }: Pick<Records, 'login'>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<SettingsInForce> {
  const { KITH_ORIGIN, KITH_PROVIDERS } = readSettings(environment);
  const named = new Set<string>();
  const secretOf = (name: string): string => {
    named.add(name);
    return 'not asked for';
  };
  const settings = KITH_PROVIDERS === undefined ? undefined : await readProviders(KITH_PROVIDERS, secretOf);
  refuseUnknown(environment, named);
  return {
    records: login.unbound === 'embedded' ? 'embedded' : login.unbound === undefined ? 'bound' : 'not-bound',
    sealsApart: await standsApart(sealsFolder(area), area.path),
    origin: KITH_ORIGIN,
    signIn: settings && {
      providers: settings.providers.map(({ title, issuer, for: audience, secondFactor }) => ({
        title,
        issuer,
        for: audience,
        secondFactor: Object.values(secondFactor).some((values) => (values?.length ?? 0) > 0),
      })),
      passkeys: settings.passkeys,
      ...settings.lengths,
    },
  };
}

/** Whether the seals are outside the area’s folder, in which its store may be a folder of its own. Links are followed. */
async function standsApart(seals: string, store: string): Promise<boolean> {
  const [from, to] = await Promise.all(
    [basename(store) === basename(STORE_IN_FOLDER) ? dirname(store) : store, seals].map((path) =>
      // A folder that is not made yet is no link.
      realpath(path).catch(() => path),
    ),
  );
  const way = relative(from ?? store, to ?? seals);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}
