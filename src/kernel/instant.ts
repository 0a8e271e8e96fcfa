import { calendarDate, findCalendarDate, type CalendarDate } from './calendar-date.ts';

/** A moment in time as RFC 3339 in UTC, `2024-09-03T16:00:00.000000Z`: text order is time order. */
export type Instant = string & { readonly __brand: 'Instant' };

// RFC 3339 §5.6: full-date "T" full-time, offset required. No leap seconds: no register is taken at one.
const SHAPE =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** The same rule as a pattern SQL engines read, without the check that the day exists. */
export const INSTANT_PATTERN =
  '^\\d{4}-\\d{2}-\\d{2}[Tt]([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)$';

export function findInstant(text: string): Instant | undefined {
  const parts = SHAPE.exec(text);
  const day = parts?.[1];
  if (!parts || !day || !findCalendarDate(day)) return undefined;
  const offset = parts[6] ? (parts[6] === '-' ? -1 : 1) * (Number(parts[7]) * 60 + Number(parts[8])) : 0;
  const seconds = Date.parse(`${day}T${parts[2]}:${parts[3]}:00Z`) / 1000 + Number(parts[4]) - offset * 60;
  const micros = (parts[5] ?? '').slice(0, 6).padEnd(6, '0');
  return brand(`${new Date(seconds * 1000).toISOString().slice(0, 19)}.${micros}Z`);
}

export function instantOf(milliseconds: number): Instant {
  return brand(`${new Date(milliseconds).toISOString().slice(0, 23)}000Z`);
}

export function instantDate(instant: Instant): CalendarDate {
  return calendarDate(instant.slice(0, 10));
}

/** Midnight, with which a day begins. */
export function beginningOfDay(day: CalendarDate): Instant {
  return instantOf(Date.parse(`${day}T00:00:00Z`));
}

/** The last moment of a day, so that “as known on D” includes all that was recorded on D. */
export function endOfDay(date: CalendarDate): Instant {
  return brand(`${date}T23:59:59.999999Z`);
}

function brand(text: string): Instant {
  return text as Instant;
}
