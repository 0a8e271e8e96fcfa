import { Refusal } from '#kernel';
import { readProviders, type SignInSettings } from '#sign-in';

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
  const { KITH_ORIGIN = '', KITH_HOST = '', KITH_PROVIDERS = '' } = environment;
  const origin = KITH_ORIGIN === '' ? undefined : originOf(KITH_ORIGIN);
  const settings = KITH_PROVIDERS === '' ? undefined : await readProviders(KITH_PROVIDERS, (name) => environment[name]);
  const hostname = KITH_HOST === '' ? LOOPBACK : KITH_HOST;
  if (!LOOPBACK_NAMES.test(hostname) && (origin === undefined || settings === undefined)) {
    throw new Refusal(
      'serve/host',
      `KITH_HOST is ${hostname}, so other machines could reach Kith. Set KITH_ORIGIN to the address that browsers use, and KITH_PROVIDERS to the file of providers to sign in with; or leave KITH_HOST out.`,
    );
  }
  return { origin, hostname, settings };
}

function originOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fits =
    url !== undefined &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_NAMES.test(url.hostname))) &&
    url.href === `${url.origin}/`;
  if (fits) return url;
  throw new Refusal(
    'serve/origin',
    'KITH_ORIGIN is not an address that Kith can be reached at. Write it like https://kith.example.org, without a path; http is for this machine only.',
  );
}
