import { beginTransaction, type Records, type Tx } from '#store';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import { findRole } from './roles.ts';

/**
 * Where somebody stands who is nobody yet. A transaction sees only rows whose keys were shown to it: the SHA-256 of a
 * cookie, of an invitation’s code, of what a provider vouched for. Nothing about a child can be read: there is no
 * purpose here, and no actor until `knownAs`.
 */
export type Threshold = {
  readonly showing: <T>(held: readonly string[], work: (tx: Tx) => Promise<T>) => Promise<T>;
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
  };
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
  const role = row && findRole(row.role);
  return row && role ? { id: row.id, name: row.name, role, scope: row.scope === 'area' ? 'area' : 'ties' } : undefined;
}
