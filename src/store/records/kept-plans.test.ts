import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import { startEmbedded } from './embedded.ts';
import { beginTransaction, closeRecords, openRecords, type Records, type Tx } from './index.ts';
import { keepPlans } from './kept-plans.ts';

describe('an embedded connection', () => {
  let records: Records;
  const whole = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => beginTransaction(records, work);
  const rows = <T>(query: RawBuilder<T>): Promise<readonly T[]> => whole(async (tx) => (await query.execute(tx)).rows);
  const kept = async (): Promise<readonly string[]> =>
    (await rows(sql<{ statement: string }>`select statement from pg_prepared_statements`)).map(
      ({ statement }) => statement,
    );

  beforeAll(async () => {
    records = await openRecords();
    for (const statement of [
      'create schema kept',
      'create table kept.note (of text, words text)',
      `insert into kept.note select case when i % 3 = 0 then 'a' else 'b' end, i::text from generate_series(1, 9) as i`,
      'alter table kept.note enable row level security',
      'alter table kept.note force row level security',
      `create policy own on kept.note for select to kith_app using (of = current_setting('kith.actor'))`,
      'grant usage on schema kept to kith_app',
      'grant select on kept.note to kith_app',
    ])
      await rows(sql.raw(statement));
  });
  afterAll(() => closeRecords(records));

  const notesOf = (actor: string, least: string): Promise<readonly string[]> =>
    whole(async (tx) => {
      await sql`select set_config('role', 'kith_app', true), set_config('kith.actor', ${actor}, true)`.execute(tx);
      const found = await sql<{ words: string }>`
        select words from kept.note where words >= ${least} order by words`.execute(tx);
      return found.rows.map(({ words }) => words);
    });

  test('keeps what it made of a statement from its third coming on, and answers whoever asks with what is theirs', async () => {
    for (let round = 0; round < 8; round += 1) {
      expect(await notesOf('a', '4')).toEqual(['6', '9']);
      expect(await notesOf('b', '4')).toEqual(['4', '5', '7', '8']);
      expect(await notesOf('nobody', '4')).toEqual([]);
    }
    expect(await kept()).toContainEqual(expect.stringContaining('from kept.note where words >= $1'));
    expect((await kept()).filter((text) => /^\s*(begin|commit)/.test(text))).toEqual([]);
  });

  test('goes by a policy, a column and an index that are new', async () => {
    await rows(sql.raw('drop policy own on kept.note'));
    expect(await notesOf('a', '4')).toEqual([]);
    await rows(sql.raw('create policy every on kept.note for select to kith_app using (true)'));
    await rows(sql.raw('create index on kept.note (words)'));
    expect(await notesOf('a', '6')).toEqual(['6', '7', '8', '9']);
    await rows(sql.raw('alter table kept.note add column more text'));
    expect(await notesOf('a', '8')).toEqual(['8', '9']);
  });

  test('says what is wrong with a statement, however often it comes, and goes on', async () => {
    for (let round = 0; round < 5; round += 1) {
      await expect(rows(sql`select missing from kept.note where words = ${'1'}`)).rejects.toThrow(
        'column "missing" does not exist',
      );
      await expect(rows(sql`select 1 / (${round}::integer * 0)`)).rejects.toThrow('division by zero');
    }
    expect(await notesOf('b', '9')).toEqual(['9']);
  });

  test('keeps so many and no more, and not those that never come again', async () => {
    const before = new Set(await kept());
    for (let n = 1; n <= 40; n += 1) {
      const values = sql.join(Array.from({ length: n }, (_, i) => i));
      await rows(sql`select ${n}::integer in (${values}) as once`);
    }
    expect((await kept()).filter((text) => !before.has(text))).toEqual([]);
    for (let n = 1; n <= 320; n += 1)
      for (let round = 0; round < 3; round += 1) await rows(sql`select ${n}::integer as ${sql.ref(`n${n}`)}`);
    // A name given to a statement that was wrong keeps nothing.
    expect((await kept()).length).toBeGreaterThan(290);
    expect((await kept()).length).toBeLessThanOrEqual(300);
    expect(await rows(sql`select ${7}::integer as n320`)).toEqual([{ n320: 7 }]);
  });
});

test('where a connection breaks, another goes on, and a value that cannot be sent spoils nothing for long', async () => {
  const embedded = await startEmbedded(undefined, []);
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ host: embedded.host, user: 'postgres', database: 'postgres' });
    client.on('error', () => undefined);
    await client.connect();
    keepPlans(client);
    return client;
  };
  const ask = async (client: pg.Client, value: unknown, text = 'select $1::text as said'): Promise<unknown> =>
    (await client.query(text, [value])).rows;
  const first = await connect();
  for (let round = 0; round < 4; round += 1) expect(await ask(first, 'one')).toEqual([{ said: 'one' }]);
  first.connection.stream.destroy();

  const second = await connect();
  for (let round = 0; round < 4; round += 1) expect(await ask(second, 'two')).toEqual([{ said: 'two' }]);
  const circular: { self?: unknown } = {};
  circular.self = circular;
  const other = 'select $1::text as other';
  for (let round = 0; round < 2; round += 1) expect(await ask(second, 'two', other)).toEqual([{ other: 'two' }]);
  await expect(ask(second, circular, other)).rejects.toThrow('circular');
  await ask(second, 'two', other).catch(() => undefined);
  for (let round = 0; round < 5; round += 1) expect(await ask(second, 'two', other)).toEqual([{ other: 'two' }]);
  const { rows } = await second.query('select count(*)::integer as kept from pg_prepared_statements');
  expect(rows).toEqual([{ kept: 3 }]);
  await second.end();
  await embedded.stop();
});
