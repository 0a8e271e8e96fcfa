import { messageOf, Refusal } from '#kernel';
import { sql, type Kysely } from 'kysely';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

export type Migration = { readonly name: string; readonly text: string; readonly checksum: string };

const FOLDER = new URL('../../../migrations/', import.meta.url);

/** The migrations of this version, in the order in which they are applied. */
export async function listMigrations(folder: URL = FOLDER): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      // A checkout may change line ends; that changes nothing in the SQL.
      const text = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/**
 * Brings the database to this version: all that is missing, in one transaction, one process at a time.
 * A login that may not change the schema can still open a database that is up to date.
 */
export async function migrate<T>(db: Kysely<T>, migrations: readonly Migration[]): Promise<void> {
  if ((await pendingOf(db, migrations)).length === 0) return;
  try {
    await db.transaction().execute(async (tx) => {
      // 75 105 116 104 is “Kith”: any number, the same in every process.
      await sql`select pg_advisory_xact_lock(75105116104)`.execute(tx);
      await sql`create schema if not exists kith`.execute(tx);
      await sql`create table if not exists kith.migration (
        name text primary key, checksum text not null, applied_at timestamptz not null default now())`.execute(tx);
      for (const migration of await pendingOf(tx, migrations)) {
        await sql.raw(migration.text).execute(tx);
        await sql`insert into kith.migration (name, checksum) values (${migration.name}, ${migration.checksum})`.execute(
          tx,
        );
      }
    });
  } catch (cause) {
    // 42501, insufficient_privilege: the only failure here that its reader can cure.
    if (!(cause instanceof Error && 'code' in cause && cause.code === '42501')) throw cause;
    throw new Refusal(
      'store/records-not-migrated',
      `The records database is not up to date, and this login may not change it (${messageOf(cause)}). Start once with the login that owns the database, then use your usual login.`,
      { cause },
    );
  }
}

async function pendingOf<T>(db: Kysely<T>, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows: found } = await sql<{ present: boolean }>`select to_regclass('kith.migration') is not null as present`
    .execute(db)
    .catch(() => ({ rows: [] }));
  if (found[0]?.present !== true) return migrations;
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from kith.migration`.execute(db);
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const [name, checksum] of applied) {
    const migration = migrations.find((each) => each.name === name);
    if (!migration) {
      throw new Refusal(
        'store/newer-records',
        `The records database was changed by a newer version (migration ${name}). Start that version, or restore a backup made with this one.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new Refusal(
        'store/migration-changed',
        `Migration ${name} was changed after this database had applied it. Put the file back as it was, and write what is new as a migration of its own.`,
      );
    }
  }
  return migrations.filter((migration) => !applied.has(migration.name));
}
