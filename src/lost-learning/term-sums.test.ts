import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { academicYearStarting, fixedClock, instantOf } from '#kernel';
import { openAccount, TERM_SCHOOL, workedArea, writeTermArea, type OpenAccount } from '#testing';
import type { TermPartRow, TermPossibleRow } from './index.ts';
import { ABSENCE_PARTS } from './term-sums.ts';

const clock = fixedClock(instantOf(Date.parse('2025-11-01T12:00:00Z')));
const year = academicYearStarting(2024);

let worked: OpenAccount;
let ordinary: OpenAccount;
let made: Awaited<ReturnType<typeof writeTermArea>>;

beforeAll(async () => {
  made = await writeTermArea();
  [worked, ordinary] = [await openAccount(workedArea, year, clock), await openAccount(made.folder, year, clock)];
});
afterAll(async () => {
  await worked.close();
  await ordinary.close();
  await rm(made.folder, { recursive: true, force: true });
});

test('a school’s three terms add up to its year as the published measures count it', async () => {
  type Year = { readonly urn: string; readonly possible: number; readonly overall: number };
  type Sum = { readonly urn: number; readonly count: number };
  const years = await worked.aggregates.rows<Year>('absence_school', year);
  const possible = await worked.warehouse.rows<Sum>('select urn, sessions as count from cohort_week');
  const missed = await worked.warehouse.rows<Sum>('select urn, sessions as count from cohort_week where rule > 1');
  const [terms, parts] = [
    await worked.aggregates.rows<TermPossibleRow & { readonly urn: number }>('term_possible', year, 'half_no is null'),
    await worked.aggregates.rows<TermPartRow & { readonly urn: number }>(
      'term_part',
      year,
      "half_no is null and part = 'all'",
    ),
  ];
  const sum = (rows: readonly Sum[], urn: string): number =>
    rows.filter((row) => String(row.urn) === urn).reduce((total, row) => total + row.count, 0);
  expect(years.length).toBeGreaterThan(3);
  for (const { urn, possible: ofYear, overall } of years) {
    expect([urn, sum(possible, urn), sum(missed, urn)]).toEqual([urn, ofYear, overall]);
    expect([
      urn,
      sum(
        terms.map((row) => ({ urn: row.urn, count: row.possible })),
        urn,
      ),
    ]).toEqual([urn, ofYear]);
    expect([
      urn,
      sum(
        parts.map((row) => ({ urn: row.urn, count: row.sessions })),
        urn,
      ),
    ]).toEqual([urn, overall]);
  }
});

test('the term of an ordinary school comes to what its files were made with', async () => {
  const truth = made.truth['2024/25'];
  const here = ['urn = $urn and term_no = 1', { urn: TERM_SCHOOL.urn }] as const;
  const [school] = await ordinary.aggregates.rows('term_school', year, ...here);
  expect(school).toMatchObject({ enrolments: 40, possible: truth.possible });
  expect(Number(school?.['tenth_to_half']) + Number(school?.['half_or_more'])).toBe(truth.persistent);
  const parts = await ordinary.aggregates.rows<TermPartRow>(
    'term_part',
    year,
    `${here[0]} and half_no is null`,
    here[1],
  );
  const of = (part: string) => parts.find((row) => row.part === part);
  expect(of('all')).toMatchObject({ sessions: truth.missed });
  expect(of('unauthorised')).toMatchObject({ sessions: truth.unauthorised });
  expect(of('suspended')).toMatchObject({ sessions: 18, children: 3, largest: 6, largest_two: 12 });
  expect(of('part-time')).toBeUndefined();
});

test('who is in two kinds of absence is counted once where they are told together', async () => {
  const weeks = await worked.warehouse.rows<{
    urn: number;
    term_no: number;
    monday: string;
    rule: number;
    child_no: number;
    sessions: number;
  }>('select urn, term_no, cast(monday as varchar) as monday, rule, child_no, sessions from cohort_week');
  const rules = { suspended: 2, unauthorised: 3, 'part-time': 4, authorised: 5 } as const;
  const rows = await worked.aggregates.rows<TermPartRow & { urn: number; term_no: number }>(
    'term_part',
    year,
    'monday is not null',
  );
  expect(rows.length).toBeGreaterThan(100);
  for (const row of rows) {
    const wanted = ABSENCE_PARTS[row.part].map((id) => rules[id]);
    const mine = weeks.filter(
      (week) => week.urn === row.urn && week.monday === row.monday && wanted.some((rule) => rule === week.rule),
    );
    const byChild = new Map<number, number>();
    for (const { child_no, sessions } of mine) byChild.set(child_no, (byChild.get(child_no) ?? 0) + sessions);
    const sums = [...byChild.values()].toSorted((a, b) => b - a);
    expect(row).toMatchObject({
      children: byChild.size,
      sessions: sums.reduce((a, b) => a + b, 0),
      largest: sums[0],
      largest_two: sums.slice(0, 2).reduce((a, b) => a + b, 0),
    });
  }
});

test('minutes lost inside sessions lie in the term of their day, with how many children they come from', async () => {
  const rows = await ordinary.aggregates.rows('term_inside', year, 'urn = $urn', { urn: TERM_SCHOOL.urn });
  const of = (kind: string) => rows.find((row) => row['kind'] === kind);
  expect(of('removed-from-lesson')).toMatchObject({
    term_no: 1,
    minutes: 240,
    children: 12,
    largest: 20,
    largest_two: 40,
  });
  expect(of('internal-exclusion')).toMatchObject({ term_no: 1, minutes: 135, children: 3 });
  expect(Number(of('late')?.['minutes'])).toBeGreaterThan(0);
});
