import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWeeks } from './same-weeks.ts';
import type { SchoolWeekRow } from './weeks.ts';

function week(half_no: number, week_in_half: number, of: Partial<SchoolWeekRow> = {}): SchoolWeekRow {
  return {
    grouped: '',
    half_no,
    week_in_half,
    week: '2025-01-06',
    to_come: false,
    listed: 5,
    days: 5,
    possible: 100,
    lost_absence: 5,
    unmarked: 0,
    ...of,
  };
}

test('weeks are held against each other by their place, and only whole ones that both years have count to date', () => {
  const toCome = { to_come: true, days: 0, possible: 0, lost_absence: 0 };
  const now = [
    week(1, 1, { listed: 3, days: 3, possible: 60, lost_absence: 6 }),
    week(1, 2),
    week(2, 1),
    week(2, 2, { days: 2, possible: 40, lost_absence: 4 }),
    week(2, 3, toCome),
  ];
  const before = [week(1, 1), week(1, 2, { lost_absence: 7 }), week(1, 3), week(2, 2), week(2, 3)];
  const { weeks, toDate, last } = compareWeeks(now, before);
  expect(weeks.map(({ half, week: no, match }) => [half, no, match])).toEqual([
    [1, 1, 'like'],
    [1, 2, 'like'],
    [1, 3, 'last-year-only'],
    [2, 1, 'this-year-only'],
    [2, 2, 'unfinished'],
    [2, 3, 'to-come'],
  ]);
  expect(toDate).toEqual({
    weeks: 2,
    now: { possible: 160, lost_absence: 11 },
    before: { possible: 200, lost_absence: 12 },
  });
  expect([last?.half, last?.week]).toEqual([1, 2]);
});

test('a week with more than a tenth of its sessions without a mark, in either year, is held against nothing', () => {
  const tenth = week(1, 1, { possible: 90, unmarked: 10 });
  const more = week(1, 1, { possible: 89, unmarked: 11 });
  const match = (now: SchoolWeekRow, before: SchoolWeekRow) => {
    const { weeks, toDate } = compareWeeks([now], [before]);
    return [weeks.map((one) => one.match), toDate.weeks];
  };
  expect(match(tenth, tenth)).toEqual([['like'], 1]);
  expect(match(more, tenth)).toEqual([['registers-not-taken'], 0]);
  expect(match(tenth, more)).toEqual([['registers-not-taken'], 0]);
  // No register at all: the week is one of the year all the same.
  const silent = week(1, 1, { possible: 0, lost_absence: 0, unmarked: 100 });
  expect(match(silent, tenth)).toEqual([['registers-not-taken'], 0]);
  expect(match(tenth, silent)).toEqual([['registers-not-taken'], 0]);
});

test('a week that was not over last year is no like one either', () => {
  const { weeks, toDate, last } = compareWeeks([week(1, 1), week(1, 2)], [week(1, 1), week(1, 2, { days: 3 })]);
  expect(weeks.map(({ match }) => match)).toEqual(['like', 'unfinished']);
  expect([toDate.weeks, last?.week]).toEqual([1, 1]);
});

test('a year without the other holds nothing against anything', () => {
  expect(compareWeeks([week(1, 1)], []).toDate.weeks).toBe(0);
  expect(compareWeeks([], []).weeks).toEqual([]);
  // A week in which no session was possible in either year is no week.
  expect(compareWeeks([week(1, 1, { possible: 0 })], [week(1, 1, { possible: 0 })]).weeks).toEqual([]);
});

test('every week that has sessions is there once, in order, and sums are of like weeks only', () => {
  const rows = fc.uniqueArray(
    fc.record({
      half: fc.integer({ min: 1, max: 6 }),
      no: fc.integer({ min: 0, max: 9 }),
      days: fc.integer({ min: 0, max: 5 }),
      possible: fc.integer({ min: 0, max: 50 }),
      unmarked: fc.integer({ min: 0, max: 12 }),
    }),
    { selector: ({ half, no }) => `${half} ${no}`, maxLength: 30 },
  );
  const made = rows.map((some) => some.map(({ half, no, ...of }) => week(half, no, { ...of, lost_absence: 0 })));
  fc.assert(
    fc.property(made, made, (now, before) => {
      const { weeks, toDate } = compareWeeks(now, before);
      const places = weeks.map(({ half, week: no }) => half * 100 + no);
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
      const held = (some: readonly SchoolWeekRow[]): number =>
        some.filter(({ possible, unmarked }) => possible + unmarked > 0).length;
      expect(weeks.filter((one) => one.now).length).toBe(held(now));
      expect(weeks.filter((one) => one.before).length).toBe(held(before));
      expect(toDate.now.possible).toBeLessThanOrEqual(now.reduce((sum, { possible }) => sum + possible, 0));
      for (const one of weeks.filter(({ match }) => match === 'like'))
        for (const side of [one.now, one.before])
          expect((side?.unmarked ?? 1) * 9).toBeLessThanOrEqual(side?.possible ?? 0);
    }),
    { numRuns: 100 },
  );
});
