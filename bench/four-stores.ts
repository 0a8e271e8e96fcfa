import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { enterCast, settleSharing, tieCast } from '#app';
import { createAccess } from '#access';
import { systemClock } from '#kernel';
import {
  backUpRecords,
  beginTransaction,
  closeRecords,
  openRecords,
  reclaimSpace,
  restoreRecords,
  type Records,
} from '#store';
import { publishedArea } from '#testing';
import type { WebContext } from '#web';
import { findPostgres } from '../scripts/postgres/find-postgres.ts';
import { databaseAt, startPostgres } from '../scripts/postgres/start-postgres.ts';

/** One engine with the same records twice: as they are, and with row security taken off every table. */
export type Twice = {
  readonly engine: string;
  readonly on: Store;
  readonly off: Store;
};
export type Store = { readonly records: Records; readonly web: WebContext };

/**
 * Publishes the area files of `folder` once, puts the people of the demonstration in, and copies the records: into a
 * second embedded store and two databases on a server. The server is that of `address` (a superuser’s, to spare), or one
 * that is started here; left out where there is neither.
 */
export async function openStores(
  folder: string,
  home: string,
  server: string,
): Promise<{ readonly engines: readonly Twice[]; readonly close: () => Promise<void> }> {
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closing.toReversed()) await one();
  };
  try {
    const area = await publishedArea(folder, {
      now: systemClock.now(),
      name: 'Northmoor',
      records: { folder: join(home, 'records') },
    });
    closing.push(area.close);
    // Time goes on, and answers wait for their step: as in `kith serve`.
    const web = { ...area.web, clock: systemClock, wait: undefined };
    const { access, clock, account } = web;
    await enterCast(access, clock);
    const state = await account();
    if (state.kind === 'ready') await tieCast(access, clock, state.aggregates);
    await settleSharing(access, clock);
    const backup = join(home, 'records.backup');
    await backUpRecords(area.records, backup, systemClock, () => undefined);
    const copy = async (place: Parameters<typeof openRecords>[0], policies: boolean): Promise<Store> => {
      const records = await openRecords(place);
      closing.push(() => closeRecords(records));
      await restoreRecords(records, backup, () => undefined);
      if (!policies) await takePoliciesOff(records);
      await refresh(records);
      return { records, web: { ...web, access: createAccess(records, clock) } };
    };
    const embedded = await versionOf(area.records);
    const engines: Twice[] = [
      {
        engine: `the embedded database (${embedded})`,
        on: { records: area.records, web },
        off: await copy({ folder: join(home, 'records-off') }, false),
      },
    ];
    if (server === '' && findPostgres() === undefined) return { engines, close };
    const started = server === '' ? await startPostgres() : { admin: server, stop: () => Promise.resolve() };
    closing.push(started.stop);
    const database = async (name: string): Promise<{ readonly databaseUrl: string }> => {
      await asAdmin(started.admin, [`drop database if exists ${name} with (force)`, `create database ${name}`]);
      closing.push(() => asAdmin(started.admin, [`drop database ${name} with (force)`]));
      return { databaseUrl: databaseAt(started.admin, name) };
    };
    const on = await copy(await database('kith_bench_on'), true);
    engines.push({
      engine: `a server (${await versionOf(on.records)})`,
      on,
      off: await copy(await database('kith_bench_off'), false),
    });
    for (const twice of engines) await mustDiffer(twice);
    return { engines, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Every policy of every table: what is left are the same statements, for the same role, with nothing to ask first. */
async function takePoliciesOff(records: Records): Promise<void> {
  await beginTransaction(records, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select c.oid::regclass::text as name from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
      where c.relrowsecurity and n.nspname !~ '^pg_'`.execute(tx);
    for (const { name } of rows) {
      await sql.raw(`alter table ${name} no force row level security, disable row level security`).execute(tx);
    }
  });
}

/** A measurement that compares a store with itself would find that policies cost nothing. */
async function mustDiffer({ engine, on, off }: Twice): Promise<void> {
  const active = ({ records }: Store): Promise<boolean> =>
    beginTransaction(records, async (tx) => {
      await sql`set local role kith_app`.execute(tx);
      const { rows } = await sql<{ active: boolean }>`
        select row_security_active('account.child_year') and row_security_active('access.look') as active`.execute(tx);
      return rows[0]?.active === true;
    });
  if (!(await active(on)) || (await active(off))) throw new Error(`bench/policies: ${engine}`);
}

async function refresh(records: Records): Promise<void> {
  await reclaimSpace(records, ['account.child_year', 'account.card', 'worklist.entry']);
  await beginTransaction(records, (tx) => sql`analyze`.execute(tx));
}

async function versionOf(records: Records): Promise<string> {
  const { rows } = await beginTransaction(records, (tx) =>
    sql<{ version: string }>`select split_part(version(), ' ', 2) as version`.execute(tx),
  );
  const name = records.engine === 'embedded' ? 'PGlite, PostgreSQL' : 'PostgreSQL';
  return `${name} ${rows[0]?.version ?? 'unknown'}`;
}

async function asAdmin(address: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseAt(address, 'postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
