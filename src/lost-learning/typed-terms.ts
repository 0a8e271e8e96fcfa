import {
  findCalendarDate,
  firstDay,
  HALF_TERMS_A_YEAR,
  halfTermName,
  lastDay,
  mondayOf,
  writtenDate,
  type AcademicYear,
  type CalendarDate,
  type TermDates,
} from '#kernel';

/** A half term as somebody typed it: two dates, not yet judged. */
export type TypedTerm = { readonly first: string; readonly last: string };

/** A date that cannot be used: of which half term (1 to 6), which of its two, why, and what to do. */
export type TermFault = {
  readonly no: number;
  readonly field: 'first' | 'last';
  readonly kind: 'no-date' | 'outside-year' | 'backwards' | 'same-week';
  /** The last day of the half term before, where the two would meet in a week. */
  readonly before?: CalendarDate;
  readonly problem: string;
};

export type JudgedTerms =
  | { readonly kind: 'good'; readonly terms: readonly TermDates[] }
  | { readonly kind: 'faults'; readonly faults: readonly TermFault[] };

/** Judges the six half terms of a year, in order: every fault is named, so that one reading mends all. */
export function judgeTerms(year: AcademicYear, typed: readonly TypedTerm[]): JudgedTerms {
  const faults: TermFault[] = [];
  const terms: TermDates[] = [];
  for (let no = 1; no <= HALF_TERMS_A_YEAR; no += 1) {
    const [first, last] = (['first', 'last'] as const).map((field) => {
      const text = typed[no - 1]?.[field].trim() ?? '';
      const date = findCalendarDate(text);
      if (!date) {
        faults.push({
          no,
          field,
          kind: 'no-date',
          problem: `Enter the ${field} day of ${halfTermName(no)}, like ${firstDay(year)}.`,
        });
      } else if (date < firstDay(year) || date > lastDay(year)) {
        const [from, to] = [writtenDate(firstDay(year)), writtenDate(lastDay(year))];
        faults.push({ no, field, kind: 'outside-year', problem: `Enter a day of ${year}: from ${from} to ${to}.` });
        return undefined;
      }
      return date;
    });
    if (first && last && last < first) {
      faults.push({
        no,
        field: 'last',
        kind: 'backwards',
        problem: `Enter a last day of ${halfTermName(no)} on or after its first.`,
      });
    } else if (first && last) {
      const before = terms.at(-1);
      if (before && mondayOf(first) <= before.last) {
        const problem = `${sentence(halfTermName(no))} must begin in a later week than the half term before it ends in (${writtenDate(before.last)}): a week is in one half term.`;
        faults.push({ no, field: 'first', kind: 'same-week', before: before.last, problem });
      }
      terms.push({ first, last });
    }
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'good', terms };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
