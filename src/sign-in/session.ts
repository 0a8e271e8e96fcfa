import type { Actor, ShownSession } from '#access';
import { instantOf, type Clock, type Instant } from '#kernel';
import type { Tx } from './record.ts';
import { isFamily, needsSecondFactor, type SessionLengths } from './rules.ts';

/** Someone who is signed in, by which way, since when. */
export type Person = {
  readonly actor: Actor;
  readonly provider: string;
  readonly since: Instant;
  /** Key of the session: says which, and opens nothing. */
  readonly session: string;
};

const MINUTE = 60_000;

/** What a new session is made of. */
export type Begun = {
  readonly actor: string;
  readonly provider: string;
  readonly secondFactor: boolean;
  readonly subject?: string | undefined;
  readonly providerSession?: string | undefined;
};

/** Begins the session of `key`, which must be shown to the transaction, and ends the one that this browser had: a cookie planted before stays worthless. */
export async function beginSession(
  tx: Tx,
  clock: Clock,
  lengths: SessionLengths,
  { key, before, begun }: { readonly key: string; readonly before: string | undefined; readonly begun: Begun },
): Promise<void> {
  const { actor, provider, secondFactor, subject = null, providerSession = null } = begun;
  if (before !== undefined) await endHeld(tx, clock, [before], 'replaced');
  const at = clock.now();
  await tx
    .insertInto('access.session')
    .values({
      key,
      actor,
      provider,
      second_factor: secondFactor,
      subject,
      provider_session: providerSession,
      begun_at: at,
      seen_at: at,
      ends_at: instantOf(clock.milliseconds() + lengths.hours * 60 * MINUTE),
    })
    .execute();
}

/** Who a session is of, if it still holds: not too old, not idle too long, by a way that counts here. */
export function personOf(
  session: ShownSession,
  clock: Clock,
  lengths: SessionLengths,
  { key, accepts }: { readonly key: string; readonly accepts: (provider: string) => boolean },
): Person | undefined {
  const { actor, provider, begunAt: since } = session;
  const now = clock.milliseconds();
  if (now >= Date.parse(session.endsAt) || !accepts(provider)) return undefined;
  const idle = isFamily(actor.role) ? lengths.familyIdleMinutes : lengths.idleMinutes;
  if (now >= Date.parse(session.seenAt) + idle * MINUTE) return undefined;
  // Whoever has become staff since must show what staff show.
  const exempt = provider === 'demonstration' || session.secondFactor;
  if (!exempt && needsSecondFactor(actor.role)) return undefined;
  return { actor, provider, since, session: key };
}

/** Whether it is a minute or more since this was last written of a session: not each page writes it. */
export function isSeenAnew(session: ShownSession, clock: Clock): boolean {
  return clock.milliseconds() >= Date.parse(session.seenAt) + MINUTE;
}

export async function writeSeen(tx: Tx, clock: Clock, key: string): Promise<void> {
  await tx.updateTable('access.session').set({ seen_at: clock.now() }).where('key', '=', key).execute();
}

/** Ends open sessions whose key, subject or session at the provider was shown. Says whose they were. */
export async function endHeld(
  tx: Tx,
  clock: Clock,
  held: readonly string[],
  because: 'signed-out' | 'replaced' | 'provider',
): Promise<readonly { readonly actor: string; readonly provider: string }[]> {
  return tx
    .updateTable('access.session')
    .set({ ended_at: clock.now(), ended_because: because })
    .where((where) =>
      where.or([where('key', 'in', held), where('subject', 'in', held), where('provider_session', 'in', held)]),
    )
    .where('ended_at', 'is', null)
    .returning(['actor', 'provider'])
    .execute();
}
