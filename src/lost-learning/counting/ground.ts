import type { OpenYear } from '../folded/open-year.ts';

/** The schools of an area as counting needs them, by the number that the folded register gives them. */
export type Ground = {
  readonly open: readonly OpenYear[];
  /** Days on which more than half of all schools open, for a school that lists none. */
  readonly usualDays: OpenYear;
  readonly urns: Int32Array;
  /** The group of each school: of its phase, its trust and its authority. */
  readonly phaseOf: Int32Array;
  readonly trustOf: Int32Array;
  readonly authorityOf: Int32Array;
  /** The as-of date as days from 1 September. */
  readonly asOfDay: number;
  /** The week of each place in the year. */
  readonly weekOf: Uint8Array;
};
