import {
  addDays,
  calendarDate,
  dateOfDayNumber,
  dayNumber,
  mondayOf,
  startYear,
  weekday,
  type AcademicYear,
  type CalendarDate,
} from '#kernel';

/** A day on which at least one school opens, and whether most do (more than half of those in session in that part of the year). */
export type OpenDay = { readonly date: CalendarDate; readonly shared: boolean };

/** A break between two half terms: its first and last day, weekends among them. */
export type Break = { readonly first: CalendarDate; readonly last: CalendarDate; readonly found: boolean };

/** Where a break may lie (month and day, both ends included), and where it usually does. */
type Sought = {
  readonly from: string;
  readonly to: string;
  /** A day that the break must hold. */
  readonly holds?: string;
  readonly usual: (year: number) => readonly [first: CalendarDate, last: CalendarDate];
};

/** A break is at least this many weekdays on which most schools are closed: more than a bank holiday weekend has. */
const FEWEST_WEEKDAYS = 3;

/**
 * The five breaks of a school year in England, in order. The days differ by area and year; these are the widest bounds in
 * which each lies, chosen so that none meets the next. The usual dates only stand in where an area’s days do not say.
 */
const sought: readonly Sought[] = [
  // A week at the end of October.
  { from: '10-01', to: '11-20', usual: (year) => week(mondayOf(calendarDate(`${year}-10-31`))) },
  // Two weeks with Christmas Day.
  {
    from: '12-10',
    to: '01-20',
    holds: '12-25',
    usual: (year) => [calendarDate(`${year}-12-21`), calendarDate(`${year + 1}-01-03`)],
  },
  // A week in the middle of February.
  { from: '01-25', to: '03-10', usual: (year) => week(mondayOf(calendarDate(`${year + 1}-02-18`))) },
  // Two weeks around Easter Sunday.
  {
    from: '03-11',
    to: '05-05',
    usual: (year) => [addDays(easterSunday(year + 1), -8), addDays(easterSunday(year + 1), 7)],
  },
  // The week of the spring bank holiday, the last Monday in May (Banking and Financial Dealings Act 1971).
  { from: '05-10', to: '06-20', usual: (year) => week(mondayOf(calendarDate(`${year + 1}-05-31`))) },
];

/**
 * The five breaks of a year: in each one’s bounds, the longest run of days on which most schools are closed, between two
 * days on which most open. Where the days do not show one, its usual dates.
 */
export function findBreaks(year: AcademicYear, days: readonly OpenDay[]): readonly Break[] {
  const start = startYear(year);
  const shared = days.filter((day) => day.shared).map((day) => dayNumber(day.date));
  const gaps = shared.slice(1).map((next, index) => ({ first: (shared[index] ?? next) + 1, last: next - 1 }));
  return sought.map((one) => {
    const [from, to] = [dayIn(start, one.from), dayIn(start, one.to)];
    const holds = one.holds === undefined ? undefined : dayIn(start, one.holds);
    const candidates = gaps
      .filter((gap) => gap.first >= from && gap.last <= to && hasSunday(gap))
      .filter((gap) => holds === undefined || (gap.first <= holds && gap.last >= holds))
      .map((gap) => ({ ...gap, weekdays: weekdaysIn(gap) }))
      .filter((gap) => gap.weekdays >= FEWEST_WEEKDAYS);
    const longest = candidates.toSorted((a, b) => b.weekdays - a.weekdays || a.first - b.first)[0];
    if (longest) return { first: dateOfDayNumber(longest.first), last: dateOfDayNumber(longest.last), found: true };
    const [first, last] = one.usual(start);
    return { first, last, found: false };
  });
}

type Span = { readonly first: number; readonly last: number };

function dayIn(start: number, monthDay: string): number {
  return dayNumber(calendarDate(`${monthDay >= '09' ? start : start + 1}-${monthDay}`));
}

function week(monday: CalendarDate): readonly [CalendarDate, CalendarDate] {
  return [addDays(monday, -2), addDays(monday, 6)];
}

// A break that holds no weekend would end in the week in which it began, and a week is in one half term.
function hasSunday({ first, last }: Span): boolean {
  return weekday(dateOfDayNumber(first)) + (last - first) >= 7;
}

function weekdaysIn({ first, last }: Span): number {
  let count = 0;
  for (let day = first; day <= last; day += 1) if (weekday(dateOfDayNumber(day)) <= 5) count += 1;
  return count;
}

/** Easter Sunday in the Gregorian calendar (J. Meeus, Astronomical Algorithms, 1991, chapter 8). */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return calendarDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}
