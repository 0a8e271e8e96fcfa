import type { Clock } from '#kernel';
import { beginTransaction, type Records, type Tx } from '#store';
import { sql, type RawBuilder } from 'kysely';
import { become, type Errand } from './entry.ts';

/** Deleted a statement: whoever opens a page waits for one at most. */
const SWEPT = 1000;

/** What a publication writes anew. */
const PUBLISHED = [
  'account.child_year',
  'account.card',
  'account.word',
  'account.membership',
  'worklist.entry',
  'worklist.tally',
  'worklist.school_total',
  'worklist.total',
];

/** Where much is deleted or taken out: by publications, by erasure, and of challenges that are withdrawn. */
export const CLEARED: readonly string[] = [
  ...PUBLISHED,
  'worklist.departed',
  'accountability.challenge',
  'accountability.challenge_event',
];

/** Clears rows that no reader sees: of versions replaced, and of those never finished. */
export async function sweep(records: Records, clock: Clock, errand: Errand): Promise<void> {
  for (const table of PUBLISHED) await sweepTable(records, clock, errand, table);
}

async function sweepTable(records: Records, clock: Clock, errand: Errand, table: string): Promise<void> {
  for (;;) {
    const more = await beginTransaction(records, async (tx) => {
      await become(tx, errand, clock.now());
      const version = await findUnseenVersion(tx, table);
      if (version === undefined) return false;
      await sql`
        delete from ${sql.raw(table)} where ctid = any (array(
          select ctid from ${sql.raw(table)} where version = ${version} limit ${SWEPT}))`.execute(tx);
      return true;
    });
    if (!more) return;
  }
}

/**
 * A version with rows in this table that is neither shown nor being written. Found in the index, whatever the size of the
 * table: a search through its rows would meet all those deleted before, batch after batch.
 */
async function findUnseenVersion(tx: Tx, table: string): Promise<number | undefined> {
  const first = (condition: RawBuilder<unknown>): RawBuilder<number> =>
    sql`(select version from ${sql.raw(table)} where ${condition} order by version limit 1)`;
  const { rows } = await sql<{ version: number | null }>`
    with now as materialized (select coalesce(account.current_version(), 0) as shown, account.writing_version() as written)
    select coalesce(
      ${first(sql`version < (select shown from now)`)},
      ${first(sql`version > (select shown from now) and version is distinct from (select written from now)`)}
    ) as version`.execute(tx);
  return rows[0]?.version ?? undefined;
}
