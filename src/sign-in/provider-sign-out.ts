import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { providerSessionKey, subjectKey } from './key.ts';
import type { OpenId } from './openid.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const claimsOf = z.object({
  iss: z.string(),
  sub: z.string().optional(),
  sid: z.string().optional(),
  jti: z.string(),
  events: z.record(z.string(), z.unknown()),
});

/**
 * Reads a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6) and gives the keys of the sessions it is
 * about: one session at the provider, or all of a subject’s. Undefined where it does not hold.
 */
export function logoutTokens(openId: OpenId): (token: string) => Promise<readonly string[] | undefined> {
  let keys: JWTVerifyGetKey | undefined;
  return async (token) => {
    const about = await openId.about();
    if (!about) return undefined;
    keys ??= createRemoteJWKSet(about.keys, { timeoutDuration: 10_000 });
    const verified = await jwtVerify(token, keys, {
      issuer: about.issuer,
      audience: openId.provider.clientId,
      clockTolerance: 30,
      maxTokenAge: 300,
    }).catch(() => undefined);
    const claims = verified && claimsOf.safeParse(verified.payload).data;
    // A token with a nonce is one for signing in: it must not sign out.
    if (!claims || !(EVENT in claims.events) || 'nonce' in verified.payload) return undefined;
    if (claims.sid !== undefined) return [providerSessionKey(claims.iss, claims.sid)];
    return claims.sub === undefined ? undefined : [subjectKey(claims.iss, claims.sub)];
  };
}
