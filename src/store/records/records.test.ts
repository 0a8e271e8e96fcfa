import { sql, type Kysely } from 'kysely';
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { engine, openTestRecords, undone, type TestRecords } from '#testing/records';
import { startEmbedded } from './embedded.ts';
import { SCHEMA_FILE, schemaText } from './generate.ts';
import { listMigrations, migrate } from './migrations.ts';
import type { DB } from './schema.ts';
import { beginTransaction, closeRecords, databaseOf, openRecords, type Records } from './records.ts';

let home: string;
let folder: string;
let onServer: TestRecords | undefined;
/** As the owner: what is asked here is about the schema, past its policies. */
let records: Records;
let db: Kysely<DB>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-records-'));
  folder = join(home, 'pg');
  // What a first start leaves when it is killed half-way: PostgreSQL could neither open nor begin this folder.
  await mkdir(folder);
  await writeFile(join(folder, 'PG_VERSION'), '18\n');
  await writeFile(`${folder}.starting`, '');
  if (engine === 'server') onServer = await openTestRecords();
  records = onServer?.owner ?? (await openRecords({ folder }));
  db = databaseOf(records);
}, 300_000);
afterAll(async () => {
  await (onServer?.close() ?? closeRecords(records));
  await rm(home, { recursive: true });
});

describe('opening', () => {
  test.runIf(engine === 'embedded')('a folder in use is refused', async () => {
    await expect(openRecords({ folder })).rejects.toMatchObject({ code: 'store/records-in-use' });
  });

  test('a server that does not answer is refused, with what to check', async () => {
    const databaseUrl = 'postgres://nobody@127.0.0.1:1/none';
    await expect(openRecords({ databaseUrl })).rejects.toMatchObject({ code: 'store/records-unreachable' });
  });

  test.each(['localhost/kith', 'mysql://kith@localhost/kith', 'postgres://'])(
    '%s is no address of a database',
    async (databaseUrl) => {
      await expect(openRecords({ databaseUrl })).rejects.toMatchObject({ code: 'store/records-address' });
    },
  );

  test('the password in an address is in no message', async () => {
    const databaseUrl = 'postgres://nobody:very-secret@127.0.0.1:1/none?sslmode=disable';
    await expect(openRecords({ databaseUrl })).rejects.not.toThrow('very-secret');
  });

  test.runIf(engine === 'embedded')('embedded policies are not claimed to be a boundary', () => {
    expect(records).toMatchObject({ engine: 'embedded', policiesAreBoundary: false });
  });

  test.runIf(engine === 'embedded')('on disk, what is committed is synced', async () => {
    const { rows } = await sql<{ fsync: string }>`show fsync`.execute(db);
    expect(rows).toEqual([{ fsync: 'on' }]);
  });

  test('moments are instants and dates are texts, wherever the machine is', async () => {
    const { rows } = await sql`
      select timestamptz '2024-07-03 17:00:00.5+01' as at, date '2024-07-03' as day, array[1, 2] as urns`.execute(db);
    expect(rows).toEqual([{ at: '2024-07-03T16:00:00.500000Z', day: '2024-07-03', urns: [1, 2] }]);
  });

  test('a transaction inside a transaction is refused, where it would wait for ever', async () => {
    await expect(beginTransaction(records, () => beginTransaction(records, () => Promise.resolve(1)))).rejects.toThrow(
      'store/nested-transaction',
    );
  });

  test('a transaction that throws is undone', async () => {
    await undone(records, async (tx) => {
      await sql`create table account.unfinished ()`.execute(tx);
    });
    const { rows } = await sql`select to_regclass('account.unfinished') as found`.execute(db);
    expect(rows).toEqual([{ found: null }]);
  });
});

