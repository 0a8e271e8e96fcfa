import { relative } from 'node:path';
import type { SettingsInForce } from '#rights';
import { readProviders } from '#sign-in';
import type { AreaFolder, Records } from '#store';
import { sealsFolder } from './seals-folder.ts';
import { readSettings } from './settings.ts';

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
  const settings =
    KITH_PROVIDERS === undefined ? undefined : await readProviders(KITH_PROVIDERS, () => 'not asked for');
  return {
    records: login.unbound === 'embedded' ? 'embedded' : login.unbound === undefined ? 'bound' : 'not-bound',
    sealsApart: relative(area.path, sealsFolder(area)).startsWith('..'),
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
