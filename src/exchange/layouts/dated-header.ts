import { academicYearOf, startYear, type AcademicYear, type CalendarDate } from '#kernel';
import { cleanText } from './text.ts';
import { findUkDate } from './uk-date.ts';

export type DatedHeader = {
  /** Undefined where no year is printed and the academic year given, if any, has no such day. */
  readonly date: CalendarDate | undefined;
  /** Undefined where one column holds the whole day. */
  readonly session: 'AM' | 'PM' | undefined;
};

const SESSION_BEHIND = /^(.*?)[\s,:–-]*\b(am|a\.m\.|pm|p\.m\.|morning|afternoon)$/i;
const SESSION_BEFORE = /^(am|pm|morning|afternoon)\b[\s,:–-]*(.*)$/i;
const WITHOUT_YEAR = /^(?:[a-z]+\.?,? +)?\d{1,2}(?:[/.-]\d{1,2}|(?:st|nd|rd|th)?[ /-]+[a-z]{3,9})$/i;

/** What a header like `Mon 02/09 AM`, `02/09/2024 PM` or `2024-09-02` says; undefined where it names no day. */
export function findDatedHeader(header: string, year: AcademicYear | undefined): DatedHeader | undefined {
  const text = cleanText(header);
  const behind = SESSION_BEHIND.exec(text);
  const before = SESSION_BEFORE.exec(text);
  const [day, word] = behind ? [behind[1], behind[2]] : before ? [before[2], before[1]] : [text, undefined];
  const session = word === undefined ? undefined : /^[am]/i.test(word) && !/^(?:afternoon)/i.test(word) ? 'AM' : 'PM';
  const date = findUkDate(day ?? '');
  if (date) return { date, session };
  if (!WITHOUT_YEAR.test(day ?? '') || !dayInAnyYear(day ?? '')) return undefined;
  return { date: year && dayInYear(day ?? '', year), session };
}

function dayInYear(day: string, year: AcademicYear): CalendarDate | undefined {
  return [startYear(year), startYear(year) + 1]
    .map((each) => findUkDate(withYear(day, each)))
    .find((date) => date !== undefined && academicYearOf(date) === year);
}

// 28 years hold every weekday for every day of the year, 29 February included.
function dayInAnyYear(day: string): boolean {
  return Array.from({ length: 28 }, (_, each) => 2000 + each).some(
    (each) => findUkDate(withYear(day, each)) !== undefined,
  );
}

function withYear(day: string, year: number): string {
  return /[a-z]$/i.test(day) ? `${day} ${year}` : `${day}/${year}`;
}
