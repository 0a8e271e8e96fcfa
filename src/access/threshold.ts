import type { Instant } from '#kernel';
import { askRecords, beginTransaction, type Records, type Tx } from '#store';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from './actor.ts';
import { findRole } from './roles.ts';

/**
 * Where somebody stands who is nobody yet. A transaction sees only rows whose keys were shown to it: the SHA-256 of a
 * cookie, of an invitation’s code, of what a provider vouched for. Nothing about a child can be read: there is no
 * purpose here, and no actor until `knownAs` or a session.
 */
export type Threshold = {
  readonly showing: <T>(held: readonly string[], work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Whose session has this key, asked in a transaction of its own; undefined where it or their access has ended. */
  readonly findSession: (key: string) => Promise<ShownSession | undefined>;
  /** As `findSession`, and then `work` in the same transaction, as whose it is: of them it does nothing unless the session holds. */
  readonly withSession: <T>(key: string, work: (tx: Tx, session: ShownSession | undefined) => Promise<T>) => Promise<T>;
};

/** A session that has not been ended, and whose it is; whether it is too old is for whoever asks. */
export type ShownSession = {
  readonly actor: Actor;
  readonly provider: string;
  readonly secondFactor: boolean;
  readonly begunAt: Instant;
  readonly seenAt: Instant;
  readonly endsAt: Instant;
};

/** A key is the SHA-256 of what was shown; `expired` shows what may be cleared away. */
const KEY = /^([0-9a-f]{64}|expired)$/;

export function createThreshold(records: Records): Threshold {
  return {
    showing: (held, work) =>
      beginTransaction(records, async (tx) => {
        await show(tx, held);
        return work(tx);
      }),
    findSession: async (key) => shownSession((await askRecords(records, sessionShown(key))).rows[0]),
    withSession: (key, work) =>
      beginTransaction(records, async (tx) => work(tx, shownSession((await sessionShown(key).execute(tx)).rows[0]))),
  };
}

type SessionRow = {
  readonly actor: string;
  readonly provider: string;
  readonly second_factor: boolean;
  readonly begun_at: Instant;
  readonly seen_at: Instant;
  readonly ends_at: Instant;
  readonly name: string;
  readonly role: string;
  readonly scope: string;
};

function sessionShown(key: string): RawBuilder<SessionRow> {
  return sql<SessionRow>`
    select actor, provider, second_factor, begun_at, seen_at, ends_at, name, role, scope
    from access.session_shown(${KEY.test(key) ? key : ''})`;
}

function shownSession(row: SessionRow | undefined): ShownSession | undefined {
  const actor = row && actorOf({ ...row, id: row.actor });
  if (!actor) return undefined;
  const { provider, second_factor: secondFactor, begun_at: begunAt, seen_at: seenAt, ends_at: endsAt } = row;
  return { actor, provider, secondFactor, begunAt, seenAt, endsAt };
}

/** Role and settings LOCAL to this transaction: what is shown from now on, and no actor. */
async function show(tx: Tx, held: readonly string[]): Promise<void> {
  const keys = held.filter((key) => KEY.test(key)).join(',');
  await sql`select
    set_config('role', 'kith_app', true),
    set_config('kith.held', ${keys}, true),
    set_config('statement_timeout', '60000', true)`.execute(tx);
}

/**
 * The actor that what was shown belongs to, so that its row in the directory can be read. Its role and name are those
 * of now; undefined where its access has ended. Whoever calls this has found the actor’s id under a key that was shown.
 */
export async function knownAs(tx: Tx, id: string): Promise<Actor | undefined> {
  await sql`select set_config('kith.actor', ${id}, true)`.execute(tx);
  const row = await tx
    .selectFrom('access.actor')
    .select(['id', 'name', 'role', 'scope'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && actorOf(row);
}

function actorOf(row: Readonly<Record<'id' | 'name' | 'role' | 'scope', string>>): Actor | undefined {
  const role = findRole(row.role);
  return role && { id: row.id, name: row.name, role, scope: row.scope === 'area' ? 'area' : 'ties' };
}
