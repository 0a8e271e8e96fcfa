import { beginTransaction } from '#store';
import { openTestRecords } from '#testing/records';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { CHILD_COLUMNS } from './erasing.ts';

test('every column that names a child is one that erasure knows', async () => {
  const opened = await openTestRecords();
  try {
    const { rows } = await beginTransaction(opened.owner, (tx) =>
      sql<{ found: string }>`
      select n.nspname || '.' || c.relname || '.' || a.attname as found
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and a.attnum > 0 and n.nspname not in ('pg_catalog', 'information_schema')
        and a.attname ~ '(^|_)(upns?|subject_key)$' and c.oid <> 'worklist.seen'::regclass
      order by 1`.execute(tx),
    );
    expect(rows.map(({ found }) => found)).toEqual(Object.keys(CHILD_COLUMNS).toSorted());
  } finally {
    await opened.close();
  }
}, 120_000);
