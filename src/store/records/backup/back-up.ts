import { Refusal, type Clock } from '#kernel';
import { sql, type Transaction } from 'kysely';
import { databaseOf, type Records } from '../records.ts';
import type { DB } from '../schema.ts';
import { writeBackup, type Header } from './backup-file.ts';
import { countRows, listSequences, listTables, plainly, type Table } from './tables.ts';

export type Step = (done: number, total: number, words: string) => void;
export type BackedUp = { readonly tables: number; readonly rows: number; readonly bytes: number };

/** Rows fetched at once. */
const FETCHED = 500;

/**
 * Writes all records to one file, as they were at one moment: other work goes on beside it. Of a store on a server this
 * needs a login that row security does not bind, or it would leave out what that login may not see.
 */
export async function backUpRecords(records: Records, path: string, clock: Clock, onStep: Step): Promise<BackedUp> {
  mustSeeAll(records);
  return databaseOf(records)
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await plainly(tx);
      const tables = await listTables(tx);
      const counts = new Map<string, number>();
      for (const table of tables) counts.set(table.name, await countRows(tx, table));
      const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const lines = linesOf(tx, tables, counts, clock, (done, words) => onStep(done, rows, words));
      const bytes = await writeBackup(path, lines);
      onStep(rows, rows, 'Written');
      return { tables: tables.length, rows, bytes };
    })
    .catch(orLogin);
}

export function mustSeeAll({ login }: Records): void {
  if (login.unbound !== undefined && login.unbound !== 'owner') return;
  throw loginBound(login.name);
}

/** A right that is missing is a matter of the login too. */
export function orLogin(error: unknown): never {
  // 42501, insufficient_privilege.
  if (error instanceof Error && 'code' in error && error.code === '42501') throw loginBound(undefined, error);
  throw error;
}

function loginBound(name: string | undefined, cause?: unknown): Refusal {
  return new Refusal(
    'store/backup-login',
    `The login${name === undefined ? '' : ` ${name}`} in DATABASE_URL may not see or write all records, so nothing was done. For this command alone, give DATABASE_URL with the login of a superuser.`,
    { cause },
  );
}

async function* linesOf(
  tx: Transaction<DB>,
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
  clock: Clock,
  onRow: (done: number, words: string) => void,
): AsyncGenerator {
  yield await headerOf(tx, tables, clock);
  let done = 0;
  for (const { name, columns } of tables) {
    yield { table: name };
    const values = columns.map((column) => `${column}::text`).join(', ');
    await sql.raw(`declare backup no scroll cursor for select array[${values}] as row from ${name}`).execute(tx);
    let written = 0;
    for (;;) {
      const { rows } = await sql<{
        row: readonly (string | null)[];
      }>`${sql.raw(`fetch ${FETCHED} from backup`)}`.execute(tx);
      for (const { row } of rows) yield row;
      written += rows.length;
      done += rows.length;
      onRow(done, 'Writing');
      if (rows.length < FETCHED) break;
    }
    await sql`close backup`.execute(tx);
    if (written !== counts.get(name)) throw new Error(`${name}: ${written} rows were read`);
    yield { rows: written };
  }
}

async function headerOf(tx: Transaction<DB>, tables: readonly Table[], clock: Clock): Promise<Header> {
  const { rows: migrations } = await sql<{ name: string; checksum: string }>`
    select name, checksum from kith.migration order by name`.execute(tx);
  const { rows: areas } = await sql<{ area: string | null }>`
    select area from account.publication join account.current_publication using (version)`.execute(tx);
  return {
    kith: 'backup of records',
    format: 1,
    made_at: clock.now(),
    area: areas[0]?.area ?? null,
    migrations,
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    sequences: [...(await listSequences(tx))],
  };
}
