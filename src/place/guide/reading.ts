import type { Observation } from '../observation.ts';
import type { GuideUnit } from './printed.ts';

/** One line of the arithmetic: what was done, and the number that came of it as written. */
export type WorkingStep = { readonly sentence: string; readonly number: string };

/** One place’s share in an aggregate or a comparison. */
export type PlacePart = {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** What it is weighted by; undefined where nothing is. */
  readonly weight: number | undefined;
};

/** A number worked out from published figures, with how far it can be trusted and everything it rests on. */
export type Figure = {
  readonly value: number;
  /** The true number lies between these, as far as the method can say. */
  readonly low: number;
  readonly high: number;
  /** Why no closer, as a sentence. */
  readonly error: string;
  readonly steps: readonly WorkingStep[];
  readonly assumptions: readonly string[];
  /** Events behind the rate (suspensions, exclusions), where they are known or rebuilt: what chance is measured by. */
  readonly count?: number;
  /** By name. */
  readonly parts: readonly PlacePart[];
  /** Every published row used. */
  readonly rows: readonly Observation[];
};

/**
 * How a reading stands to what the guide says: `own` is the same thing; `rounded` the same from rates rounded as DfE
 * prints them; `another-period` the same place at another time or in another collection; `part` one part of the place.
 */
export type ReadingKind = 'own' | 'rounded' | 'another-period' | 'part';

/** A figure held against what the guide prints. */
export type Reading = Figure & {
  readonly kind: ReadingKind;
  readonly unit: GuideUnit;
  /** What it is, to stand in a sentence: `overall absence in Leeds, 2024/25 school year`. */
  readonly what: string;
};
