import { createPrivateKey } from 'node:crypto';
import * as openid from 'openid-client';
import { providerSessionKey, subjectKey } from './key.ts';
import { isLoopback } from './providers-file.ts';
import { showsSecondFactor, type Provider } from './provider.ts';

/** What a provider vouched for, checked. */
export type Vouched = {
  readonly subject: string;
  readonly providerSession: string | undefined;
  readonly secondFactor: boolean;
};

export type Answered =
  { readonly kind: 'vouched'; readonly vouched: Vouched } | { readonly kind: 'declined' | 'not-valid' | 'unreachable' };

/** One provider spoken to: what it says of itself is asked for when it is first needed, and again where that failed. */
export type OpenId = {
  readonly provider: Provider;
  /** The address at the provider, and what its answer must match; undefined where the provider cannot be reached. */
  readonly ask: (redirectTo: URL) => Promise<Asked | undefined>;
  /** `address`: where the provider sent the browser back to, under our own origin. */
  readonly answer: (address: URL, expected: Expected) => Promise<Answered>;
  /** Where the person can sign out at the provider too, if it offers that. */
  readonly endAddress: (backTo: URL) => Promise<URL | undefined>;
  /** The provider’s keys and issuer, for what it sends without a browser. */
  readonly about: () => Promise<{ readonly issuer: string; readonly keys: URL } | undefined>;
};

export type Expected = { readonly state: string; readonly nonce: string; readonly verifier: string };
export type Asked = Expected & { readonly address: URL };

/** Clocks of two machines differ: by this much a token may be too new or too old. */
const TOLERANCE_SECONDS = 30;
const TIMEOUT_SECONDS = 10;

export function openIdOf(provider: Provider): OpenId {
  let discovered: Promise<openid.Configuration> | undefined;
  const configuration = async (): Promise<openid.Configuration | undefined> => {
    discovered ??= discover(provider);
    try {
      return await discovered;
    } catch {
      discovered = undefined; // the next sign-in asks again
      return undefined;
    }
  };
  return {
    provider,
    ask: async (redirectTo) => {
      const config = await configuration();
      if (!config) return undefined;
      const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()];
      const address = openid.buildAuthorizationUrl(config, {
        ...provider.parameters,
        redirect_uri: redirectTo.href,
        scope: provider.scopes.join(' '),
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { state, nonce, verifier, address };
    },
    answer: async (address, expected) => {
      const config = await configuration();
      return config ? exchange(provider, config, address, expected) : { kind: 'unreachable' };
    },
    endAddress: async (backTo) => {
      const config = await configuration();
      if (config?.serverMetadata().end_session_endpoint === undefined) return undefined;
      return openid.buildEndSessionUrl(config, { post_logout_redirect_uri: backTo.href });
    },
    about: async () => {
      const { issuer, jwks_uri } = (await configuration())?.serverMetadata() ?? {};
      return issuer === undefined || jwks_uri === undefined ? undefined : { issuer, keys: new URL(jwks_uri) };
    },
  };
}

async function discover(provider: Provider): Promise<openid.Configuration> {
  const issuer = new URL(provider.issuer);
  const { idTokenAlgorithm } = provider;
  const config = await openid.discovery(
    issuer,
    provider.clientId,
    {
      [openid.clockTolerance]: TOLERANCE_SECONDS,
      ...(idTokenAlgorithm === undefined ? {} : { id_token_signed_response_alg: idTokenAlgorithm }),
    },
    await clientAuthentication(provider),
    { timeout: TIMEOUT_SECONDS, ...(isLoopback(issuer) ? { execute: [openid.allowInsecureRequests] } : {}) },
  );
  // TLS to the provider would be enough by the standard (OpenID Connect Core 1.0, 3.1.3.7); the signature is checked too.
  openid.enableNonRepudiationChecks(config);
  return config;
}

async function clientAuthentication(provider: Provider): Promise<openid.ClientAuth> {
  switch (provider.authentication) {
    case 'client_secret_basic':
      return openid.ClientSecretBasic(provider.secret);
    case 'client_secret_post':
      return openid.ClientSecretPost(provider.secret);
    case 'private_key_jwt':
      return openid.PrivateKeyJwt(await privateKey(provider));
  }
}

const KEYS = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;

/** The secret of `private_key_jwt` is a private key as PEM. */
async function privateKey({ secret, keyAlgorithm }: Provider): Promise<openid.CryptoKey> {
  const pkcs8 = createPrivateKey(secret).export({ type: 'pkcs8', format: 'der' });
  return crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), KEYS[keyAlgorithm], false, ['sign']);
}

/** Errors say what was wrong and may hold what was sent: only which kind of failure it was goes on from here. */
async function exchange(
  provider: Provider,
  config: openid.Configuration,
  address: URL,
  { state, nonce, verifier }: Expected,
): Promise<Answered> {
  try {
    const tokens = await openid.authorizationCodeGrant(config, address, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return { kind: 'not-valid' };
    const sid = claims['sid'];
    return {
      kind: 'vouched',
      vouched: {
        subject: subjectKey(claims.iss, claims.sub),
        providerSession: typeof sid === 'string' ? providerSessionKey(claims.iss, sid) : undefined,
        secondFactor: showsSecondFactor(provider, claims),
      },
    };
  } catch (error) {
    if (error instanceof openid.AuthorizationResponseError) return { kind: 'declined' };
    // `fetch` itself throws a TypeError where nothing answers.
    const unreachable = error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError');
    return { kind: unreachable ? 'unreachable' : 'not-valid' };
  }
}
