import type { Access } from '#access';
import type { Clock, Instant } from '#kernel';
import { sql } from 'kysely';
import type { Deed, Outcome } from './rules.ts';

/** A transaction as `access` hands it out. */
export type Tx = Parameters<Parameters<Access['actingAs']>[3]>[0];

export type SignInRow = {
  readonly at: Instant;
  readonly provider: string;
  readonly outcome: string;
  /** Id of the actor, where it is known. */
  readonly actor: string | null;
  /** Key of the provider’s subject, where there was one. */
  readonly subject: string | null;
  /** Id of the administrator who did it, where one did. */
  readonly done_by: string | null;
  /** Names as they are now, where the ids are of someone. */
  readonly actor_name: string | null;
  readonly done_by_name: string | null;
};

/** One line of the record of signing in. It holds no token and no name. */
export async function recordSignIn(
  tx: Tx,
  clock: Clock,
  line: {
    readonly provider: string;
    readonly outcome: Exclude<Outcome, Deed>;
    readonly actor?: string | undefined;
    readonly subject?: string | undefined;
  },
): Promise<void> {
  const { provider, outcome, actor = null, subject = null } = line;
  await tx.insertInto('access.sign_in').values({ at: clock.now(), provider, outcome, actor, subject }).execute();
}

/** What an administrator did about someone’s ways in. Needs a `tx` acting for `access-management`, and names who acts. */
export async function recordDeed(tx: Tx, clock: Clock, outcome: Deed, actor: string): Promise<void> {
  await tx
    .insertInto('access.sign_in')
    .values({ at: clock.now(), provider: 'invitation', outcome, actor, done_by: sql<string>`access.me()` })
    .execute();
}

/** What of the record one looks at: all; what changed who someone is here; or what is of one actor. */
export type RecordPart = 'all' | 'ways' | { readonly actor: string };

/** Newest first. Needs a `tx` acting for a purpose that grants `sign-ins`; one’s own are seen at the threshold too. */
export async function listSignIns(tx: Tx, most = 200, part: RecordPart = 'all'): Promise<readonly SignInRow[]> {
  const all = tx
    .selectFrom('access.sign_in as line')
    .leftJoin('access.actor as whose', 'whose.id', 'line.actor')
    .leftJoin('access.actor as doer', 'doer.id', 'line.done_by')
    .select(['line.at', 'line.provider', 'line.outcome', 'line.actor', 'line.subject', 'line.done_by'])
    .select(['whose.name as actor_name', 'doer.name as done_by_name']);
  const ways = ['invited', 'ways-ended', 'tied'] as const satisfies readonly Outcome[];
  const chosen =
    part === 'all'
      ? all
      : part === 'ways'
        ? all.where('line.outcome', 'in', ways)
        : all.where('line.actor', '=', part.actor);
  return chosen.orderBy('line.at', 'desc').orderBy('line.id', 'desc').limit(most).execute();
}
