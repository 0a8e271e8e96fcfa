import {
  addDays,
  calendarDate,
  dayNumber,
  firstDay,
  lastDay,
  mondayOf,
  weekday,
  type AcademicYear,
  type CalendarDate,
  type TermDates,
} from '#kernel';
import { buildModels, type Warehouse } from '#store';
import { listYears, readAccountModels } from './question.ts';
import { findBreaks, type Break, type OpenDay } from './term-breaks.ts';

/** A half term of a year, as the area’s days or its own setting give it. */
export type HalfTerm = TermDates & {
  /** 1 to 6. */
  readonly no: number;
  /** 1 autumn, 2 spring, 3 summer. */
  readonly term: number;
  /** The Monday of week 1: of the first day on which most schools open, or that the area set. */
  readonly weekOne: CalendarDate;
  /** The first and the last day for most schools, or that the area set: no school that opens in a break moves them. */
  readonly opens: CalendarDate;
  readonly closes: CalendarDate;
  /** Where the first day was taken from: set by the area, found in its schools’ days, or a usual date for want of days. */
  readonly from: 'set' | 'found' | 'usual';
};

/**
 * The half terms of a year. What the area set counts; else they lie between the breaks that most schools share
 * (term-breaks.ts). They meet no week twice: a week, Monday to Sunday, is in one half term at most. A school’s open day
 * outside them widens the half term before it (or the first, where it comes before all), so that every school day of the
 * year is in exactly one.
 */
export function settleHalfTerms(
  year: AcademicYear,
  days: readonly OpenDay[],
  set?: readonly TermDates[],
): readonly HalfTerm[] {
  const core = set
    ? set.map((dates) => ({ ...dates, from: 'set' as const }))
    : between(year, days, findBreaks(year, days));
  return core.map((half, index) => {
    const earliestDay = index === 0 ? firstDay(year) : mondayOf(half.first);
    const next = core[index + 1];
    const latestDay = next ? addDays(mondayOf(next.first), -1) : lastDay(year);
    const within = days.map((day) => day.date).filter((date) => date >= earliestDay && date <= latestDay);
    return {
      no: index + 1,
      term: Math.floor(index / 2) + 1,
      first: earliest([half.first, ...within]),
      last: latest([half.last, ...within]),
      weekOne: mondayOf(half.first),
      opens: half.first,
      closes: half.last,
      from: half.from,
    };
  });
}

type Core = TermDates & { readonly from: 'found' | 'usual' };

// A year begins by 20 September and ends after 8 July where its days are all there; else its usual ends are taken. The
// earliest areas end in the week of 10 July: a list that stops before has not come whole. (Kith’s own bounds.)
const BEGUN_BY = '09-20';
const ENDED_AFTER = '07-08';
const USUAL_LAST_DAY = '07-22';

function between(year: AcademicYear, days: readonly OpenDay[], breaks: readonly Break[]): readonly Core[] {
  const shared = days.filter((day) => day.shared).map((day) => day.date);
  const begins = shared.find((date) => date.slice(5) >= '09-01' && date.slice(5) <= BEGUN_BY);
  const ends = shared.findLast((date) => date.slice(5) > ENDED_AFTER && date.slice(5) < '09-01');
  const usualEnd = calendarDate(`${lastDay(year).slice(0, 4)}-${USUAL_LAST_DAY}`);
  const starts = [begins ?? onOrAfter(firstDay(year)), ...breaks.map((one) => onOrAfter(addDays(one.last, 1)))];
  const stops = [...breaks.map((one) => onOrBefore(addDays(one.first, -1))), ends ?? onOrBefore(usualEnd)];
  const found = [begins !== undefined, ...breaks.map((one) => one.found)];
  return starts.map((first, index) => ({
    first,
    last: latest([first, stops[index] ?? first]),
    from: found[index] ? 'found' : 'usual',
  }));
}

/** Where a half term’s dates come from, in words. */
export const TAKEN_FROM: Readonly<Record<HalfTerm['from'], string>> = {
  set: 'set by the area',
  found: 'found from the schools’ days',
  usual: 'usual date: the schools’ days do not say',
};

/** The half terms of every year that the area’s sessions lie in, latest first. */
export async function halfTermsOf(
  warehouse: Warehouse,
): Promise<readonly { readonly year: AcademicYear; readonly halves: readonly HalfTerm[] }[]> {
  await buildModels(warehouse, await readAccountModels(warehouse), ['school_day']);
  const all = [];
  for (const year of await listYears(warehouse)) all.push({ year, halves: await findHalfTerms(warehouse, year) });
  return all;
}

async function findHalfTerms(warehouse: Warehouse, year: AcademicYear): Promise<readonly HalfTerm[]> {
  return settleHalfTerms(year, await listOpenDays(warehouse, year), await findSetTerms(warehouse, year));
}

/** Makes `half_term`: six rows, `half_no`, `term_no`, `first_day`, `last_day`, `week_one`, `opens`, `closes`, `taken_from`. */
export async function buildHalfTerms(warehouse: Warehouse, year: AcademicYear): Promise<readonly HalfTerm[]> {
  const halves = await findHalfTerms(warehouse, year);
  const rows = halves.map(
    ({ no, term, first, last, weekOne, opens, closes, from }) =>
      `(${no}, ${term}, date '${first}', date '${last}', date '${weekOne}', date '${opens}', date '${closes}', '${from}')`,
  );
  await warehouse.run(
    `create or replace temp table half_term as
     from (values ${rows.join(', ')}) as t(half_no, term_no, first_day, last_day, week_one, opens, closes, taken_from)`,
  );
  return halves;
}

// A school counts from its first to its last open day of the year: one that has closed for good is not away.
async function listOpenDays(warehouse: Warehouse, year: AcademicYear): Promise<readonly OpenDay[]> {
  const rows = await warehouse.rows<{ date: string; shared: boolean }>(
    `with open_day as (
       select urn, date from school_day where (am or pm) and date between date '${firstDay(year)}' and date '${lastDay(year)}'
     ),
     span as (select urn, min(date) as first_day, max(date) as last_day from open_day group by urn)
     select cast(day.date as varchar) as date,
       count(*) * 2 > (select count(*) from span where day.date between span.first_day and span.last_day) as shared
     from open_day as day group by day.date order by day.date`,
  );
  return rows.map(({ date, shared }) => ({ date: calendarDate(date), shared }));
}

async function findSetTerms(warehouse: Warehouse, year: AcademicYear): Promise<readonly TermDates[] | undefined> {
  const rows = await warehouse.rows<{ first_day: string; last_day: string }>(
    'select cast(first_day as varchar) as first_day, cast(last_day as varchar) as last_day from set_half_term where year = $year order by half_no',
    { year },
  );
  if (rows.length === 0) return undefined;
  return rows.map((row) => ({ first: calendarDate(row.first_day), last: calendarDate(row.last_day) }));
}

function onOrAfter(date: CalendarDate): CalendarDate {
  return weekday(date) > 5 ? addDays(date, 8 - weekday(date)) : date;
}

function onOrBefore(date: CalendarDate): CalendarDate {
  return weekday(date) > 5 ? addDays(date, 5 - weekday(date)) : date;
}

function earliest(dates: readonly CalendarDate[]): CalendarDate {
  return dates.reduce((a, b) => (dayNumber(b) < dayNumber(a) ? b : a));
}

function latest(dates: readonly CalendarDate[]): CalendarDate {
  return dates.reduce((a, b) => (dayNumber(b) > dayNumber(a) ? b : a));
}
