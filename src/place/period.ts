import {
  academicYearOf,
  academicYearStarting,
  addDays,
  calendarDate,
  startYear,
  writtenDate,
  type AcademicYear,
  type CalendarDate,
} from '#kernel';

/** The terms DfE publishes by, in its own words (EES `time_identifier`). */
export const TERMS = ['Autumn term', 'Spring term', 'Summer term', 'Autumn and spring term'] as const;
export type Term = (typeof TERMS)[number];

/**
 * What a published figure covers. Two periods are like only when every part is the same. `year` is the school year the
 * period’s last day falls in, so that every kind can be put in order and none is taken for a school year: ask `kind`.
 */
export type Period =
  | { readonly kind: 'academic-year'; readonly year: AcademicYear }
  /** Autumn to the end of May: how absence years before 2012/13 were published. */
  | { readonly kind: 'five-half-terms'; readonly year: AcademicYear }
  | { readonly kind: 'term'; readonly year: AcademicYear; readonly term: Term }
  /** `week` is the calendar week DfE prints, 1–53. */
  | { readonly kind: 'week'; readonly year: AcademicYear; readonly week: number }
  /** From the start of the year; `through` is the last day covered, undefined where the release does not say. */
  | { readonly kind: 'year-to-date'; readonly year: AcademicYear; readonly through: CalendarDate | undefined }
  /** January to December. */
  | { readonly kind: 'calendar-year'; readonly year: AcademicYear; readonly calendarYear: number }
  /** April to March; `from` is the year it starts in. */
  | { readonly kind: 'financial-year'; readonly year: AcademicYear; readonly from: number }
  /** Several years taken together: `label` as published, like `2020 to 2022`. */
  | { readonly kind: 'years-together'; readonly year: AcademicYear; readonly label: string }
  /** As counted in one month; `through` is its last day. */
  | { readonly kind: 'month'; readonly year: AcademicYear; readonly through: CalendarDate }
  /** One edition of an index (deprivation 2019, 2025), which draws on data of several dates. */
  | { readonly kind: 'edition'; readonly year: AcademicYear; readonly edition: number };

export type PeriodKind = Period['kind'];

/** `the 2023/24 school year`, to stand inside a sentence. */
export function periodWords(period: Period): string {
  switch (period.kind) {
    case 'academic-year':
      return `the ${period.year} school year`;
    case 'five-half-terms':
      return `the first five half terms of ${period.year}`;
    case 'term':
      return `the ${period.term.toLowerCase()} of ${period.year}`;
    case 'week':
      return `week ${period.week} of ${period.year}`;
    case 'year-to-date':
      return period.through
        ? `${period.year} up to ${writtenDate(period.through)}`
        : `${period.year} so far, up to a day that DfE’s file does not state`;
    case 'calendar-year':
      return `the calendar year ${period.calendarYear}`;
    case 'financial-year':
      return `the financial year ${financialYearText(period.from)}`;
    case 'years-together':
      return `${period.label} taken together`;
    case 'month':
      return monthText(period.through);
    case 'edition':
      return `the ${period.edition} edition`;
  }
}

export function termOf(period: Period): Term | undefined {
  return period.kind === 'term' ? period.term : undefined;
}

export function weekOf(period: Period): number | undefined {
  return period.kind === 'week' ? period.week : undefined;
}

export function throughOf(period: Period): CalendarDate | undefined {
  return period.kind === 'year-to-date' || period.kind === 'month' ? period.through : undefined;
}

export function findTerm(text: string): Term | undefined {
  return TERMS.find((term) => term.toLowerCase() === text.trim().toLowerCase());
}

/** School years the pandemic cut short or changed (lockdowns from March 2020 and January 2021). */
export function isPandemicYear(year: AcademicYear): boolean {
  return [2019, 2020].includes(startYear(year));
}

/** What a figure of such a period cannot be read without; undefined for any other, and for an edition of an index. */
export function pandemicCaution(period: Period): string | undefined {
  if (period.kind === 'edition') return undefined;
  if (period.kind === 'calendar-year') {
    // The second half of the first school year and the first half of the second.
    const closed = [2020, 2021].includes(period.calendarYear);
    return closed ? `Schools were closed to most pupils for part of ${period.calendarYear}.` : undefined;
  }
  return isPandemicYear(period.year) ? `Schools were closed to most pupils for part of ${period.year}.` : undefined;
}

export function calendarYear(year: number): Period {
  return { kind: 'calendar-year', year: academicYearStarting(year), calendarYear: year };
}

/** The financial year that starts in April of `from`; it ends in the school year that began in September of `from`. */
export function financialYear(from: number): Period {
  return { kind: 'financial-year', year: academicYearStarting(from), from };
}

/** Years `first` to `last` taken together. */
export function yearsTogether(first: string, last: string, lastYear: AcademicYear): Period {
  return { kind: 'years-together', year: lastYear, label: `${first} to ${last}` };
}

/** The month a day is in. */
export function monthOf(day: CalendarDate): Period {
  return { kind: 'month', year: academicYearOf(day), through: lastDayOfMonth(day) };
}

function lastDayOfMonth(day: CalendarDate): CalendarDate {
  // Day 28 of any month and 4 days is in the next month, before its day 5.
  const next = addDays(calendarDate(`${day.slice(0, 7)}-28`), 4);
  return addDays(next, -Number(next.slice(8)));
}

export function edition(year: number): Period {
  return { kind: 'edition', year: academicYearStarting(year), edition: year };
}

export function labelOf(period: Period): string | undefined {
  return period.kind === 'years-together' ? period.label : undefined;
}

/** `2023-24`. */
export function financialYearText(from: number): string {
  return `${from}-${String((from + 1) % 100).padStart(2, '0')}`;
}

/** `October 2023`. */
export function monthText(day: CalendarDate): string {
  return writtenDate(day).replace(/^\d+ /, '');
}
