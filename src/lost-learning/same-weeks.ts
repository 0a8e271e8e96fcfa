import { lacksRegisters } from './unmarked.ts';
import type { SchoolWeekRow } from './weeks.ts';

/** A week of one year, as much of it as is in the account. */
export type OneWeek = Pick<SchoolWeekRow, 'week' | 'days' | 'listed' | 'possible' | 'lost_absence' | 'unmarked'>;

/**
 * Whether a week is held against the same one of last year: like (both are whole, with registers that were taken),
 * unfinished (one of them is not over), with too many registers not taken in either year, in one year only, or to come
 * this year.
 */
export type WeekMatch = 'like' | 'unfinished' | 'registers-not-taken' | 'this-year-only' | 'last-year-only' | 'to-come';

export type ComparedWeek = {
  readonly half: number;
  readonly week: number;
  readonly now: OneWeek | undefined;
  readonly before: OneWeek | undefined;
  readonly match: WeekMatch;
};

export type WeekSums = { readonly possible: number; readonly lost_absence: number };

export type SameWeeks = {
  readonly weeks: readonly ComparedWeek[];
  /** Both years over the like weeks only, and how many they are. A week with a silent school is not like one without. */
  readonly toDate: { readonly weeks: number; readonly now: WeekSums; readonly before: WeekSums };
  /** The last like week; undefined where there is none. */
  readonly last: ComparedWeek | undefined;
};

/**
 * Each week of this year beside the same week of last year: week n of half term h, whatever its date. A week that has no
 * session in a year is not in it; one that only one year has is shown and held against nothing.
 */
export function compareWeeks(now: readonly SchoolWeekRow[], before: readonly SchoolWeekRow[]): SameWeeks {
  const keyOf = (row: SchoolWeekRow): number => row.half_no * 1000 + row.week_in_half;
  const [ofNow, ofBefore] = [now, before].map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  const keys = [...new Set([...now, ...before].map(keyOf))].toSorted((a, b) => a - b);
  const weeks = keys.flatMap((key): readonly ComparedWeek[] => {
    const [own, last] = [ofNow?.get(key), ofBefore?.get(key)];
    const row = own ?? last;
    const match = matchOf(own, last);
    if (!row || match === undefined) return [];
    return [{ half: row.half_no, week: row.week_in_half, now: inAccount(own), before: inAccount(last), match }];
  });
  const like = weeks.filter(({ match }) => match === 'like');
  const sum = (side: 'now' | 'before', name: keyof WeekSums): number =>
    like.reduce((total, week) => total + (week[side]?.[name] ?? 0), 0);
  const sums = (side: 'now' | 'before'): WeekSums => ({
    possible: sum(side, 'possible'),
    lost_absence: sum(side, 'lost_absence'),
  });
  return { weeks, toDate: { weeks: like.length, now: sums('now'), before: sums('before') }, last: like.at(-1) };
}

/** Undefined where neither year has the week. */
function matchOf(now: SchoolWeekRow | undefined, before: SchoolWeekRow | undefined): WeekMatch | undefined {
  const [own, last] = [inAccount(now), inAccount(before)];
  if (own && last) {
    if (own.days < own.listed || last.days < last.listed) return 'unfinished';
    return [own, last].some(lacksRegisters) ? 'registers-not-taken' : 'like';
  }
  if (own) return 'this-year-only';
  if (!last) return undefined;
  return now?.to_come ? 'to-come' : 'last-year-only';
}

// A week in which no register came at all is one of the year, with nothing to divide by.
function inAccount(row: SchoolWeekRow | undefined): OneWeek | undefined {
  return row && row.possible + row.unmarked > 0 ? row : undefined;
}
