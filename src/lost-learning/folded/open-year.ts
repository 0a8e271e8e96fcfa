import { broken } from '#kernel';
import { SESSIONS_IN_A_YEAR } from '#register';

/** Days of the longest academic year. */
export const DAYS = SESSIONS_IN_A_YEAR / 2;

/** Weeks that an academic year can touch, counted from the Monday on or before 1 September. */
export const WEEKS = 54;

/** Whether a day is open: the morning’s bit and the afternoon’s, a byte a day from 1 September. */
const OPEN = { am: 1, pm: 2 } as const;

/** The sessions that a school opens in a year, numbered from 0 in their order, with what counting looks up by number. */
export type OpenYear = {
  readonly sessions: number;
  /** Place in the year of each: 2 × day, and 1 more in the afternoon. */
  readonly posOf: Uint16Array;
  /** How many come before a day; one more entry than days. */
  readonly beforeDay: Uint16Array;
  /** How many mornings come before each; one more entry than sessions. */
  readonly mornings: Uint16Array;
  /** The week of each. */
  readonly weekOf: Uint8Array;
  /** How many come up to the end of a week. */
  readonly throughWeek: Uint16Array;
  /** The place of each one’s week among those in which the school opens, and those weeks. */
  readonly openWeekOf: Uint8Array;
  readonly openWeeks: Uint8Array;
};

/** The week of each place in the year; `weekday` of 1 September: 1 Monday to 7 Sunday. */
export function weeksOfPlaces(weekday: number): Uint8Array {
  return Uint8Array.from({ length: DAYS * 2 }, (_, pos) => Math.floor((pos + (weekday - 1) * 2) / 14));
}

/** `weekday` of 1 September: 1 Monday to 7 Sunday. */
export function openYear(days: Uint8Array, weekday: number): OpenYear {
  const places: number[] = [];
  const beforeDay = new Uint16Array(DAYS + 1);
  for (let day = 0; day < DAYS; day += 1) {
    beforeDay[day] = places.length;
    const open = days[day] ?? 0;
    if ((open & OPEN.am) !== 0) places.push(2 * day);
    if ((open & OPEN.pm) !== 0) places.push(2 * day + 1);
  }
  beforeDay[DAYS] = places.length;
  const weekOfPlace = weeksOfPlaces(weekday);
  const weeks = places.map((pos) => weekOfPlace[pos] ?? 0);
  const openWeeks = [...new Set(weeks)];
  const mornings = new Uint16Array(places.length + 1);
  places.forEach((pos, at) => (mornings[at + 1] = (mornings[at] ?? 0) + (pos % 2 === 0 ? 1 : 0)));
  const throughWeek = new Uint16Array(WEEKS);
  for (let week = 0, through = 0; week < WEEKS; week += 1) {
    while (through < weeks.length && (weeks[through] ?? 0) <= week) through += 1;
    throughWeek[week] = through;
  }
  return {
    sessions: places.length,
    posOf: Uint16Array.from(places),
    beforeDay,
    mornings,
    weekOf: Uint8Array.from(weeks),
    throughWeek,
    openWeekOf: Uint8Array.from(weeks, (week) => openWeeks.indexOf(week)),
    openWeeks: Uint8Array.from(openWeeks),
  };
}

export function openYearAt(open: readonly OpenYear[], school: number): OpenYear {
  const found = open[school];
  if (!found) throw broken('folded/school', `no school has the number ${school}`);
  return found;
}
