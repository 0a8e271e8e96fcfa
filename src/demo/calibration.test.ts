import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { quoted, Warehouse } from '#store';
import { ANCHORS } from './anchors.ts';
import { makeNorthmoor } from './northmoor.ts';

const ABSENT = `('I','M','C','C1','C2','E','G','U','O','N','R','S','T','J1')`;
const NOT_POSSIBLE = `('D','X','Q','Y1','Y2','Y4','Y6','Y7')`;

let folder: string;
let warehouse: Warehouse;

// A quarter of Northmoor, read with SQL of our own: nothing of the product that it is meant to test.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'northmoor-'));
  const area = join(folder, 'area');
  await makeNorthmoor({ folder: area, pupils: 5000, clock: systemClock });
  warehouse = await Warehouse.open({ folders: [folder], threads: 2 });
  const file = (name: string) => `read_parquet(${quoted(join(area, name))})`;
  await warehouse.run(`create table mark as
    with cell as (
      select upn, urn, date, 'AM' as session, am as code, recorded_at from ${file('marks-*.parquet')} where am is not null
      union all
      select upn, urn, date, 'PM', pm, recorded_at from ${file('marks-*.parquet')} where pm is not null)
    select upn, urn, date, session, arg_max(code, recorded_at) as code, year(date - interval 8 month) as start
    from cell group by all`);
  await warehouse.run(`create table enrolment as
    select upn, urn, phase, any_value(birth_date) as birth, min(entry_date) as entry
    from ${file('roll.parquet')} roll join ${file('schools.parquet')} school using (urn)
    where status <> 'G' group by all`);
  await warehouse.run(`create table spell_dates as select entry_date, leaving_date from ${file('roll.parquet')}`);
}, 120_000);

afterAll(async () => {
  warehouse.close();
  await rm(folder, { recursive: true });
});

test('no spell ends before it begins', async () => {
  const spells = await warehouse.row<{ told: number; backwards: number }>(
    'select count(leaving_date) as told, count(*) filter (where leaving_date < entry_date) as backwards from spell_dates',
  );
  expect(spells.told).toBeGreaterThan(100);
  expect(spells.backwards).toBe(0);
});

describe('the published figures', () => {
  test('Northmoor meets each of them, by phase and year, within the stated tolerance', async () => {
    const rows = await warehouse.rows<{ phase: string; start: number; measure: string; percent: number }>(`
      with year_of as (
        select upn, urn, phase, start, code,
          start - year(birth) - (case when month(birth) >= 9 then 1 else 0 end) as age, date
        from mark join enrolment using (upn, urn)
        where entry < make_date(start + 1, 6, 1)),
      counted as (select * from year_of where age between 5 and 15 and not (age = 15 and month(date) in (6, 7))),
      child as (
        select phase, start, upn, urn,
          count(*) filter (code not in ${NOT_POSSIBLE}) as possible, count(*) filter (code in ${ABSENT}) as absent
        from counted group by all having possible > 0),
      rate as (
        select phase, start, sum(possible) as possible,
          100 * sum(absent) / sum(possible) as overall,
          100 * avg((absent >= 0.1 * possible)::integer) as persistent,
          100 * avg((absent >= 0.5 * possible)::integer) as severe
        from child group by all)
      select phase, start, measure, percent
      from rate unpivot (percent for measure in (overall, persistent, severe))
      union all
      select phase, start, code, 100.0 * count(*) / any_value(possible)
      from counted join rate using (phase, start) group by phase, start, code`);
    const off = ANCHORS.flatMap((row) =>
      (['primary', 'secondary', 'special'] as const).flatMap((phase) =>
        [2024, 2025].flatMap((start) => {
          const found = rows.find(
            (each) => each.phase === phase && each.start === start && each.measure === row.measure,
          );
          const { published, within } = row[phase];
          const percent = found?.percent ?? 0;
          return Math.abs(percent - published) <= within
            ? []
            : [`${phase} ${start} ${row.measure}: ${percent.toFixed(2)}, published ${published}`];
        }),
      ),
    );
    expect(off).toEqual([]);
  });

  test('Fridays stand above the rest of the week and December above September, as published', async () => {
    const [friday, rest] = await shares(`isodow(date) = 5`, `isodow(date) < 5`);
    expect(friday / rest).toBeGreaterThan(1.1);
    expect(friday / rest).toBeLessThan(1.3);
    const [december, september] = await shares(`month(date) = 12`, `month(date) = 9`);
    expect(december / september).toBeGreaterThan(1.15);
  });
});

async function shares(one: string, other: string): Promise<readonly [number, number]> {
  const share = (where: string) => `avg((code in ${ABSENT})::integer) filter (${where})`;
  const row = await warehouse.row<{ one: number; other: number }>(
    `select ${share(one)} as one, ${share(other)} as other from mark`,
  );
  return [row.one, row.other];
}

/**
 * How far mornings of absence are from being drawn day by day. `lag`: correlation of a day with the next within a child
 * about the child’s own rate, 0 where days are independent. `spread`: variance of children’s rates over what the same rate
 * for everyone would give, 1 where children do not differ.
 */
async function dependence(relation: string): Promise<{ readonly lag: number; readonly spread: number }> {
  return warehouse.row(`
    with day as (
      select child, place, absent, avg(absent) over (partition by child) as rate,
        lead(absent) over (partition by child order by place) as next from ${relation}),
      lagged as (select sum((absent - rate) * (next - rate)) / sum((absent - rate) ** 2) as lag from day where next is not null),
      child as (select child, count(*) as days, avg(absent) as rate from ${relation} group by child),
      area as (select avg(absent) as rate from ${relation})
    select lag, (select avg((child.rate - area.rate) ** 2 * child.days / (area.rate * (1 - area.rate))) from child, area) as spread
    from lagged`);
}

function looksIndependent(found: { readonly lag: number; readonly spread: number }): boolean {
  return found.lag < 0.3 || found.spread < 5;
}

describe('absence comes in runs and differs between children', () => {
  beforeAll(async () => {
    await warehouse.run(`create table morning as
      select upn || urn || start as child, row_number() over (partition by upn, urn, start order by date) as place,
        (code in ${ABSENT})::integer as absent
      from mark where session = 'AM' and code not in ${NOT_POSSIBLE}
      qualify count(*) over (partition by upn, urn, start) >= 100`);
    // The same absences of the same children on other days; and the same absences on any child’s days.
    const shuffled = (partition: string) => `
      select child, row_number() over (partition by child order by place) as place, absent from (
        select a.child, a.place, b.absent
        from (select child, place, row_number() over (${partition} order by child, place) as rank from morning) a
        join (select child, absent, row_number() over (${partition} order by hash(child, place, 17)) as rank from morning) b
          using (rank${partition ? ', child' : ''}))`;
    await warehouse.run(`create table day_by_day as ${shuffled('partition by child')}`);
    await warehouse.run(`create table child_by_child as ${shuffled('')}`);
  }, 60_000);

  test('Northmoor is not drawn day by day', async () => {
    const found = await dependence('morning');
    expect(found.lag).toBeGreaterThan(0.4);
    expect(looksIndependent(found)).toBe(false);
  });

  test('the check fails where a child’s absences are drawn independently by day', async () => {
    const found = await dependence('day_by_day');
    expect(Math.abs(found.lag)).toBeLessThan(0.05);
    expect(looksIndependent(found)).toBe(true);
  });

  test('the check fails where every child has the same propensity', async () => {
    const found = await dependence('child_by_child');
    expect(found.spread).toBeLessThan(1.2);
    expect(looksIndependent(found)).toBe(true);
  });
});
