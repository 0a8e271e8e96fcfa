import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestRecords, type TestRecords } from '#testing/records';
import { beginTransaction, closeRecords, databaseOf, openRecords, type Records } from './records.ts';

// Only a real server can show this: that the login itself is bound, however it asks.
let opened: TestRecords;
beforeAll(async () => {
  opened = await openTestRecords();
  await sql`
    insert into access.tie (actor, upn, since) values ('single-user', 'A801200000001', now())`.execute(
    databaseOf(opened.owner),
  );
});
afterAll(() => opened.close());

const tables = () => sql<{ name: string }>`
  select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and c.relrowsecurity and n.nspname !~ '^(pg_|information_schema$)' order by 1`;

describe('the application’s login', () => {
  test('is bound by the policies, and the store says so', () => {
    expect(opened.records).toMatchObject({
      engine: 'server',
      policiesAreBoundary: true,
      login: { name: 'kith_web', unbound: undefined },
    });
  });

  test('reads no row of any table without an actor, whatever role it takes or leaves', async () => {
    const { rows } = await tables().execute(databaseOf(opened.owner));
    expect(rows.length).toBeGreaterThan(10);
    for (const role of ['reset role', 'set local role kith_app', 'set local role none']) {
      for (const { name } of rows) {
        await beginTransaction(opened.records, async (tx) => {
          await sql.raw(role).execute(tx);
          const { rows: seen } = await sql.raw(`select * from ${name}`).execute(tx);
          expect([name, role, seen]).toEqual([name, role, []]);
        });
      }
    }
  });

  test.each([
    'set local row_security = off; select * from access.tie',
    'set local role postgres',
    'alter table access.tie disable row level security',
    'alter table access.tie no force row level security',
    'create policy mine on access.tie using (true)',
    'alter role kith_web bypassrls',
    'alter role kith_app superuser',
    'create function access.past() returns bigint language sql security definer return 1',
    `copy access.tie to program 'cat'`,
    'delete from kith.migration',
    'select * from pg_authid',
  ])('may not: %s', async (statement) => {
    await expect(beginTransaction(opened.records, (tx) => sql.raw(statement).execute(tx))).rejects.toMatchObject({
      code: '42501',
    });
  });
});

test('no statement of any connection is compiled first', async () => {
  const shown = await Promise.all(
    Array.from({ length: 3 }, () =>
      beginTransaction(opened.records, async (tx) => (await sql`show jit`.execute(tx)).rows),
    ),
  );
  expect(shown).toEqual(Array.from({ length: 3 }, () => [{ jit: 'off' }]));
});

describe('a login that goes past the policies', () => {
  const login = async (make: string, name: string): Promise<Records> => {
    await sql.raw(make).execute(databaseOf(opened.owner));
    const url = new URL(opened.urls?.owner ?? '');
    url.username = name;
    return openRecords({ databaseUrl: url.href });
  };

  test.each<[string, string, string]>([
    ['superuser', 'create role kith_test_super login superuser', 'kith_test_super'],
    ['bypass', 'create role kith_test_bypass login bypassrls in role kith_app', 'kith_test_bypass'],
    [
      'owner',
      `create role kith_test_owner nologin; create role kith_test_heir login in role kith_app, kith_test_owner;
       grant create on schema access to kith_test_owner; create table access.of_theirs ();
       alter table access.of_theirs owner to kith_test_owner`,
      'kith_test_heir',
    ],
  ])('is said not to be bound: %s', async (unbound, make, name) => {
    const records = await login(make, name);
    try {
      expect(records).toMatchObject({ policiesAreBoundary: false, login: { name, unbound } });
    } finally {
      await closeRecords(records);
      // Roles outlive the database of this file.
      const made = [...make.matchAll(/create role (\w+)/g)].map(([, role]) => role).toReversed();
      for (const role of made)
        await sql.raw(`drop owned by ${role}; drop role ${role}`).execute(databaseOf(opened.owner));
    }
  });
});

test('a database that is not migrated is refused to a login that may not change it, with what to do', async () => {
  const url = new URL(opened.urls?.web ?? '');
  url.pathname = '/postgres';
  await expect(openRecords({ databaseUrl: url.href })).rejects.toMatchObject({ code: 'store/records-not-migrated' });
});
