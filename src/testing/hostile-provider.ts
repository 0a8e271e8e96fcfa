import { once } from 'node:events';
import { createServer } from 'node:http';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { CLIENT } from './local-provider.ts';

/** A provider that sends whatever a test has it send: to see that what does not hold is refused. */
export type HostileProvider = {
  readonly issuer: string;
  /** Makes the token that is sent next for the nonce it was asked with; undefined: an honest one. */
  forge: ((honest: Claims, sign: Sign) => Promise<string>) | undefined;
  readonly sign: Sign;
  /** Signed with a key that the provider’s document does not have. */
  readonly signWithAnother: Sign;
  readonly close: () => Promise<void>;
  nonce: string;
};

/** Also such as no library would make. */
type Claims = Readonly<Record<string, unknown>>;
type Sign = (claims: Claims) => Promise<string>;

export async function openHostileProvider(): Promise<HostileProvider> {
  const own = await generateKeyPair('RS256', { extractable: true });
  const another = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(own.publicKey)), alg: 'RS256', use: 'sig', kid: 'one' };
  const signer =
    (key: CryptoKey): Sign =>
    (claims) =>
      new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
  const server = createServer((request, response) => {
    const answer = async (): Promise<unknown> => {
      if (request.url === '/.well-known/openid-configuration') {
        return {
          issuer: provider.issuer,
          authorization_endpoint: `${provider.issuer}/authorize`,
          token_endpoint: `${provider.issuer}/token`,
          jwks_uri: `${provider.issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
          authorization_response_iss_parameter_supported: true,
        };
      }
      if (request.url === '/jwks') return { keys: [jwk] };
      const now = Math.floor(Date.now() / 1000);
      const honest = {
        iss: provider.issuer,
        sub: 'mallory',
        aud: CLIENT.id,
        iat: now,
        exp: now + 300,
        nonce: provider.nonce,
        amr: ['mfa'],
        sid: 'session-of-mallory',
      };
      const id_token = await (provider.forge ?? ((claims, sign) => sign(claims)))(honest, provider.sign);
      return { access_token: 'unused', token_type: 'Bearer', expires_in: 60, id_token };
    };
    response.setHeader('Content-Type', 'application/json');
    void answer().then((body) => response.end(JSON.stringify(body)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the provider has no port');
  const provider: HostileProvider = {
    issuer: `http://127.0.0.1:${address.port}`,
    forge: undefined,
    nonce: '',
    sign: signer(own.privateKey),
    signWithAnother: signer(another.privateKey),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return provider;
}
