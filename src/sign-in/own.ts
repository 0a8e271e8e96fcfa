import type { Clock, Instant } from '#kernel';
import type { OpenSession } from './management.ts';
import { listSignIns, type SignInRow, type Tx } from './record.ts';
import type { Person } from './session.ts';

/** What somebody who is signed in sees of how they are known here: what is not theirs they can tell. */
export type OwnSignIn = {
  readonly ways: readonly OwnWay[];
  /** Where they are signed in now; the first is the one that asks. */
  readonly sessions: readonly OpenSession[];
  /** What came of their sign-ins, and what administrators did about their ways in. Newest first. */
  readonly record: readonly SignInRow[];
};

/** `passkey`, or the id of a provider, and since when. */
export type OwnWay = { readonly way: string; readonly since: Instant };

/** Needs a `tx` at the threshold in which the person was found by their session. */
export async function readOwn(tx: Tx, clock: Clock, { actor, session }: Person): Promise<OwnSignIn> {
  const identities = await tx
    .selectFrom('access.identity')
    .select(['provider as way', 'since'])
    .where('actor', '=', actor.id)
    .where('ended_at', 'is', null)
    .execute();
  const passkeys = await tx
    .selectFrom('access.passkey')
    .select('since')
    .where('actor', '=', actor.id)
    .where('ended_at', 'is', null)
    .execute();
  const sessions = await tx
    .selectFrom('access.session')
    .select(['key', 'actor', 'provider', 'begun_at', 'seen_at'])
    .where('actor', '=', actor.id)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', clock.now())
    .orderBy('begun_at', 'desc')
    .execute();
  return {
    ways: [...identities, ...passkeys.map(({ since }) => ({ way: 'passkey', since }))],
    sessions: [...sessions.filter(({ key }) => key === session), ...sessions.filter(({ key }) => key !== session)],
    record: await listSignIns(tx, 50, { actor: actor.id }),
  };
}

/** Signs the person out everywhere but where they ask. Says how many sessions ended. */
export async function endOthers(tx: Tx, clock: Clock, { actor, session }: Person): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('access.session')
    .set({ ended_at: clock.now(), ended_because: 'signed-out' })
    .where('actor', '=', actor.id)
    .where('key', '<>', session)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
