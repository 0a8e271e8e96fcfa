import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { beginTransaction, closeRecords, openRecords } from './records/index.ts';
import { hearStatements } from './statements.ts';
import { Warehouse } from './warehouse.ts';

test('whoever listens hears each statement of both stores, and no value of any', async () => {
  const records = await openRecords();
  const warehouse = await Warehouse.open({ folders: [] });
  const heard: string[] = [];
  const end = hearStatements(({ store, text }) => void heard.push(`${store}: ${text}`));
  const ask = async (): Promise<void> => {
    await beginTransaction(records, (tx) => sql`select ${'a name'}::text as name`.execute(tx));
    await warehouse.rows('select $name as name', { name: 'a name' });
    for await (const batch of warehouse.stream('select 1 as one')) void batch;
    for await (const batch of warehouse.streamIntegers('select 3::integer as three')) void batch;
    for await (const bytes of warehouse.streamBytes("select 'four'::blob as four")) void bytes;
    await warehouse.run('select 2 as two');
  };
  await ask();
  end();
  await ask();
  expect(heard).toEqual([
    'records: begin',
    'records: select $1::text as name',
    'records: commit',
    'warehouse: select $name as name',
    'warehouse: select 1 as one',
    'warehouse: select 3::integer as three',
    "warehouse: select '…'::blob as four",
    'warehouse: select 2 as two',
  ]);
  warehouse.close();
  await closeRecords(records);
});
