import { instantOf, type Clock } from '#kernel';
import type { Tx } from './record.ts';
import { PENDING_MINUTES } from './rules.ts';

/** A sign-in that has begun in one browser: what the answer must match. */
export type Pending = {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  /** Key of an invitation shown before. */
  readonly invitation: string | undefined;
};

/** Keeps it under a key of which the browser’s cookie is the secret; the key must be shown to the transaction. */
export async function keepPending(tx: Tx, clock: Clock, key: string, pending: Pending): Promise<void> {
  const { provider, state, nonce, verifier, returnTo, invitation = null } = pending;
  await tx
    .insertInto('access.pending_sign_in')
    .values({
      key,
      provider,
      state,
      nonce,
      verifier,
      return_to: returnTo,
      invitation,
      made_at: clock.now(),
      expires_at: instantOf(clock.milliseconds() + PENDING_MINUTES * 60_000),
    })
    .execute();
}

/** Takes a begun sign-in away for good, whatever comes of it: an answer counts once. Undefined where it is too old. */
export async function takePending(tx: Tx, clock: Clock, key: string): Promise<Pending | undefined> {
  const row = await tx
    .deleteFrom('access.pending_sign_in')
    .where('key', '=', key)
    .returning(['provider', 'state', 'nonce', 'verifier', 'return_to', 'invitation', 'expires_at'])
    .executeTakeFirst();
  if (!row || Date.parse(row.expires_at) <= clock.milliseconds()) return undefined;
  const { provider, state, nonce, verifier, return_to, invitation } = row;
  return { provider, state, nonce, verifier, returnTo: return_to, invitation: invitation ?? undefined };
}

/** Removes sign-ins that nobody came back from, and sessions over for more than a day. */
export async function clearExpired(tx: Tx, clock: Clock): Promise<void> {
  const yesterday = instantOf(clock.milliseconds() - 86_400_000);
  await tx.deleteFrom('access.pending_sign_in').where('expires_at', '<', clock.now()).execute();
  await tx.deleteFrom('access.session').where('ends_at', '<', yesterday).execute();
}
