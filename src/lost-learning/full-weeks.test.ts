import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { academicYearStarting, calendarDate, endOfDay, fixedClock } from '#kernel';
import { askedLists, plantedFolder, schoolDays, type Painted } from '#testing';
import { buildAccount } from './account.ts';
import { writeAggregates } from './aggregates.ts';
import type { FullWeekRow } from './full-weeks.ts';
import { getAccountMeasure } from './measures.ts';
import { Aggregates } from './open-aggregates.ts';

const YEAR = academicYearStarting(2025);
const DAYS = schoolDays('2025-09-01', '2025-09-26');
const away = (from: string, to: string, code: string): Painted => [from, to, code, code];

let aggregates: Aggregates;
let remove: () => Promise<void>;

// Four weeks of school, the last of them not over on the day asked for: three count.
beforeAll(async () => {
  const area = await plantedFolder({
    schools: { 900001: DAYS, 900002: DAYS },
    children: {
      Always: {},
      'Once away': { marks: [['2025-09-10', '2025-09-10', null, 'O']] },
      'Not required in the second week': { marks: [away('2025-09-08', '2025-09-12', 'X')] },
      'No register in the second week': { marks: [['2025-09-10', '2025-09-10', null, '']] },
      'No register and once away': {
        marks: [
          ['2025-09-10', '2025-09-10', null, ''],
          ['2025-09-11', '2025-09-11', 'O', null],
        ],
      },
      'No register all the second week': { marks: [away('2025-09-08', '2025-09-12', '')] },
      'On no roll for six days, from the second week': {
        spells: [{ leaving: '2025-09-05' }, { entry: '2025-09-16' }],
      },
      'Half here, half there': {
        spells: [
          { status: 'M', marks: [away('2025-09-03', '2025-09-05', 'D'), away('2025-09-08', '2025-09-26', 'D')] },
          {
            urn: 900002,
            status: 'S',
            marks: [away('2025-09-01', '2025-09-02', 'D'), away('2025-09-12', '2025-09-12', 'I')],
          },
        ],
      },
    },
  });
  const clock = fixedClock(endOfDay(calendarDate('2025-09-30')));
  const { open } = await askedLists(area.folder);
  const folder = join(open.area.derived, 'aggregates');
  const answered = await buildAccount(open.warehouse, { asOf: calendarDate('2025-09-25') }, clock);
  await writeAggregates(open.warehouse, answered, folder);
  aggregates = await Aggregates.open(folder);
  remove = async () => {
    aggregates.close();
    await open.close();
    await area.remove();
  };
});

afterAll(() => remove());

const counts = ({ children, weeks, full_weeks }: FullWeekRow) => [children, weeks, full_weeks];

test('full weeks of the area: weeks that are over and count, and those in which nothing was missed', async () => {
  const rows = await aggregates.rows<FullWeekRow>('full_week_group', YEAR, `told_by = 'all'`);
  // 3 of 3, 2 of 3, then 2 of 2 four times, 1 of 3 with six days on no roll, and 2 of 3 over both schools.
  expect(rows.map(counts)).toEqual([[8, 20, 16]]);
});

test('a school’s own register counts its own sessions: what is due at the other school is not missed here', async () => {
  const rows = await aggregates.rows<FullWeekRow>('full_week_school', YEAR, `told_by = 'all' and urn = $urn`, {
    urn: 900001,
  });
  // The child of two schools has one week here, of two days, and it was full. Time on no roll is no school’s week.
  expect(rows.map(counts)).toEqual([[8, 17, 16]]);
  const there = await aggregates.rows<FullWeekRow>('full_week_school', YEAR, `told_by = 'all' and urn = 900002`);
  expect(there.map(counts)).toEqual([[1, 3, 2]]);
});

test('each group adds up to the same children and weeks, and the measure names what the rows hold', async () => {
  for (const relation of ['full_week_group', 'full_week_school']) {
    const rows = await aggregates.rows<FullWeekRow>(relation, YEAR);
    const total = (by: string) => {
      const some = rows.filter((row) => row.told_by === by);
      return [some.reduce((sum, row) => sum + row.weeks, 0), some.reduce((sum, row) => sum + row.full_weeks, 0)];
    };
    for (const by of new Set(rows.map((row) => row.told_by))) expect([by, total(by)]).toEqual([by, total('all')]);
    expect(rows[0]).toHaveProperty(getAccountMeasure('full_week_percent').numerator);
    expect(rows[0]).toHaveProperty(getAccountMeasure('full_week_percent').denominator ?? '');
  }
});
