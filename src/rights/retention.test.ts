import { readFile } from 'node:fs/promises';
import { calendarDate } from '#kernel';
import { CHILD_COLUMNS } from '#access';
import { closeRecords, openRecords } from '#store';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseOf } from '../store/records/records.ts';
import { firstKept, RETENTION, retentionClasses } from './retention.ts';

test('six years from the end of an academic year: it goes on 1 September', () => {
  expect(firstKept(6, calendarDate('2031-08-31'))).toBe('2024-09-01');
  expect(firstKept(6, calendarDate('2031-09-01'))).toBe('2025-09-01');
});

test('the guide prints the table as it is', async () => {
  const guide = await readFile(new URL('../../docs/guides/rights.md', import.meta.url), 'utf8');
  const rows = [...guide.matchAll(/^\| (\w+) +\| (\d+) +\| (.+?) +\| (law|area) +\|$/gm)].map(([, ...cells]) => cells);
  expect(rows).toEqual(
    retentionClasses().map((name) => [
      name,
      String(RETENTION[name].years),
      RETENTION[name].from,
      RETENTION[name].decidedBy,
    ]),
  );
});

test('every column that names a child is one that erasure knows', async () => {
  const records = await openRecords();
  try {
    const { rows } = await sql<{ found: string }>`
      select n.nspname || '.' || c.relname || '.' || a.attname as found
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and a.attnum > 0 and n.nspname not in ('pg_catalog', 'information_schema')
        and a.attname ~ '(^|_)(upns?|subject_key)$' and c.oid <> 'worklist.seen'::regclass
      order by 1`.execute(databaseOf(records));
    expect(rows.map(({ found }) => found)).toEqual(Object.keys(CHILD_COLUMNS).toSorted());
  } finally {
    await closeRecords(records);
  }
}, 120_000);
