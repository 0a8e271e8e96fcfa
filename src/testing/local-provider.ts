import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseProviders, type SignInSettings } from '#sign-in';

/** A provider of OpenID Connect that runs here, for tests: a real one, which signs in whoever the test says. */
export type LocalProvider = {
  readonly issuer: string;
  /** Who signs in next, and how it was proved. */
  next: { subject: string; amr: readonly string[] };
  readonly close: () => Promise<void>;
};

export const CLIENT = { id: 'kith', secret: 'a-secret-of-the-test' };

/** One that knows Kith at `kith` under the provider’s id `local`. */
export async function openLocalProvider(kith: string): Promise<LocalProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end();
  const server = createServer((request, response) => handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the provider has no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const local: LocalProvider = {
    issuer,
    next: { subject: 'nobody', amr: ['pwd', 'mfa'] },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const { default: Provider } = await import('oidc-provider'); // it says on loading that it would like a newer Node
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${kith}/sign-in/callback/local`],
        post_logout_redirect_uris: [`${kith}/signed-out`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'acr', 'amr'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    cookies: { keys: ['a key of the test'] },
  });
  const answer = provider.callback();
  handle = (request, response) => {
    if (!(request.url ?? '').startsWith('/interaction/')) return void answer(request, response);
    const { subject, amr } = local.next;
    void provider.interactionFinished(request, response, { login: { accountId: subject, amr: [...amr] } });
  };
  return local;
}

/** The settings of an area whose staff sign in at these issuers, `local` and so on by their names. */
export function settingsFor(issuers: Readonly<Record<string, string>>, more: object = {}): SignInSettings {
  const providers = Object.entries(issuers).map(([id, issuer]) => ({
    id,
    title: `The ${id} provider`,
    issuer,
    clientId: CLIENT.id,
    secretIn: 'SECRET',
    for: 'staff',
    secondFactor: { amr: ['mfa'] },
  }));
  return parseProviders('a test', JSON.stringify({ providers, ...more }), () => CLIENT.secret);
}
