import { Refusal } from '#kernel';
import { readProviders, type SignInSettings } from '#sign-in';
import { readSettings, refuseUnknown } from './settings.ts';

/** Who can reach the pages and how they sign in, as the environment says it. */
export type Reach = {
  /** Where browsers reach this Kith; undefined: at this machine only. */
  readonly origin: URL | undefined;
  /** Where the process listens. */
  readonly hostname: string;
  /** Undefined where no way to sign in is configured. */
  readonly settings: SignInSettings | undefined;
};

export const LOOPBACK = '127.0.0.1';
const LOOPBACK_NAMES = /^(localhost|127\.0\.0\.1|\[::1\]|::1)$/;

/** Reads KITH_ORIGIN, KITH_HOST and KITH_PROVIDERS, and refuses what would let in people who cannot sign in. */
export async function readReach(environment: NodeJS.ProcessEnv): Promise<Reach> {
  const { KITH_ORIGIN, KITH_HOST: hostname = LOOPBACK, KITH_PROVIDERS } = readSettings(environment);
  const origin = KITH_ORIGIN === undefined ? undefined : new URL(KITH_ORIGIN);
  const named = new Set<string>();
  const secretOf = (name: string): string | undefined => {
    named.add(name);
    return environment[name];
  };
  const settings = KITH_PROVIDERS === undefined ? undefined : await readProviders(KITH_PROVIDERS, secretOf);
  refuseUnknown(environment, named);
  if (!LOOPBACK_NAMES.test(hostname) && (origin === undefined || settings === undefined)) {
    throw new Refusal(
      'serve/host',
      `KITH_HOST is ${hostname}, so other machines could reach Kith. Set KITH_ORIGIN to the address that browsers use, and KITH_PROVIDERS to the file of providers to sign in with; or leave KITH_HOST out.`,
    );
  }
  return { origin, hostname, settings };
}
