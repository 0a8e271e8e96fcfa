import type { Random } from '#kernel';
import { mustBe, mustCount } from './argument.ts';
import type { Interval } from './level.ts';
import { quantileOfSorted } from './quantile.ts';

export type ObservedExpected = {
  /** Whole. */
  readonly observed: number;
  /** More than 0. */
  readonly expected: number;
};

export type Dispersion = {
  readonly places: number;
  /** Systematic component of variation, not times 100; may be below 0. Undefined where there is no place. */
  readonly scv: number | undefined;
  /** 95 %, from resampled places; undefined below two places, where there is nothing to resample. */
  readonly interval: Interval | undefined;
};

export const RESAMPLES = 10_000;

/**
 * How much places differ once chance is taken out (K. McPherson et al., NEJM 307, 1982), in the form of Diehr et al.
 * (Health Services Research 25, 1990): SCV = (Σ((O − E) / E)² − Σ 1/E) / k.
 *
 * The interval is a percentile bootstrap (Efron 1979): as many places again, drawn with replacement, 10,000 times; the
 * 2.5th and 97.5th percentiles (type 7). The same seed gives the same interval.
 */
export function dispersionOf(rows: readonly ObservedExpected[], random: Random, resamples = RESAMPLES): Dispersion {
  const terms = Float64Array.from(rows, termOf);
  const places = terms.length;
  if (places === 0) return { places, scv: undefined, interval: undefined };
  const scv = terms.reduce((sum, term) => sum + term, 0) / places;
  if (places === 1) return { places, scv, interval: undefined };
  const drawn = new Float64Array(resamples);
  for (let sample = 0; sample < resamples; sample += 1) {
    let sum = 0;
    for (let place = 0; place < places; place += 1) sum += terms[random.below(places)] ?? 0;
    drawn[sample] = sum / places;
  }
  drawn.sort();
  return { places, scv, interval: { lower: quantileOfSorted(drawn, 0.025), upper: quantileOfSorted(drawn, 0.975) } };
}

/** A place’s part in the sum: what it differs by, less what chance alone would make it differ. */
function termOf({ observed, expected }: ObservedExpected): number {
  mustCount(observed, 'An observed count');
  mustBe(Number.isFinite(expected) && expected > 0, 'An expected count must be more than 0', expected);
  return ((observed - expected) / expected) ** 2 - 1 / expected;
}
