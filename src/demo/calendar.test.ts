import { describe, expect, test } from 'vitest';
import { academicYearStarting, calendarDate, dateOfDayNumber, dayNumber, weekday } from '#kernel';
import { BANK_HOLIDAYS, compulsoryDay, listHalfTerms, makeSchoolYear, schoolLeavingDay } from './calendar.ts';

const day = (text: string): number => dayNumber(calendarDate(text));
const YEARS = [2023, 2024, 2025, 2026].map(academicYearStarting);

describe.each(YEARS)('%s', (year) => {
  test('has 190 days in every school: 195 weekdays of term less five for training', () => {
    for (let urn = 910_001; urn < 910_030; urn += 1) expect(makeSchoolYear(year, 1, urn).days).toHaveLength(190);
  });

  test('opens on no weekend and no bank holiday', () => {
    const { days } = makeSchoolYear(year, 1, 920_001);
    const closed = new Set(BANK_HOLIDAYS.map(dayNumber));
    expect([...days].filter((each) => closed.has(each) || weekday(dateOfDayNumber(each)) > 5)).toEqual([]);
  });

  test('has half terms in order', () => {
    const edges = listHalfTerms(year).flat();
    expect(edges).toEqual(edges.toSorted((a, b) => a - b));
  });
});

test('a year without term dates is refused', () => {
  expect(() => listHalfTerms(academicYearStarting(2030))).toThrow(/term dates for 2023\/24/);
});

test.each([
  [2024, '2025-06-27'],
  [2025, '2026-06-26'],
])('school leaving day of the year from %i is %s', (start, date) => {
  expect(dateOfDayNumber(schoolLeavingDay(academicYearStarting(start)))).toBe(date);
});

// Education Act 1996 s. 8(2): from the fifth birthday if that is a prescribed day, else from the next prescribed day.
test.each([
  ['2019-09-01', '2024-12-30', false],
  ['2019-09-01', '2024-12-31', true],
  ['2019-12-31', '2024-12-31', true],
  ['2020-01-01', '2025-03-30', false],
  ['2020-01-01', '2025-03-31', true],
  ['2020-08-31', '2025-08-31', true],
])('born on %s, on %s of compulsory school age: %s', (birth, date, reached) => {
  expect(compulsoryDay(day(birth)) <= day(date)).toBe(reached);
});
