import { knownAs, type Actor } from '#access';
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

/** Who asks with this session, if it still holds: not ended, not too old, not idle too long, its actor as it is now. */
export async function findPerson(
  tx: Tx,
  clock: Clock,
  lengths: SessionLengths,
  { key, accepts }: { readonly key: string; readonly accepts: (provider: string) => boolean },
): Promise<Person | undefined> {
  const session = await tx
    .selectFrom('access.session')
    .select(['actor', 'provider', 'second_factor', 'begun_at', 'seen_at', 'ends_at'])
    .where('key', '=', key)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  const now = clock.milliseconds();
  if (!session || now >= Date.parse(session.ends_at) || !accepts(session.provider)) return undefined;
  const actor = await knownAs(tx, session.actor);
  if (!actor) return undefined;
  const idle = isFamily(actor.role) ? lengths.familyIdleMinutes : lengths.idleMinutes;
  const seen = Date.parse(session.seen_at);
  if (now >= seen + idle * MINUTE) return undefined;
  // Whoever has become staff since must show what staff show.
  const exempt = session.provider === 'demonstration' || session.second_factor;
  if (!exempt && needsSecondFactor(actor.role)) return undefined;
  if (now >= seen + MINUTE) {
    await tx.updateTable('access.session').set({ seen_at: clock.now() }).where('key', '=', key).execute();
  }
  return { actor, provider: session.provider, since: session.begun_at, session: key };
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
