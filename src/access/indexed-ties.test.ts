import { openTestRecords, undone, type TestRecords } from '#testing/records';
import { findInstant } from '#kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { singleUser } from './actor.ts';
import { become } from './entry.ts';

let world: TestRecords;
beforeAll(async () => {
  world = await openTestRecords();
}, 300_000);
afterAll(() => world.close());

test('whom a tie to a group reaches is gone to by the index, under row security too', async () => {
  const at = findInstant('2026-01-15T09:00:00Z');
  if (!at) throw new Error('no moment');
  await undone(world.records, async (tx) => {
    await become(tx, { actor: singleUser, purpose: 'attendance-and-inclusion-support', subject: { kind: 'area' } }, at);
    const { rows } = await sql<{ body: string }>`
      select prosrc as body from pg_proc where oid = 'access.tied_members()'::regprocedure`.execute(tx);
    const body = /return (array\(.*\));/s.exec(rows[0]?.body ?? '')?.[1] ?? '';
    // Tables as small as these are read whole, unless that is made to look dear.
    await sql`set local enable_seqscan = off`.execute(tx);
    const plan = await sql<{ 'QUERY PLAN': string }>`explain select ${sql.raw(body)}`.execute(tx);
    const conditions = plan.rows.map((row) => row['QUERY PLAN']).filter((line) => line.includes('Index Cond'));
    const ofGroups = conditions.filter((line) =>
      ['kind', 'urn', 'class'].every((column) => line.includes(`(${column} = `)),
    );
    expect(ofGroups).toHaveLength(1);
  });
});

test('thousands of ties to single children are looked up, not searched for every row', async () => {
  const at = findInstant('2026-01-15T09:00:00Z');
  if (!at) throw new Error('no moment');
  await undone(world.records, async (tx) => {
    await become(tx, { actor: singleUser, purpose: 'attendance-and-inclusion-support', subject: { kind: 'area' } }, at);
    for (const table of ['account.child_year', 'account.card', 'worklist.entry', 'worklist.departed']) {
      const plan = await sql<{ 'QUERY PLAN': string }>`explain select upn from ${sql.raw(table)}`.execute(tx);
      const filters = plan.rows.map((row) => row['QUERY PLAN']).filter((line) => line.includes('Filter: '));
      expect(`${table}: ${filters.join(' ')}`).toContain('hashed SubPlan');
    }
  });
});

test('whom ties reach is not worked out while a statement is planned', async () => {
  await undone(world.records, async (tx) => {
    const { rows } = await sql<{ planned: string; asked: string }>`
      select count(*) filter (where qual like '%unnest(access.tied_upns())%') as planned,
        count(*) filter (where qual like '%tied_upns()%') as asked from pg_policies`.execute(tx);
    expect(rows).toEqual([{ planned: '0', asked: '4' }]);
  });
});
