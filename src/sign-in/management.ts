import { endInvitations, singleUser } from '#access';
import { instantOf, Refusal, type Clock, type Instant } from '#kernel';
import { sql } from 'kysely';
import { newSecret } from './key.ts';
import { recordDeed, type Tx } from './record.ts';
import { INVITATION_DAYS } from './rules.ts';

// All of this needs a `tx` acting for `access-management`: the policies let nobody else.

export type OpenSession = {
  readonly key: string;
  readonly actor: string;
  readonly provider: string;
  readonly begun_at: Instant;
  readonly seen_at: Instant;
};

/** One actor and how it may sign in. */
export type SignInWays = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly ended: boolean;
  /** Providers by which it is known, and `passkey` once for each passkey. */
  readonly ways: readonly string[];
  /** An invitation that nobody has used yet. */
  readonly invited: boolean;
  readonly sessions: readonly OpenSession[];
};

/** Every person by name, and how each may sign in. The single user is whoever has the machine, and signs in nowhere. */
export async function listWays(tx: Tx, clock: Clock): Promise<readonly SignInWays[]> {
  const actors = await tx
    .selectFrom('access.actor')
    .select(['id', 'name', 'role', 'ended_at'])
    .where('id', '<>', singleUser.id)
    .execute();
  const identities = await tx
    .selectFrom('access.identity')
    .select(['actor', 'provider'])
    .where('ended_at', 'is', null)
    .execute();
  const passkeys = await tx.selectFrom('access.passkey').select('actor').where('ended_at', 'is', null).execute();
  const invitations = await tx
    .selectFrom('access.invitation')
    .select('actor')
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .execute();
  const sessions = await tx
    .selectFrom('access.session')
    .select(['key', 'actor', 'provider', 'begun_at', 'seen_at'])
    .where('ended_at', 'is', null)
    .where('ends_at', '>', clock.now())
    .orderBy('begun_at', 'desc')
    .execute();
  return actors
    .map(({ id, name, role, ended_at }) => ({
      id,
      name,
      role,
      ended: ended_at !== null,
      ways: [
        ...identities.filter((one) => one.actor === id).map(({ provider }) => provider),
        ...passkeys.filter((one) => one.actor === id).map(() => 'passkey'),
      ],
      invited: invitations.some((one) => one.actor === id),
      sessions: sessions.filter((one) => one.actor === id),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.id.localeCompare(b.id));
}

/**
 * The code of a new invitation, to be shown once: nothing here can say it again. Older ones of the actor end, and the
 * record says for good who made it. Whoever has the code becomes the actor, so somebody who has a way to sign in already
 * is not invited: a second self beside theirs would be seen by nobody. Throws `Refusal` `sign-in/has-a-way`.
 */
export async function invite(tx: Tx, clock: Clock, actor: string): Promise<string> {
  const at = clock.now();
  await endInvitations(tx, clock, actor);
  if (await hasWay(tx, actor)) {
    throw new Refusal(
      'sign-in/has-a-way',
      'This person has a way to sign in already, and an invitation would make whoever holds it this person too. End all their ways to sign in first: they are then signed out, and it is on the record.',
    );
  }
  const { secret, key } = newSecret();
  const expires_at = instantOf(clock.milliseconds() + INVITATION_DAYS * 86_400_000);
  await tx
    .insertInto('access.invitation')
    .values({ key, actor, made_by: sql<string>`access.me()`, made_at: at, expires_at })
    .execute();
  await recordDeed(tx, clock, 'invited', actor);
  return secret;
}

async function hasWay(tx: Tx, actor: string): Promise<boolean> {
  for (const table of ['access.identity', 'access.passkey'] as const) {
    const way = tx.selectFrom(table).select('since').where('actor', '=', actor).where('ended_at', 'is', null);
    if (await way.limit(1).executeTakeFirst()) return true;
  }
  return false;
}

/** From now on the actor signs in with none of the ways it had, and with no invitation that was made before. */
export async function endWays(tx: Tx, clock: Clock, actor: string): Promise<void> {
  for (const table of ['access.identity', 'access.passkey'] as const) {
    const open = tx.updateTable(table).where('actor', '=', actor).where('ended_at', 'is', null);
    await open.set({ ended_at: clock.now() }).execute();
  }
  await endInvitations(tx, clock, actor);
  await recordDeed(tx, clock, 'ways-ended', actor);
}

/** Signs out at once: one session, all of a person’s, or everyone’s. Says how many. */
export async function revokeSessions(
  tx: Tx,
  clock: Clock,
  which: { readonly session: string } | { readonly actor: string } | 'all',
): Promise<number> {
  const open = tx
    .updateTable('access.session')
    .set({ ended_at: clock.now(), ended_because: 'revoked' })
    .where('ended_at', 'is', null);
  if (which === 'all') return Number((await open.executeTakeFirst()).numUpdatedRows);
  const chosen = 'actor' in which ? open.where('actor', '=', which.actor) : open.where('key', '=', which.session);
  return Number((await chosen.executeTakeFirst()).numUpdatedRows);
}
