import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate as day, monthsLater, type CalendarDate } from './calendar-date.ts';

describe('a month later', () => {
  test.each([
    // As the Information Commissioner counts: the day of that number, or the last of a shorter month.
    ['2026-09-03', 1, '2026-10-03'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2028-02-29', -12, '2027-02-28'],
  ])('than %s, by %i, is %s', (from, months, to) => {
    expect(monthsLater(day(from), months)).toBe(to);
  });

  test('is never in the month after the next, and never earlier for a later day', () => {
    const days = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => day(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, days, fc.integer({ min: -90, max: 90 }), (a, b, months) => {
        const monthOf = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(monthOf(monthsLater(a, months)) - monthOf(a)).toBe(months);
        const [earlier, later] = a <= b ? [a, b] : [b, a];
        expect(monthsLater(earlier, months) <= monthsLater(later, months)).toBe(true);
      }),
    );
  });
});
