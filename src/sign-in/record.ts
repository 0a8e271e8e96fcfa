import type { Access } from '#access';
import type { Clock, Instant } from '#kernel';
import type { Outcome } from './rules.ts';

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
};

/** One line of the record of signing in. It holds no token and no name. */
export async function recordSignIn(
  tx: Tx,
  clock: Clock,
  line: {
    readonly provider: string;
    readonly outcome: Outcome;
    readonly actor?: string | undefined;
    readonly subject?: string | undefined;
  },
): Promise<void> {
  const { provider, outcome, actor = null, subject = null } = line;
  await tx.insertInto('access.sign_in').values({ at: clock.now(), provider, outcome, actor, subject }).execute();
}

/** Newest first. Needs a `tx` acting for `access-management`. */
export async function listSignIns(tx: Tx, most = 200): Promise<readonly SignInRow[]> {
  return tx
    .selectFrom('access.sign_in')
    .select(['at', 'provider', 'outcome', 'actor', 'subject'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}
