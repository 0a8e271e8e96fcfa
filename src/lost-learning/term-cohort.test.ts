import { afterAll, beforeAll, expect, test } from 'vitest';
import { academicYearStarting, calendarDate, endOfDay, fixedClock } from '#kernel';
import { buildModels } from '#store';
import { openAccount, plantedFolder, schoolDays, workedArea, type OpenAccount, type Painted } from '#testing';
import { ACCOUNT } from './account.ts';
import { readAccountModels, SETTLED } from './question.ts';

const YEAR = academicYearStarting(2025);
const HERE = 900_001;
const THERE = 900_002;
// Two weeks of autumn and two days of June: sessions after May are dropped for who was 15 on 31 August.
const DAYS = [...schoolDays('2025-09-01', '2025-09-12'), '2026-06-01', '2026-06-02'];
const UNDER_FIVE = '2020-09-03';
const FIFTEEN = '2010-03-03';
const SEVENTEEN = '2008-03-03';

const on = (date: string, am: string | null, pm: string | null = null): Painted => [date, date, am, pm];
const untaken = (date: string): Painted => on(date, '', '');

let area: OpenAccount;
let remove: () => Promise<void>;

beforeAll(async () => {
  const planted = await plantedFolder({
    schools: { [HERE]: DAYS, [THERE]: DAYS },
    children: {
      'A tenth': { marks: [on('2025-09-01', 'O', 'O')] },
      'Less than a tenth': { marks: [on('2025-09-01', 'O')] },
      'A half': { marks: [['2025-09-01', '2025-09-05', 'I', 'I']] },
      'Less than a half': { marks: [['2025-09-01', '2025-09-04', 'I', 'I'], on('2025-09-05', 'I')] },
      Late: { marks: [on('2025-09-02', 'L:100')] },
      'Not marked': { marks: [on('2025-09-03', '', '')] },
      'Not brought': { marks: [on('2025-09-03', 'Q')] },
      Left: { spells: [{ leaving: '2025-09-05', marks: [on('2025-09-03', 'L:20')] }] },
      Fifteen: { born: FIFTEEN, marks: [untaken('2025-09-01'), untaken('2026-06-01')] },
      'Fifteen and left': { born: FIFTEEN, spells: [{ leaving: '2025-09-05' }] },
      // A guest for three days, and only then on the roll.
      'Guest at first': {
        spells: [{ status: 'G', leaving: '2025-09-03', marks: [on('2025-09-02', '', 'Q')] }, { entry: '2025-09-04' }],
      },
      // None of these is in the cohort of the published measures here.
      Reception: {
        born: UNDER_FIVE,
        marks: [['2025-09-01', '2025-09-12', '', ''], on('2026-06-01', 'Q')],
      },
      'Reception and left': { born: UNDER_FIVE, spells: [{ leaving: '2025-09-05' }] },
      'Sixth form': { born: SEVENTEEN, marks: [['2025-09-01', '2025-09-12', '', '']] },
      Guest: {
        spells: [
          { urn: THERE, marks: [['2025-09-01', '2026-06-02', 'D', 'D']] },
          { status: 'G', marks: [untaken('2025-09-04')] },
        ],
      },
    },
    removals: [
      // 100 + 120 minutes in one session, which has 180.
      { name: 'Late', date: '2025-09-02', session: 'AM', minutes: 120, kind: 'removed-from-lesson' },
      { name: 'Late', date: '2025-09-02', session: 'PM', minutes: 15, kind: 'late-to-lesson' },
      { name: 'Left', date: '2025-09-02', session: 'PM', minutes: 10, kind: 'removed-from-lesson' },
      // A lateness that the register has already.
      { name: 'Left', date: '2025-09-03', session: 'AM', minutes: 12, kind: 'late-to-lesson' },
      // Out of a session that was not attended, by the register.
      { name: 'A half', date: '2025-09-01', session: 'AM', minutes: 50, kind: 'removed-from-lesson' },
      { name: 'Fifteen', date: '2026-06-02', session: 'AM', minutes: 45, kind: 'left-lesson' },
      { name: 'Reception', date: '2026-06-02', session: 'AM', minutes: 60, kind: 'left-lesson' },
      { name: 'Guest at first', date: '2025-09-01', session: 'AM', minutes: 25, kind: 'left-lesson' },
      { name: 'Guest', urn: HERE, date: '2025-09-02', session: 'AM', minutes: 60, kind: 'left-lesson' },
    ],
  });
  area = await openAccount(planted.folder, YEAR, fixedClock(endOfDay(calendarDate('2026-06-05'))));
  remove = planted.remove;
});
afterAll(async () => {
  await area.close();
  await remove();
});

const rowsHere = (relation: string) => area.aggregates.rows(relation, YEAR, 'urn = $urn', { urn: HERE });

test('who missed exactly a tenth, or exactly a half, is in the band above', async () => {
  const [autumn] = await rowsHere('term_school');
  expect(autumn).toMatchObject({
    term_no: 1,
    enrolments: 11,
    half_or_more: 1,
    tenth_to_half: 2,
    under_tenth: 8,
  });
});

test('registers not taken, transport and time on no roll are of the pupils of the published measures alone', async () => {
  const rows = await rowsHere('term_beyond');
  expect(rows.map((row) => [row['term_no'], row['rule'], row['sessions'], row['children'], row['largest']])).toEqual([
    [1, 6, 1, 1, 1],
    // One day of two children.
    [1, 9, 4, 2, 2],
    // The week after the day on which two left.
    [1, 10, 20, 2, 10],
    // Two days of June, of the one who was not 15.
    [3, 10, 4, 1, 4],
  ]);
  // The school’s own register has more of each: these children are not in it by accident.
  const all = await area.warehouse.rows(
    `select rule, cast(sum(sessions) as bigint) as sessions from school_week where urn = ${HERE} and rule in (6, 9, 10)
     group by rule order by rule`,
  );
  expect(all.map((row) => [row['rule'], row['sessions']])).toEqual([
    [6, 2],
    [9, 46],
    [10, 32],
  ]);
});

test('minutes are of sessions attended by the same pupils, at most 180 each, and lateness counts once', async () => {
  const rows = await rowsHere('term_inside');
  expect(
    rows.map(({ term_no, kind, minutes, children, largest }) => [term_no, kind, minutes, children, largest]),
  ).toEqual([
    [1, 'late', 120, 2, 100],
    [1, 'late-to-lesson', 15, 1, 15],
    [1, 'removed-from-lesson', 90, 2, 80],
  ]);
});

test('minutes of all kinds of a session come to those of the account', async () => {
  const worked = await openAccount(
    workedArea,
    academicYearStarting(2024),
    fixedClock(endOfDay(calendarDate('2025-11-01'))),
  );
  for (const { warehouse } of [area, worked]) {
    const models = await readAccountModels(warehouse);
    await buildModels(warehouse, models, ['school_session'], new Set([...SETTLED, ...ACCOUNT]));
    const account = await warehouse.rows(
      `select own.child_no, own.urn, own.pos, own.minutes
       from school_session as own
       join register_session as register using (child_no, urn, pos)
       join enrolment_cohort as cohort on cohort.child_no = own.child_no and cohort.urn = own.urn
       where own.minutes > 0 and register.enrolled and own.pos <= cohort.last_pos order by all`,
    );
    const kinds = await warehouse.rows(
      'select child_no, urn, pos, cast(sum(minutes) as bigint) as minutes from cohort_inside group by all order by all',
    );
    expect(account.length).toBeGreaterThan(2);
    expect(kinds).toEqual(account);
  }
  await worked.close();
});
