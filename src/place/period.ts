import { startYear, writtenDate, type AcademicYear, type CalendarDate } from '#kernel';

/** The terms DfE publishes by, in its own words (EES `time_identifier`). */
export const TERMS = ['Autumn term', 'Spring term', 'Summer term', 'Autumn and spring term'] as const;
export type Term = (typeof TERMS)[number];

/** What a published figure covers. Two periods are like only when every part is the same. */
export type Period =
  | { readonly kind: 'academic-year'; readonly year: AcademicYear }
  /** Autumn to the end of May: how absence years before 2012/13 were published. */
  | { readonly kind: 'five-half-terms'; readonly year: AcademicYear }
  | { readonly kind: 'term'; readonly year: AcademicYear; readonly term: Term }
  /** `week` is the calendar week DfE prints, 1–53. */
  | { readonly kind: 'week'; readonly year: AcademicYear; readonly week: number }
  /** From the start of the year; `through` is the last day covered, undefined where the release does not say. */
  | { readonly kind: 'year-to-date'; readonly year: AcademicYear; readonly through: CalendarDate | undefined };

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
  }
}

export function termOf(period: Period): Term | undefined {
  return period.kind === 'term' ? period.term : undefined;
}

export function weekOf(period: Period): number | undefined {
  return period.kind === 'week' ? period.week : undefined;
}

export function throughOf(period: Period): CalendarDate | undefined {
  return period.kind === 'year-to-date' ? period.through : undefined;
}

export function findTerm(text: string): Term | undefined {
  return TERMS.find((term) => term.toLowerCase() === text.trim().toLowerCase());
}

/** School years the pandemic cut short or changed (lockdowns from March 2020 and January 2021). */
export function isPandemicYear(year: AcademicYear): boolean {
  return [2019, 2020].includes(startYear(year));
}