test.runIf(engine === 'embedded')(
  'in memory, what migrations made is kept for the next new store, and for no others',
  async () => {
    const copies = await mkdtemp(join(tmpdir(), 'kith-copies-'));
    onTestFinished(() => rm(copies, { recursive: true }));
    const migrations = await listMigrations();
    const started = async (which: typeof migrations, work: string, at?: string): Promise<unknown> => {
      const store = await startEmbedded(at, which, copies);
      const client = new pg.Client({ host: store.host, user: 'postgres', database: 'postgres' });
      await client.connect();
      const { rows } = await client.query(work);
      await client.end();
      await store.finished();
      await store.stop();
      return rows;
    };
    await started(migrations, 'create table kept ()');
    const find = `select to_regclass('kept')::text as found`;
    expect(await started(migrations, find)).toEqual([{ found: 'kept' }]);
    const inFolder = join(copies, 'in-folder');
    expect(await started(migrations, find, inFolder)).toEqual([{ found: 'kept' }]);
    await started(migrations, 'alter table kept rename to own', inFolder);
    // It is begun once; and what another account wrote begins none.
    expect(await started(migrations, find, inFolder)).toEqual([{ found: null }]);
    const copy = join(copies, (await readdir(copies)).find((name) => name.endsWith('.tar')) ?? '');
    await chmod(copy, 0o666);
    expect(await started(migrations, find, join(copies, 'of-anybody'))).toEqual([{ found: null }]);
    await chmod(copy, 0o644);
    // Only root can give a file away.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) await chown(copy, 65_534, 65_534);
    expect(await started(migrations, find, join(copies, 'of-another'))).toEqual([{ found: isRoot ? null : 'kept' }]);
    if (isRoot) await chown(copy, 0, 0);
    expect(await started(migrations.slice(0, -1), find)).toEqual([{ found: null }]);
    // One that was cut short is no loss.
    for (const name of await readdir(copies)) if (name.endsWith('.tar')) await truncate(join(copies, name), 100_000);
    const another = join(copies, 'another');
    expect(await started(migrations, find, another)).toEqual([{ found: null }]);
    expect(await readdir(copies)).not.toContain('another.starting');
  },
  60_000,
);

describe('migrations', () => {
  test('are applied once', async () => {
    const migrations = await listMigrations();
    await migrate(db, migrations);
    const { rows } = await sql<{ name: string }>`select name from kith.migration order by name`.execute(db);
    expect(rows.map((row) => row.name)).toEqual(migrations.map((migration) => migration.name));
    expect(migrations.length).toBeGreaterThan(0);
  });

  test('one that was changed after it was applied is refused', async () => {
    const changed = (await listMigrations()).map((migration) => ({ ...migration, checksum: 'another' }));
    await expect(migrate(db, changed)).rejects.toMatchObject({ code: 'store/migration-changed' });
  });

  test('a database of a newer version is refused', async () => {
    await expect(migrate(db, [])).rejects.toMatchObject({ code: 'store/newer-records' });
  });

  test.runIf(engine === 'embedded')('what is published already is counted school by school', async () => {
    const copies = await mkdtemp(join(tmpdir(), 'kith-copies-'));
    onTestFinished(() => rm(copies, { recursive: true }));
    const migrations = await listMigrations();
    const at = migrations.findIndex(({ text }) => text.includes('create table worklist.school_total'));
    const store = await startEmbedded(undefined, migrations.slice(0, at), copies);
    onTestFinished(() => store.stop());
    const client = new pg.Client({ host: store.host, user: 'postgres', database: 'postgres' });
    await client.connect();
    onTestFinished(() => client.end());
    await client.query('create schema kith; create table kith.migration ()');
    for (const { text } of migrations.slice(0, at)) await client.query(text);
    await client.query(`
      insert into account.publication (state, created_at) values ('published', now());
      insert into worklist.tally (version, list, urn, listed_at, entries, overdue)
      values (1, 'any', 900101, '2025-01-06', 2, 1), (1, 'any', 900101, '2025-01-07', 3, 0), (1, 'any', 900102, '2025-01-06', 1, 1)`);
    for (const { text } of migrations.slice(at)) await client.query(text);
    const { rows } = await client.query('select urn, entries, overdue from worklist.school_total order by urn');
    expect(rows).toEqual([
      { urn: 900101, entries: 5, overdue: 1 },
      { urn: 900102, entries: 1, overdue: 1 },
    ]);
  });

  test('one that fails leaves nothing behind', async () => {
    const broken = { name: '9999-broken.sql', text: 'create table kith.half (); select nothing_such;', checksum: 'x' };
    await expect(migrate(db, [...(await listMigrations()), broken])).rejects.toThrow('nothing_such');
    const { rows } = await sql`select to_regclass('kith.half') as found`.execute(db);
    expect(rows).toEqual([{ found: null }]);
  });

  test('schema.ts is what the migrations make: run scripts/generate-schema.ts', async () => {
    expect(await readFile(SCHEMA_FILE, 'utf8')).toBe(await schemaText(records));
  });
});

