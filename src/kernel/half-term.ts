import type { CalendarDate } from './calendar-date.ts';

/** The three terms of an academic year, in order: term 1 to 3. */
export type TermName = 'autumn' | 'spring' | 'summer';
export const termNames: readonly TermName[] = ['autumn', 'spring', 'summer'];

/** The half terms of a year are numbered 1 to 6: two in each term. */
export const HALF_TERMS_A_YEAR = 6;

/** A half term’s first and last day, both included. */
export type TermDates = { readonly first: CalendarDate; readonly last: CalendarDate };

/** The name of term 1 to 3. */
export function getTermName(term: number): TermName {
  const name = termNames[term - 1];
  if (name === undefined) throw new RangeError(`There is no term ${term}: terms are 1 to 3`);
  return name;
}

/** `autumn half term 1`, as in “week 5 of autumn half term 1”, for half term 1 to 6. */
export function halfTermName(no: number): string {
  return `${getTermName(Math.ceil(no / 2))} half term ${2 - (no % 2)}`;
}
