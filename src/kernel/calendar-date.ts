/** A day in the calendar, `YYYY-MM-DD`. Never a `Date` at midnight: a school day has no time zone. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The date a text names, or undefined where it is not a day that exists. */
export function findCalendarDate(text: string): CalendarDate | undefined {
  const parts = SHAPE.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? brand(text) : undefined;
}

export function calendarDate(text: string): CalendarDate {
  const date = findCalendarDate(text);
  if (!date) throw new RangeError(`“${text}” is not a date like 2024-09-03`);
  return date;
}

/** Whole days since 1 January 1970. */
export function dayNumber(date: CalendarDate): number {
  // Read by its places: several times as quick as `Date.parse`, and pages ask thousands of times.
  const year = Number(date.slice(0, 4));
  // `Date.UTC` takes years before 100 for those of the twentieth century.
  if (year < 100) return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
  return Math.round(Date.UTC(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS);
}

export function dateOfDayNumber(day: number): CalendarDate {
  return brand(new Date(day * DAY_MS).toISOString().slice(0, 10));
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The day of the same number so many months later, or the last of that month where it has none. */
export function monthsLater(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const last = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
  const parts = [Math.floor(at / 12), (at % 12) + 1, Math.min(day, last)];
  return calendarDate(parts.map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0')).join('-'));
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekday(date: CalendarDate): number {
  return ((dayNumber(date) + 3) % 7) + 1;
}

export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekday(date));
}

/** `3 September 2024`, as GOV.UK writes dates. */
export function writtenDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year ?? ''}`;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function brand(text: string): CalendarDate {
  return text as CalendarDate;
}
