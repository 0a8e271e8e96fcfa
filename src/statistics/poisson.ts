import { mustCount, mustMeasure } from './argument.ts';
import { LEVELS, type Interval, type Level } from './level.ts';
import { deviance, stirlingError, sumOfTerms } from './saddle-point.ts';

/** Chance of exactly this count under a Poisson mean. */
function poissonChance(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 1 : 0;
  if (count === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(count) - deviance(count, mean)) / Math.sqrt(2 * Math.PI * count);
}

/** Chance of this count or fewer. Summed away from the mean, so that a small chance keeps its digits. */
export function poissonAtMost(count: number, mean: number): number {
  if (mean === 0) return 1;
  return count < mean ? lowerSum(count, mean) : 1 - upperSum(count + 1, mean);
}

/** Chance of this count or more. */
export function poissonAtLeast(count: number, mean: number): number {
  if (count === 0) return 1;
  if (mean === 0) return 0;
  return count > mean ? upperSum(count, mean) : 1 - lowerSum(count - 1, mean);
}

function lowerSum(count: number, mean: number): number {
  return sumOfTerms(poissonChance(count, mean), (step) => (count - step + 1) / mean);
}

function upperSum(count: number, mean: number): number {
  return sumOfTerms(poissonChance(count, mean), (step) => mean / (count + step));
}

/**
 * Exact limits for the mean behind a count (F. Garwood, Biometrika 28, 1936): the lower is the mean under which this
 * many or more would come up as seldom as the level allows, the upper the same for this many or fewer. The same as
 * half a chi-square quantile, χ²(tail; 2·count)/2 and χ²(1 − tail; 2·count + 2)/2.
 *
 * `count`: whole, 0 or more; correct to 12 digits up to 10 million. Lower is 0 where the count is.
 */
export function countInterval(count: number, level: Level): Interval {
  mustCount(count, 'A count');
  const { tail, z } = LEVELS[level];
  return { lower: lowerLimit(count, tail, z), upper: upperLimit(count, tail, z) };
}

function lowerLimit(count: number, tail: number, z: number): number {
  if (count === 0) return 0;
  if (count === 1) return -Math.log1p(-tail);
  // Below count − 1 the chance curves upwards, so that Newton’s steps come down to the limit and never pass it twice.
  const start = wilsonHilferty(count, -z);
  return newton(start > 0 ? start : count / 100, (mean) => {
    const step = (poissonAtLeast(count, mean) - tail) / poissonChance(count - 1, mean);
    return Math.min(mean - step, count - 1);
  });
}

function upperLimit(count: number, tail: number, z: number): number {
  if (count === 0) return -Math.log(tail);
  return newton(wilsonHilferty(count + 1, z), (mean) => {
    const step = (poissonAtMost(count, mean) - tail) / poissonChance(count, mean);
    return Math.max(mean + step, count);
  });
}

/** A gamma quantile to about three digits (Wilson and Hilferty 1931): where to begin. */
function wilsonHilferty(shape: number, z: number): number {
  return shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
}

function newton(start: number, improve: (value: number) => number): number {
  let value = start;
  for (let round = 0; round < 50; round += 1) {
    const next = improve(value);
    if (Math.abs(next - value) <= 1e-15 * value) return next;
    value = next;
  }
  return value;
}

/**
 * Exact two-sided p of a count against what was expected: twice the smaller tail, at most 1, so that p < 0.05 exactly
 * where the exact 95 % interval leaves the expected count out. `expected` 0 or more.
 */
export function poissonP(observed: number, expected: number): number {
  mustCount(observed, 'An observed count');
  mustMeasure(expected, 'An expected count');
  return Math.min(1, 2 * Math.min(poissonAtMost(observed, expected), poissonAtLeast(observed, expected)));
}
