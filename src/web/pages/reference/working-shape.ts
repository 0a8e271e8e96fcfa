import type { AcademicYear, CalendarDate } from '#kernel';
import { t } from '#language';
import type { Aggregates } from '#lost-learning';
import type { Figures } from './ledger.ts';

/** A figure worked out again, with what it was made of. */
export type Working = {
  /** In the measure’s unit; undefined where there is nothing to divide by, with the reason in `none`. */
  readonly number: number | undefined;
  readonly none: string | undefined;
  readonly numerator: Count;
  /** With its words as they stand inside a sentence. */
  readonly denominator: (Count & { readonly inside: string }) | undefined;
  /** What it was worked out again from, a sentence. */
  readonly route: string;
  /** The same number as another relation keeps it. */
  readonly kept: { readonly number: number; readonly as: string } | undefined;
  /** The sessions of the scope by state and sum, where the measure is made of sessions. */
  readonly ledger: Figures | undefined;
  /** How many different children it is about, where the account keeps that beside it. */
  readonly children?: number;
};

/** One side of a fraction. `measure` is set where it can be asked about by itself. */
export type Count = { readonly words: string; readonly number: number; readonly measure: string | undefined };

export type Reader = {
  readonly aggregates: Aggregates;
  readonly year: AcademicYear;
  readonly asOf: CalendarDate;
};

/** A percentage, or for every 100; no number where there is nothing to divide by. */
export function shareOf(top: number, bottom: number): Pick<Working, 'number' | 'none'> {
  return bottom > 0
    ? { number: (100 * top) / bottom, none: undefined }
    : { number: undefined, none: t('how.nothing-to-divide') };
}
