import { seededRandom } from '#kernel';
import { dispersionOf, quantile, shrinkRates, type Dispersion } from '#statistics';
import { countsOf } from './chance.ts';
import { readField, type Field, type Figures } from './field.ts';
import { getMeasure } from './measures.ts';
import type { MeasureId } from './measure-id.ts';
import type { Period } from './period.ts';

/** How much authorities differ over one period, once chance is taken out. */
export type Variation = {
  readonly kind: 'variation';
  readonly period: Period;
  readonly places: number;
  /** Systematic component of variation, with its bootstrap interval of 95 %. */
  readonly dispersion: Dispersion;
  /** Rate that a tenth of authorities are above over the rate that a tenth are below, both drawn in by their size. */
  readonly ratio: { readonly high: number; readonly low: number; readonly value: number } | undefined;
  /** Of the spread between authorities, what chance alone would make; 0 to 1. */
  readonly byChance: number | undefined;
};

export type NoVariation = { readonly kind: 'cannot-say'; readonly period: Period; readonly reason: string };

const SEED = 1;
/** Too few places, or too few expected cases, say nothing of dispersion. */
const FEWEST_PLACES = 20;

/**
 * Dispersion between the authorities of a field. Expected counts are England’s rate of those counted times the size of
 * each (McPherson et al. 1982); quantiles are of rates shrunk towards the mean (Marshall 1991), or small places would
 * make the tails.
 */
export function variationOf(field: Field): Variation | NoVariation {
  const { period } = field;
  const counted = field.authorities.flatMap(({ chance }) => (chance.kind === 'estimate' ? [chance] : []));
  if (counted.length < FEWEST_PLACES) {
    const first = field.authorities.find(({ chance }) => chance.kind === 'cannot-say')?.chance;
    const why = first?.kind === 'cannot-say' ? first.reason : 'No authority has a figure.';
    return {
      kind: 'cannot-say',
      period,
      reason: counted.length === 0 ? why : `Only ${counted.length} authorities have counts.`,
    };
  }
  const size = counted.reduce((sum, { denominator }) => sum + denominator, 0);
  const rate = counted.reduce((sum, { numerator }) => sum + numerator, 0) / size;
  if (rate === 0) return { kind: 'cannot-say', period, reason: 'There was no case in any authority.' };
  const rows = counted.map(({ numerator, denominator }) => ({ observed: numerator, expected: rate * denominator }));
  const { mean = 0, variance, places } = shrinkRates(counted);
  const per = counted[0]?.per ?? 1;
  const shrunk = places.flatMap((place) => (place ? [place.shrunk * per] : []));
  const [high, low] = [quantile(shrunk, 0.9), quantile(shrunk, 0.1)];
  const chance = mean / (size / counted.length);
  return {
    kind: 'variation',
    period,
    places: counted.length,
    dispersion: dispersionOf(rows, seededRandom(SEED)),
    ratio: low > 0 ? { high, low, value: high / low } : undefined,
    byChance: variance + chance > 0 ? chance / (variance + chance) : undefined,
  };
}

/** The same over several periods, in the order given. */
export async function readVariations(
  figures: Figures,
  measure: MeasureId,
  periods: readonly Period[],
): Promise<readonly (Variation | NoVariation)[]> {
  if (countsOf(getMeasure(measure)) !== 'people') return [];
  return Promise.all(periods.map(async (period) => variationOf(await readField(figures, { measure, period }))));
}
