import { mustBe, mustCount, mustMeasure } from './argument.ts';
import { atEachLevel, LEVELS, type Estimate, type Interval, type Level } from './level.ts';
import { countInterval } from './poisson.ts';

/**
 * Interval of a proportion by Wilson’s score, without continuity correction (E. B. Wilson, JASA 22, 1927). Both limits
 * are proportions, 0 to 1. `denominator` must be more than 0.
 */
export function proportionInterval(numerator: number, denominator: number, level: Level): Interval {
  mustBe(denominator > 0, 'A denominator must be more than 0', denominator);
  const { z } = LEVELS[level];
  const rate = numerator / denominator;
  const square = (z * z) / denominator;
  const centre = rate + square / 2;
  const half = z * Math.sqrt((rate * (1 - rate)) / denominator + square / (4 * denominator));
  // At the ends the formula gives the end itself, give or take its last digit.
  return {
    lower: numerator === 0 ? 0 : Math.max(0, (centre - half) / (1 + square)),
    upper: numerator === denominator ? 1 : Math.min(1, (centre + half) / (1 + square)),
  };
}

/**
 * A proportion (0 to 1) with its Wilson intervals. Both counts whole, the numerator at most the denominator.
 * Undefined where the denominator is 0: there is nothing to divide by.
 */
export function findProportion(numerator: number, denominator: number): Estimate | undefined {
  mustCount(numerator, 'A numerator');
  mustCount(denominator, 'A denominator');
  mustBe(numerator <= denominator, 'A numerator must not be more than its denominator', numerator);
  if (denominator === 0) return undefined;
  const intervals = atEachLevel((level) => proportionInterval(numerator, denominator, level));
  return { value: numerator / denominator, ...intervals };
}

/**
 * Events over a size (people, person-time, expected events), times `per`, with the exact Poisson intervals of the
 * count over the same size. `numerator` whole; undefined where the denominator is 0.
 */
export function findCountRate(numerator: number, denominator: number, per = 1): Estimate | undefined {
  mustCount(numerator, 'A numerator');
  mustMeasure(denominator, 'A denominator');
  mustBe(Number.isFinite(per) && per > 0, 'per must be more than 0', per);
  if (denominator === 0) return undefined;
  const over = (count: number): number => (count / denominator) * per;
  const intervals = atEachLevel((level) => {
    const { lower, upper } = countInterval(numerator, level);
    return { lower: over(lower), upper: over(upper) };
  });
  return { value: over(numerator), ...intervals };
}

/** What may be said of a figure beside another: never a rank, and never more than chance leaves standing. */
export type Reading =
  | { readonly kind: 'similar' }
  /** Beyond the interval at 95 %, or even at 99.8 %. */
  | { readonly kind: 'higher' | 'lower'; readonly level: Level };
