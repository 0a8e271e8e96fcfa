import { groupOf } from './group.ts';
import type { Observation } from './observation.ts';
import { periodSlug } from './period-slug.ts';

/** A figure with its counts, and where these come from. */
export type Counted = {
  readonly observation: Observation;
  /** `summed`: the release gives counts of girls and boys only, and they were added. */
  readonly counts: 'published' | 'summed' | 'none';
};

export const SEXES = [groupOf('female'), groupOf('male')] as const;

/**
 * Figures of all pupils with the counts of girls and boys added, where only those are published (absence of
 * authorities). They are taken only where their rate is the published one, as far as rounding to 5 lets it be:
 * otherwise they count something else.
 */
export function withCounts(all: readonly Observation[], bySex: readonly Observation[]): readonly Counted[] {
  const parts = new Map<string, Observation[]>();
  for (const one of bySex) parts.set(keyOf(one), [...(parts.get(keyOf(one)) ?? []), one]);
  return all.map((observation): Counted => {
    if (observation.numerator !== undefined && observation.denominator !== undefined) {
      return { observation, counts: 'published' };
    }
    const sum = sumOf(parts.get(keyOf(observation)) ?? []);
    return sum && agrees(observation, sum)
      ? { observation: { ...observation, ...sum }, counts: 'summed' }
      : { observation, counts: 'none' };
  });
}

/** In percentage points. */
const MOST_BY_ROUNDING = 0.5;

type Sum = { readonly numerator: number; readonly denominator: number };

/** The counts of every part added; undefined where one is not published. */
function sumOf(parts: readonly Observation[]): Sum | undefined {
  if (parts.length !== SEXES.length) return undefined;
  let [numerator, denominator] = [0, 0];
  for (const part of parts) {
    if (part.numerator === undefined || part.denominator === undefined) return undefined;
    numerator += part.numerator;
    denominator += part.denominator;
  }
  return denominator > 0 ? { numerator, denominator } : undefined;
}

function agrees({ value }: Observation, { numerator, denominator }: Sum): boolean {
  if (value.kind !== 'value') return false;
  const rate = (100 * numerator) / denominator;
  // Two parts, each count up to 2.5 from the true one; the published rate to 2 decimals.
  const rounding = (100 * 5 + 5 * rate) / denominator + 0.005;
  // In a very small place rounding alone would move the rate by more than anyone may read into it.
  return rounding <= MOST_BY_ROUNDING && Math.abs(rate - value.value) <= rounding;
}

function keyOf({ place, period, schoolType }: Observation): string {
  return `${place} ${periodSlug(period)} ${schoolType}`;
}
