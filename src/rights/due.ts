import { calendarDate, type CalendarDate } from '#kernel';

/**
 * The day of the same number so many months later, or the last of that month where it has none: the clock of UK GDPR
 * article 12(3), counted as the Information Commissioner does (received on 31 January: due on 28 or 29 February). A day
 * that is no working day is not moved: earlier than the law allows is safe.
 */
export function monthsLater(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return calendarDate([String(toYear), twoDigits(toMonth), twoDigits(Math.min(date, last))].join('-'));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
