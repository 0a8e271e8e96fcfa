import type { PublicationId } from './publications.ts';
import type { SchoolType } from './school-type.ts';

export const MEASURE_IDS = [
  'overall-absence',
  'authorised-absence',
  'unauthorised-absence',
  'persistent-absence',
  'severe-absence',
  'suspension-rate',
  'pupils-suspended-rate',
  'permanent-exclusion-rate',
  'daily-attendance',
  'daily-overall-absence',
  'daily-authorised-absence',
  'daily-unauthorised-absence',
  'daily-persistent-absence',
  'daily-illness',
  'daily-medical-appointment',
  'daily-suspended-or-excluded',
  'daily-part-time-timetable',
  'daily-holiday-not-agreed',
  'daily-late-after-close',
  'daily-other-unauthorised',
  'daily-no-reason-yet',
] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];

/** One published measure: one definition, its source, and the columns that carry it. */
export type Measure = {
  readonly id: MeasureId;
  /** In plain words, as a heading. */
  readonly name: string;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  /** `per-100-pupils` can pass 100. */
  readonly unit: 'percent' | 'per-100-pupils';
  readonly polarity: 'lower-is-better' | 'higher-is-better' | 'neither';
  readonly publication: PublicationId;
  /** Over what it is published. */
  readonly periods: string;
  readonly geography: string;
  /** Who and what is left out, in words. */
  readonly exclusions: readonly string[];
  /** What a reader must know before dividing one column by another. */
  readonly note?: string;
  /** Where the definition comes from. */
  readonly source: string;
  /** Columns of the publication’s files, in any release. */
  readonly columns: { readonly rate: string; readonly numerator?: string; readonly denominator?: string };
  /** Names in DfE’s Local Authority Interactive Tool, by kind of school. */
  readonly interactiveTool?: Readonly<Partial<Record<SchoolType, string>>>;
};
