import type { StateId } from './states.ts';

/**
 * What every number of the account means: one entry a measure, read by pages, docs and tests. Ids are the columns in
 * which the figures are printed. `numerator` and `denominator` name figures; a count has no denominator.
 */
export type AccountMeasure = {
  readonly id: string;
  readonly title: string;
  /** What is counted, in words a head reads. */
  readonly definition: string;
  readonly unit:
    | 'sessions'
    | 'minutes'
    | 'children'
    | 'enrolments'
    | 'per cent'
    | 'per 100 pupils'
    | 'suspensions'
    | 'pupils'
    | 'times';
  readonly numerator: string;
  readonly denominator?: string;
  /** The states whose sessions add up to the numerator, where it is a sum of states. */
  readonly states?: readonly StateId[];
  readonly exclusions: readonly string[];
  readonly source: string;
  /** The DfE’s published measure that it may stand beside (place/measures). */
  readonly published?: string;
};
