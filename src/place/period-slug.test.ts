import fc from 'fast-check';
import { expect, test } from 'vitest';
import { academicYearStarting, calendarDate, lastDay } from '#kernel';
import { findPeriod, periodSlug, periodTitle } from './period-slug.ts';
import {
  calendarYear,
  edition,
  financialYear,
  monthOf,
  periodWords,
  TERMS,
  yearsTogether,
  type Period,
} from './period.ts';

const start = fc.integer({ min: 2000, max: 2060 });
const periods: fc.Arbitrary<Period> = fc.oneof(
  start.map((from): Period => ({ kind: 'academic-year', year: academicYearStarting(from) })),
  start.map((from): Period => ({ kind: 'five-half-terms', year: academicYearStarting(from) })),
  fc
    .tuple(start, fc.constantFrom(...TERMS))
    .map(([from, term]): Period => ({ kind: 'term', year: academicYearStarting(from), term })),
  fc
    .tuple(start, fc.integer({ min: 1, max: 53 }))
    .map(([from, week]): Period => ({ kind: 'week', year: academicYearStarting(from), week })),
  start.map((from): Period => ({ kind: 'year-to-date', year: academicYearStarting(from), through: undefined })),
  start.map((from): Period => ({
    kind: 'year-to-date',
    year: academicYearStarting(from),
    through: lastDay(academicYearStarting(from)),
  })),
  start.map(calendarYear),
  start.map(financialYear),
  start.map(edition),
  start.map((last) => yearsTogether(String(last - 2), String(last), academicYearStarting(last))),
  start.map((last) =>
    yearsTogether(`${last - 3}/${String(last - 2).slice(2)}`, academicYearStarting(last), academicYearStarting(last)),
  ),
  fc
    .tuple(start, fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => monthOf(calendarDate(`${year}-${String(month).padStart(2, '0')}-01`))),
);

test('a period is written into an address and read back', () => {
  fc.assert(
    fc.property(periods, (period) => {
      expect(findPeriod(periodSlug(period))).toEqual(period);
      expect(periodTitle(period)).not.toBe('');
      expect(periodWords(period)).not.toBe('');
    }),
  );
});

test('its school year is the one its last day falls in', () => {
  expect(calendarYear(2024).year).toBe('2024/25');
  expect(financialYear(2023).year).toBe('2023/24');
  expect(monthOf(calendarDate('2023-10-01'))).toEqual({ kind: 'month', year: '2023/24', through: '2023-10-31' });
  expect(monthOf(calendarDate('2024-02-11'))).toEqual({ kind: 'month', year: '2023/24', through: '2024-02-29' });
});

test('two periods with one address are one period', () => {
  fc.assert(
    fc.property(periods, periods, (a, b) => {
      expect(periodSlug(a) === periodSlug(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});

test.each(['', '2023', '2023-13', 'x', '2023/25', '2023-24-financialx'])(
  '“%s” is the calendar year or nothing',
  (text) => {
    expect(findPeriod(text)?.kind).toBe(text === '2023' ? 'calendar-year' : undefined);
  },
);
