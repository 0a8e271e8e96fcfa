import { expect, test } from 'vitest';
import { calendarDate } from './calendar-date.ts';
import { addWorkingDays, listBankHolidays } from './working-days.ts';

// As listed for England and Wales on www.gov.uk/bank-holidays.
test.each([
  [2023, '01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26'],
  [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
  [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
])('the bank holidays of %i', (year, days) => {
  const found = listBankHolidays(year);
  expect(found).toEqual(days.split(' ').map((day) => `${year}-${day}`));
});

test.each([
  ['2026-03-02', 10, '2026-03-16'],
  ['2026-03-27', 10, '2026-04-14'],
  ['2026-12-23', 3, '2026-12-30'],
  ['2026-11-28', 1, '2026-11-30'],
])('%s and %i working days: %s', (from, days, due) => {
  expect(addWorkingDays(calendarDate(from), days)).toBe(due);
});
