import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  academicYearStarting,
  addDays,
  calendarDate,
  dateOfDayNumber,
  dayNumber,
  firstDay,
  lastDay,
  mondayOf,
  weekday,
  type AcademicYear,
  type CalendarDate,
} from '#kernel';
import { easterSunday, type OpenDay } from './term-breaks.ts';
import { settleHalfTerms, type HalfTerm } from './terms.ts';

const YEAR = academicYearStarting(2024);

type Span = readonly [first: string, last: string];

// Half terms as areas publish them: Easter inside the spring break, after it, and before it.
const KNOWN: readonly (readonly [AcademicYear, readonly Span[]])[] = [
  [
    academicYearStarting(2023),
    [
      ['2023-09-04', '2023-10-27'],
      ['2023-11-06', '2023-12-22'],
      ['2024-01-08', '2024-02-09'],
      ['2024-02-19', '2024-03-28'],
      ['2024-04-15', '2024-05-24'],
      ['2024-06-03', '2024-07-23'],
    ],
  ],
  [
    YEAR,
    [
      ['2024-09-02', '2024-10-25'],
      ['2024-11-04', '2024-12-20'],
      ['2025-01-06', '2025-02-14'],
      ['2025-02-24', '2025-04-04'],
      ['2025-04-22', '2025-05-23'],
      ['2025-06-02', '2025-07-22'],
    ],
  ],
  // A fortnight in October, Good Friday in term, and a summer that ends early.
  [
    academicYearStarting(2025),
    [
      ['2025-09-03', '2025-10-17'],
      ['2025-11-03', '2025-12-19'],
      ['2026-01-05', '2026-02-13'],
      ['2026-02-23', '2026-03-27'],
      ['2026-04-13', '2026-05-22'],
      ['2026-06-01', '2026-07-10'],
    ],
  ],
];

function weekdaysIn([first, last]: Span): readonly CalendarDate[] {
  const from = dayNumber(calendarDate(first));
  const days = Array.from({ length: dayNumber(calendarDate(last)) - from + 1 }, (_, index) =>
    dateOfDayNumber(from + index),
  );
  return days.filter((date) => weekday(date) <= 5);
}

function shared(spans: readonly Span[]): readonly OpenDay[] {
  return spans.flatMap(weekdaysIn).map((date) => ({ date, shared: true }));
}

const spansOf = (halves: readonly HalfTerm[]): readonly Span[] => halves.map(({ first, last }) => [first, last]);
const spansIn2024 = (): readonly Span[] => KNOWN[1]?.[1] ?? [];

