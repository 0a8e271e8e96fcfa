import type { MeasureId } from './measure-id.ts';
import type { PublicationId } from './publications.ts';
import type { SchoolType } from './school-type.ts';
import type { TopicId } from './topic.ts';
import type { Unit } from './unit.ts';

/** From when figures of one measure are not like those before, and why. */
export type MeasureBreak = {
  /** The first school year of the new kind, by its starting year: 2024 for `2024/25`. */
  readonly from: number;
  /** As a sentence. */
  readonly reason: string;
};

/** One published measure: one definition, its source, and the columns that carry it. */
export type Measure = {
  readonly id: MeasureId;
  /** In plain words, as a heading. */
  readonly name: string;
  readonly topic: TopicId;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  /** `per-100-pupils` can pass 100. */
  readonly unit: Unit;
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
  /** Where the series is known to change its meaning. */
  readonly breaks: readonly MeasureBreak[];
  /** Known from a compilation’s own dictionary only, not from the publication it was taken from. */
  readonly compiled: boolean;
  /** Columns of the publication’s files, in any release; none where no tidy file carries it. */
  readonly columns?: { readonly rate: string; readonly numerator?: string; readonly denominator?: string };
  /** Names in DfE’s Local Authority Interactive Tool, by kind of school. */
  readonly interactiveTool?: Readonly<Partial<Record<SchoolType, string>>>;
};
