import { findCalendarDate, weekday, type CalendarDate } from '#kernel';

/**
 * Two-digit years up to the pivot are 20yy, later ones 19yy. 68 is what POSIX strptime does (00–68 and 69–99);
 * a layout can set its own.
 */
export const DEFAULT_PIVOT = 68;

const MONTH_WORDS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const DAY_WORDS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun';
const YEAR = '([12][0-9]{3}|[0-9]{2})';
const WEEKDAY = `(?:(${DAY_WORDS})\\.?,? +)?`;
/** A time of day behind a date: spreadsheets add one. It is UK local time, so the day is the day printed. */
const TIME = '(?:(?: +|t)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?)?';

export type DatePattern = { readonly pattern: string; readonly names: readonly ('weekday' | 'd' | 'm' | 'y')[] };

/** The forms a date is printed in, over lower-case text, for JavaScript and RE2 alike (whole value). */
export function datePatterns(timeOfDay: 'allowed' | 'none'): readonly DatePattern[] {
  const time = timeOfDay === 'allowed' ? TIME : '';
  return [
    { pattern: `${WEEKDAY}([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]${YEAR}${time}`, names: ['weekday', 'd', 'm', 'y'] },
    {
      pattern: `${WEEKDAY}([0-9]{1,2})(?:st|nd|rd|th)?[ /-]+(${MONTH_WORDS})\\.?,?[ /-]+${YEAR}${time}`,
      names: ['weekday', 'd', 'm', 'y'],
    },
    { pattern: `([12][0-9]{3})[/-]([0-9]{1,2})[/-]([0-9]{1,2})${time}`, names: ['y', 'm', 'd'] },
  ];
}

export const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const WEEKDAY_STARTS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const COMPILED = datePatterns('allowed').map(({ pattern, names }) => ({
  pattern: new RegExp(`^(?:${pattern})$`),
  names,
}));

/**
 * The day a clean text names in the UK manner: `05/09/2024`, `5.9.24`, `5 Sep 2024`, `Thu 5th September 2024`,
 * `2024-09-05`. Never month first; a printed weekday must be that day’s. Same rule as `ukDateSql`.
 */
export function findUkDate(text: string, pivot = DEFAULT_PIVOT): CalendarDate | undefined {
  for (const { pattern, names } of COMPILED) {
    const parts = pattern.exec(text.toLowerCase());
    if (!parts) continue;
    const part = (name: string): string => parts[names.findIndex((each) => each === name) + 1] ?? '';
    const date = dateOf(part('d'), part('m'), part('y'), pivot);
    const printed = names.includes('weekday') ? part('weekday') : '';
    if (date && (printed === '' || printed.startsWith(WEEKDAY_STARTS[weekday(date) - 1] ?? ''))) return date;
  }
  return undefined;
}

function dateOf(day: string, month: string, year: string, pivot: number): CalendarDate | undefined {
  const number = /^\d/.test(month) ? Number(month) : MONTH_STARTS.indexOf(month.slice(0, 3)) + 1;
  const century = year.length === 4 ? '' : Number(year) <= pivot ? '20' : '19';
  return findCalendarDate(`${century}${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
}