describe('half terms found from the days on which most schools open', () => {
  test.each(KNOWN)('%s', (year, spans) => {
    const halves = settleHalfTerms(year, shared(spans));
    expect(spansOf(halves)).toEqual(spans);
    expect(halves.map((half) => half.from)).toEqual(Array.from({ length: 6 }, () => 'found'));
    expect(halves.map((half) => half.term)).toEqual([1, 1, 2, 2, 3, 3]);
  });

  test('bank holidays and a training day beside them make no break', () => {
    const holidays = ['2025-05-05', '2025-05-06', '2024-09-02'];
    const days = shared(spansIn2024()).filter(({ date }) => !holidays.includes(date));
    expect(spansOf(settleHalfTerms(YEAR, days))).toEqual(spansIn2024().with(0, ['2024-09-03', '2024-10-25']));
  });

  test('a school that opens in the break of the others moves the weeks of none', () => {
    const stray = weekdaysIn(['2024-10-28', '2024-11-01']).map((date) => ({ date, shared: false }));
    const days = [...shared(spansIn2024()), ...stray].toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const halves = settleHalfTerms(YEAR, days);
    expect(spansOf(halves)).toEqual(spansIn2024().with(0, ['2024-09-02', '2024-11-01']));
    expect(halves[1]?.weekOne).toBe('2024-11-04');
    expect([halves[0]?.opens, halves[0]?.closes]).toEqual(['2024-09-02', '2024-10-25']);
  });

  test('a school that opens before all others is in the first half term, before its week 1', () => {
    const days = [{ date: calendarDate('2024-09-02'), shared: false }, ...shared([['2024-09-10', '2024-10-25']])];
    const [half] = settleHalfTerms(YEAR, days);
    expect(half).toMatchObject({ first: '2024-09-02', weekOne: '2024-09-09' });
  });

  test('a year half delivered has usual dates for what is not there', () => {
    const halves = settleHalfTerms(
      YEAR,
      shared([
        ['2024-09-03', '2024-10-25'],
        ['2024-11-04', '2024-12-11'],
      ]),
    );
    expect(spansOf(halves)).toEqual([
      ['2024-09-03', '2024-10-25'],
      ['2024-11-04', '2024-12-20'],
      ['2025-01-06', '2025-02-14'],
      ['2025-02-24', '2025-04-11'],
      ['2025-04-28', '2025-05-23'],
      ['2025-06-02', '2025-07-22'],
    ]);
    expect(halves.map((half) => half.from)).toEqual(['found', 'found', 'usual', 'usual', 'usual', 'usual']);
  });

  test('a summer that is delivered to the first days of July ends on its usual day', () => {
    const days = shared(spansIn2024().with(5, ['2025-06-02', '2025-07-08']));
    expect(settleHalfTerms(YEAR, days)[5]).toMatchObject({ last: '2025-07-22', closes: '2025-07-22' });
    const whole = shared(spansIn2024().with(5, ['2025-06-02', '2025-07-09']));
    expect(settleHalfTerms(YEAR, whole)[5]).toMatchObject({ last: '2025-07-09', closes: '2025-07-09' });
  });

  test('any days at all: six half terms in order, each day in one, no week in two', () => {
    const year = fc.integer({ min: 2015, max: 2035 }).map(academicYearStarting);
    const days = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 364 }), fc.boolean()), { selector: ([day]) => day });
    fc.assert(
      fc.property(year, days, fc.option(fc.integer({ min: 0, max: 80 })), (of, chosen, dense) => {
        const listed = new Map(chosen);
        // Most years are dense: all weekdays from a day on.
        if (dense !== null) for (let day = dense; day < 330; day += 1) listed.set(day, listed.get(day) ?? true);
        const open = [...listed]
          .map(([day, most]) => ({ date: addDays(firstDay(of), day), shared: most }))
          .filter(({ date }) => date <= lastDay(of))
          .toSorted((a, b) => (a.date < b.date ? -1 : 1));
        const halves = settleHalfTerms(of, open);
        expect(halves.map((half) => half.no)).toEqual([1, 2, 3, 4, 5, 6]);
        for (const [index, half] of halves.entries()) {
          expect(half.first <= half.last && half.first >= firstDay(of) && half.last <= lastDay(of)).toBe(true);
          expect((halves[index - 1]?.last ?? '') < mondayOf(half.first)).toBe(true);
        }
        for (const { date } of open) {
          expect(halves.filter((half) => date >= half.first && date <= half.last)).toHaveLength(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('what the area set counts, and still holds every school day', () => {
  const set = spansIn2024().map(([first, last]) => ({ first: calendarDate(first), last: calendarDate(last) }));
  const own = set.with(1, { first: calendarDate('2024-11-11'), last: calendarDate('2024-12-13') });
  const halves = settleHalfTerms(YEAR, shared(spansIn2024()), own);
  // The week of 4 November lies outside what was set: it goes with the half term before it.
  expect(spansOf(halves).slice(0, 2)).toEqual([
    ['2024-09-02', '2024-11-08'],
    ['2024-11-11', '2024-12-20'],
  ]);
  expect(halves[1]).toMatchObject({ weekOne: '2024-11-11', opens: '2024-11-11', closes: '2024-12-13', from: 'set' });
});

// Dates as published: GOV.UK, UK bank holidays (2018 to 2027); the earliest and latest that can be.
test.each([
  [1818, '1818-03-22'],
  [2018, '2018-04-01'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter Sunday in %i', (year, date) => {
  expect(easterSunday(year)).toBe(date);
});
