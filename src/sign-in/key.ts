import { createHash } from 'node:crypto';
import { randomSecret } from '#kernel';

/** What the records keep of a secret: enough to know it again, and nothing to show it with. */
export function keyOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A secret that nobody has seen, and what the records will know it by. */
export function newSecret(): { readonly secret: string; readonly key: string } {
  const secret = randomSecret();
  return { secret, key: keyOf(secret) };
}

/** Of a provider’s subject: with its issuer, so that another issuer’s subject of the same name is another person. */
export function subjectKey(issuer: string, subject: string): string {
  return keyOf(`subject\n${issuer}\n${subject}`);
}

/** Of a person’s session at the provider, by which the provider may end ours. */
export function providerSessionKey(issuer: string, session: string): string {
  return keyOf(`session\n${issuer}\n${session}`);
}