/** What no table, there now or to come, may be: the query lists what breaks it, `planted` is a breach it must find. */
const NEVER = [
  {
    never: 'a table without row security enabled and forced',
    query: sql`
      select c.oid::regclass::text as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
        and c.oid <> 'kith.migration'::regclass
        and not (c.relrowsecurity and c.relforcerowsecurity)`,
    planted: 'alter table access.tie no force row level security',
  },
  {
    never: 'a policy for anyone but the application’s role',
    query: sql`
      select polname || ' on ' || polrelid::regclass as fault from pg_policy
      where polroles <> array['kith_app'::regrole::oid]`,
    planted: 'create policy anyone on access.tie using (true)',
  },
  {
    never: 'a view that reads with its owner’s rights',
    query: sql`
      select c.oid::regclass::text as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
        and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
    planted: 'create view access.planted as select * from access.tie',
  },
  {
    // A function that a policy asks must judge with the rights of who reads; and none may read past them.
    never: 'a function that runs with its owner’s rights',
    query: sql`
      select p.oid::regprocedure::text as fault from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`,
    planted: 'create function access.planted() returns int language sql security definer return 1',
  },
  {
    // The body of a function in SQL is bound to what its names mean when it is made; that of others is text.
    never: 'a function whose names are looked up on the path of whoever calls',
    query: sql`
      select p.oid::regprocedure::text as fault from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname !~ '^(pg_|information_schema$)' and p.prosqlbody is null
        and not coalesce('search_path=""' = any (p.proconfig), false)`,
    planted: 'create function access.planted() returns int language plpgsql as $$ begin return 1; end $$',
  },
  {
    never: 'an application role that could go round the policies',
    query: sql`
      select rolname as fault from pg_roles where rolname = 'kith_app'
        and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb or rolreplication
          or exists (select from pg_class where relowner = pg_roles.oid)
          or exists (select from pg_proc where proowner = pg_roles.oid)
          or exists (select from pg_namespace where nspowner = pg_roles.oid)
          or exists (select from pg_auth_members where member = pg_roles.oid))`,
    planted: 'alter role kith_app bypassrls',
  },
  {
    never: 'an application role that owns a table',
    query: sql`select relname as fault from pg_class where relkind = 'r' and relowner = 'kith_app'::regrole`,
    planted: 'grant create on schema access to kith_app; alter table access.tie owner to kith_app',
  },
  {
    never: 'an application role that may become another',
    query: sql`select roleid::regrole::text as fault from pg_auth_members where member = 'kith_app'::regrole`,
    planted: 'grant pg_read_all_data to kith_app',
  },
  {
    never: 'a right for everyone to a table, a view or a sequence, or to a schema of Kith’s',
    query: sql`
      select c.oid::regclass::text || ' ' || privilege_type as fault
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl)
      where grantee = 0 and n.nspname !~ '^(pg_|information_schema$)'
      union all
      select nspname || ' ' || privilege_type from pg_namespace, aclexplode(nspacl)
      where grantee = 0 and nspname !~ '^(pg_|information_schema$|public$)'`,
    planted: 'grant select on access.look to public',
  },
  {
    never: 'a right to change or remove looks or their seals',
    query: sql`
      select privilege as fault from unnest(array['update', 'delete', 'truncate']) as privilege,
        unnest(array['access.look', 'access.seal']) as kept
      where has_table_privilege('kith_app', kept, privilege)`,
    planted: 'grant delete on access.look to kith_app',
  },
  {
    // No individual risk score exists, not even a name for one.
    never: 'a name that suggests a score of a person',
    query: sql`
      select c.relname || coalesce('.' || a.attname, '') as fault
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
        and c.relname || ' ' || coalesce(a.attname, '')
          ~* '(^|[_ ])(risk|scor|predict|probab|likel|vulnerab|propens|rating|rank)'`,
    planted: 'alter table account.child_year add column risk_score int',
  },
] as const;

describe.each(NEVER)('the catalogue never has $never', ({ query, planted }) => {
  test('as migrated', async () => {
    expect((await query.execute(db)).rows).toEqual([]);
  });

  test('and a planted one is found', async () => {
    await undone(records, async (tx) => {
      await sql.raw(planted).execute(tx);
      expect((await query.execute(tx)).rows).toHaveLength(1);
    });
  });
});

test.runIf(engine === 'embedded')('closing, once or twice, gives the folder back', async () => {
  await Promise.all([closeRecords(records), closeRecords(records)]);
  expect(await readdir(home)).toEqual(['pg']);
});
