import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { academicYearStarting, calendarDate, endOfDay, fixedClock } from '#kernel';
import type { PublishedStatistics } from '#place';
import { carriedFigures, openAccount, plantedFolder, schoolDays, type OpenAccount, type PlantedArea } from '#testing';
import { unmarkedShare } from './last-year.ts';
import { findPageQuestion, makeGovernorsPage } from './index.ts';

const [BEFORE, NOW] = [academicYearStarting(2024), academicYearStarting(2025)];

// Autumns as most of these schools have them, without the break in October, and the week in which spring begins.
const autumn2024 = (from = '2024-09-02', to = '2024-12-20') =>
  schoolDays(from, to, ['2024-10-26', '2024-11-03']).concat(schoolDays('2025-01-06', '2025-01-10'));
const autumn2025 = (to = '2025-12-19') => schoolDays('2025-09-01', to, ['2025-10-25', '2025-11-02']);
const spring2026 = schoolDays('2026-01-05', '2026-01-07');
const whole = [...autumn2024(), ...autumn2025(), ...spring2026];

const SCHOOLS = {
  900_001: whole,
  // Days and registers of this year came to the end of November; in the second of these schools spring’s came, too.
  900_002: [...autumn2024(), ...autumn2025('2025-11-26')],
  900_003: [...autumn2024(), ...autumn2025('2025-11-26'), ...spring2026],
  // Those of last year did; or came from November on.
  900_004: [...autumn2024('2024-09-02', '2024-11-26'), ...autumn2025(), ...spring2026],
  900_005: [...autumn2024('2024-11-04'), ...autumn2025(), ...spring2026],
  // The term ends a week before that of the others; and a day before that.
  900_006: [...autumn2024('2024-09-02', '2024-12-13'), ...autumn2025('2025-12-12'), ...spring2026],
  900_007: [...autumn2024(), ...autumn2025('2025-12-11'), ...spring2026],
  // Opens in the break of the others.
  900_008: [...autumn2024(), ...autumn2025(), '2025-12-30', ...spring2026],
  // Reception’s registers were never taken; in the other, a pupil’s were not from 29 September.
  900_009: whole,
  900_010: whole,
} as const;

const LONG = { entry: '2024-09-01' };
const AREA: PlantedArea = {
  schools: SCHOOLS,
  children: {
    ...Object.fromEntries(Object.keys(SCHOOLS).map((urn) => [urn, { spells: [{ ...LONG, urn: Number(urn) }] }])),
    Reception: {
      born: '2021-03-03',
      spells: [{ urn: 900_009, marks: [['2025-09-01', '2026-01-31', '', '']] }],
    },
    Silent: { spells: [{ ...LONG, urn: 900_010, marks: [['2025-09-29', '2025-12-31', '', '']] }] },
  },
};

let account: OpenAccount;
let published: PublishedStatistics;
let remove: () => Promise<void>;

beforeAll(async () => {
  const planted = await plantedFolder(AREA);
  remove = planted.remove;
  published = await carriedFigures();
  account = await openAccount(planted.folder, NOW, fixedClock(endOfDay(calendarDate('2026-01-07'))), BEFORE);
});
afterAll(async () => {
  await account.close();
  await remove();
});

async function autumnOf(urn: number, { aggregates }: OpenAccount = account) {
  const question = await findPageQuestion(aggregates, { urn, year: NOW, term: 'autumn', invented: false });
  if (!question?.now) throw new Error(`${urn} has no autumn term`);
  const { measures } = await makeGovernorsPage(published, question);
  return { ...question, now: question.now, columns: measures.columns.slice(1), notes: measures.notes };
}

const THIS = 'Autumn term 2025/26';
const LAST = 'Autumn term 2024/25';
// The Department’s autumn of 2025/26 is not in the data that come with Kith; that of 2024/25 is.
const ENGLAND = 'England, primary schools, 2024/25';

describe('a term stands beside others only where its days have come whole', () => {
  test.each([
    [900_001, 'whole'],
    [900_006, 'a week shorter than the others'],
    [900_008, 'open in the break of the others'],
  ])('%i: %s', async (urn) => {
    const { now, before, columns } = await autumnOf(urn);
    expect([now.complete, before?.complete]).toEqual([true, true]);
    expect(columns).toEqual([THIS, LAST, ENGLAND]);
  });

  test.each([
    [900_002, '2025-11-26'],
    [900_003, '2025-11-26'],
    [900_007, '2025-12-11'],
  ])('%i: this year’s list ends on %s', async (urn, to) => {
    const { now, columns, notes } = await autumnOf(urn);
    expect([now.complete, now.to]).toEqual([false, to]);
    expect(columns).toEqual([THIS]);
    expect(notes.join(' ')).toContain('These figures are not of the whole term, only of 1 September to');
  });

  test.each([
    [900_004, '2024-09-02', '2024-11-26'],
    [900_005, '2024-11-04', '2024-12-20'],
  ])('%i: last year’s list is of %s to %s', async (urn, from, to) => {
    const { now, before, columns, notes } = await autumnOf(urn);
    expect(now.complete).toBe(true);
    expect(before).toMatchObject({ complete: false, from, to });
    expect(columns).not.toContain(LAST);
    expect(notes.join(' ')).toContain('The registers of the autumn term of 2024/25 are not of the whole term');
  });

  test.each([
    ['days', SCHOOLS[900_002], []],
    ['marks', whole, [['2025-11-27', '2026-01-31', '', '']]],
  ] as const)('an area whose %s have all come to the end of November only', async (_, days, marks) => {
    const planted = await plantedFolder({
      schools: { 900_001: days, 900_002: days },
      children: { One: { spells: [{ ...LONG, marks }] } },
    });
    const half = await openAccount(planted.folder, NOW, fixedClock(endOfDay(calendarDate('2026-01-07'))), BEFORE);
    const { now, before, columns } = await autumnOf(900_001, half);
    expect([now.to, now.complete, before?.complete]).toEqual(['2025-11-26', false, true]);
    expect(columns).toEqual([THIS]);
    await half.close();
    await planted.remove();
  });
});

describe('registers that were not taken', () => {
  test('are those of the pupils on the page: Reception’s keep nothing away', async () => {
    const { now, columns } = await autumnOf(900_009);
    expect([now.enrolments, unmarkedShare(now)]).toEqual([1, 0]);
    expect(columns).toEqual([THIS, LAST, ENGLAND]);
  });

  test('keep last year and England away where they are too many, with one reason for both', async () => {
    const { now, columns, notes } = await autumnOf(900_010);
    // 55 of the 75 days of one of two pupils.
    expect(unmarkedShare(now)).toBeCloseTo(55 / 150, 12);
    expect(columns).toEqual([THIS]);
    expect(notes.filter((note) => note.includes('too many registers were not taken'))).toEqual([
      'In the autumn term of 2025/26 too many registers were not taken to set it beside other figures.',
    ]);
  });
});
