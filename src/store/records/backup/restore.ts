import { Refusal } from '#kernel';
import { sql, type Kysely, type Transaction } from 'kysely';
import { closeRecords, databaseOf, openRecords, type Records } from '../records.ts';
import type { DB } from '../schema.ts';
import { mustSeeAll, orLogin, type Step } from './back-up.ts';
import { readBackup, type BackupReader, type Header, type TableRow } from './backup-file.ts';
import { countRows, listTables, plainly, type Table } from './tables.ts';

export type CheckedBackup = { readonly area: string | undefined; readonly madeAt: string; readonly rows: number };

/** What gives access in restored records, as of the backup’s moment: what was ended since is among it. */
export type Standing = {
  readonly actors: number;
  readonly ties: number;
  readonly agreements: number;
  readonly consents: number;
};

/** Reads a whole backup and restores nothing. Throws `Refusal` where it is no backup, or not a whole one. */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  const { header, batches } = await readBackup(path);
  let rows = 0;
  for await (const batch of batches) rows += batch.rows.length;
  return { area: header.area ?? undefined, madeAt: header.made_at, rows };
}

/**
 * Puts a backup into records that hold nothing yet, in one transaction: whatever goes wrong, they hold nothing then too.
 * Nobody is signed in afterwards, and no invitation is open: what was ended since the backup was made stands in it as
 * open. Throws `Refusal` where they hold something, or where the backup is of another version.
 */
export async function restoreRecords(records: Records, path: string, onStep: Step): Promise<Standing> {
  mustSeeAll(records);
  const { rows: total } = await checkBackup(path);
  fresh ??= countFresh();
  const counts = await fresh;
  const db = databaseOf(records);
  const standing = await db
    .transaction()
    .execute(async (tx) => {
      await plainly(tx);
      const tables = await listTables(tx);
      const names = tables.map(({ name }) => name).join(', ');
      await sql.raw(`lock table ${names} in access exclusive mode`).execute(tx);
      await mustBeFresh(tx, tables, counts);
      const backup = await readBackup(path);
      await mustMatch(tx, tables, backup.header);
      if (await hasTriggers(tx)) await sql`select set_config('session_replication_role', 'replica', true)`.execute(tx);
      await sql.raw(`truncate ${names}`).execute(tx);
      await insertAll(tx, tables, backup, (done) => onStep(done, total, 'Restoring'));
      for (const { name, last } of backup.header.sequences) {
        await sql`select setval(${name}::regclass, ${last}::bigint, true)`.execute(tx);
      }
      await signEveryoneOut(tx);
      return countStanding(tx);
    })
    .catch(orLogin);
  await sql`analyze`.execute(db);
  onStep(total, total, 'Restored');
  return standing;
}

async function signEveryoneOut(tx: Transaction<DB>): Promise<void> {
  await sql`update access.session set ended_at = now(), ended_because = 'revoked' where ended_at is null`.execute(tx);
  await sql`update access.invitation set ended_at = now() where used_at is null and ended_at is null`.execute(tx);
  await sql`delete from access.pending_sign_in`.execute(tx);
}

async function countStanding(tx: Transaction<DB>): Promise<Standing> {
  const { rows } = await sql<Standing>`select
    (select count(*)::integer from access.actor where ended_at is null) as actors,
    (select count(*)::integer from access.tie where ended_at is null) as ties,
    (select count(*)::integer from access.agreement as a
     where not exists (select from access.agreement_revocation as r where r.agreement = a.id)) as agreements,
    (select count(*)::integer from access.consent) as consents`.execute(tx);
  const [standing] = rows;
  if (!standing) throw new Error('no counts');
  return standing;
}

async function insertAll(
  tx: Transaction<DB>,
  tables: readonly Table[],
  { batches }: BackupReader,
  onRow: (done: number) => void,
): Promise<void> {
  const counts = new Map<string, number>();
  let done = 0;
  for await (const { table: name, rows } of batches) {
    // The statement is made of the database’s own names and types; of the file there are only values in it.
    const table = tables.find((one) => one.name === name);
    if (!table) throw new Error(`no table ${name}`);
    await insert(tx, table, rows);
    counts.set(name, (counts.get(name) ?? 0) + rows.length);
    onRow((done += rows.length));
  }
  for (const table of tables) {
    const held = await countRows(tx, table);
    if (held !== (counts.get(table.name) ?? 0)) throw new Error(`${table.name} holds ${held} rows after restoring`);
  }
}

async function insert(tx: Transaction<DB>, { name, columns, types }: Table, rows: readonly TableRow[]): Promise<void> {
  const values = types.map((type, at) => `(item ->> ${at})::${type}`).join(', ');
  await sql`${sql.raw(`insert into ${name} (${columns.join(', ')}) overriding system value select ${values}`)}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as item`.execute(tx);
}

/** Worked out once a process: it costs an empty store. */
let fresh: Promise<ReadonlyMap<string, number>> | undefined;

/** How many rows each table has that was only migrated: what the migrations themselves put there. */
async function countFresh(): Promise<ReadonlyMap<string, number>> {
  const records = await openRecords();
  try {
    return await databaseOf(records)
      .transaction()
      .execute(async (tx) => {
        await plainly(tx);
        const counts = new Map<string, number>();
        for (const table of await listTables(tx)) counts.set(table.name, await countRows(tx, table));
        return counts;
      });
  } finally {
    await closeRecords(records);
  }
}

async function mustBeFresh(
  db: Kysely<DB>,
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  for (const table of tables) {
    if ((await countRows(db, table)) === counts.get(table.name)) continue;
    throw new Refusal(
      'store/records-not-empty',
      'These records hold something already, and a backup is restored only into new ones: nothing would be lost without being asked for. Restore into another folder or database, or move the records away first.',
    );
  }
}

async function mustMatch(db: Kysely<DB>, tables: readonly Table[], header: Header): Promise<void> {
  const { rows } = await sql<{ name: string; checksum: string }>`
    select name, checksum from kith.migration order by name`.execute(db);
  const same =
    JSON.stringify(rows.map(({ name, checksum }) => [name, checksum])) ===
      JSON.stringify(header.migrations.map(({ name, checksum }) => [name, checksum])) &&
    JSON.stringify(tables.map(({ name, columns }) => [name, columns])) ===
      JSON.stringify(header.tables.map(({ name, columns }) => [name, columns]));
  if (same) return;
  const last = header.migrations.at(-1)?.name ?? 'none';
  throw new Refusal(
    'store/backup-other-version',
    `The backup was made by another version of Kith (its last migration is ${last}). Restore it with that version, then start this one, which brings the records up to date.`,
  );
}

async function hasTriggers(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from pg_catalog.pg_trigger where not tgisinternal) as any`.execute(db);
  return rows[0]?.any === true;
}
