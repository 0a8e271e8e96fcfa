import { mustBe, mustCount } from './argument.ts';
import { deviance, stirlingError, sumOfTerms } from './saddle-point.ts';

/** Chance of exactly `count` of `outOf`, each with the same chance. */
export function binomialChance(count: number, outOf: number, chance: number): number {
  if (count < 0 || count > outOf) return 0;
  if (chance === 0) return count === 0 ? 1 : 0;
  if (chance === 1) return count === outOf ? 1 : 0;
  return Math.exp(logBinomialChance(count, outOf, chance));
}

/** Logarithm of the chance of exactly `count` of `outOf`, for a chance between 0 and 1 that can give it. */
export function logBinomialChance(count: number, outOf: number, chance: number): number {
  const rest = outOf - count;
  if (count === 0) return outOf === 0 ? 0 : outOf * Math.log1p(-chance);
  if (rest === 0) return outOf * Math.log(chance);
  return (
    stirlingError(outOf) -
    stirlingError(count) -
    stirlingError(rest) -
    deviance(count, outOf * chance) -
    deviance(rest, outOf * (1 - chance)) +
    0.5 * Math.log(outOf / (2 * Math.PI * count * rest))
  );
}

/** Chance of `count` or fewer. Summed away from the mean, so that a small chance keeps its digits. */
export function binomialAtMost(count: number, outOf: number, chance: number): number {
  if (count < 0) return 0;
  if (count >= outOf || chance === 0) return 1;
  if (chance === 1) return 0;
  return count < outOf * chance ? lowerSum(count, outOf, chance) : 1 - upperSum(count + 1, outOf, chance);
}

/** Chance of `count` or more. */
export function binomialAtLeast(count: number, outOf: number, chance: number): number {
  if (count <= 0) return 1;
  if (count > outOf || chance === 0) return 0;
  if (chance === 1) return 1;
  return count > outOf * chance ? upperSum(count, outOf, chance) : 1 - lowerSum(count - 1, outOf, chance);
}

function lowerSum(count: number, outOf: number, chance: number): number {
  const odds = (1 - chance) / chance;
  return sumOfTerms(
    binomialChance(count, outOf, chance),
    (step) => ((count - step + 1) / (outOf - count + step)) * odds,
  );
}

function upperSum(count: number, outOf: number, chance: number): number {
  const odds = chance / (1 - chance);
  return sumOfTerms(
    binomialChance(count, outOf, chance),
    (step) => ((outOf - count - step + 1) / (count + step)) * odds,
  );
}

/** The smallest count that is reached or not passed with at least this probability: F(count) ≥ probability. */
export function binomialQuantile(probability: number, outOf: number, chance: number): number {
  let count = Math.min(outOf, Math.max(0, Math.floor(guess(probability, outOf, chance))));
  let atMost = binomialAtMost(count, outOf, chance);
  while (atMost < probability && count < outOf) {
    count += 1;
    atMost = binomialAtMost(count, outOf, chance);
  }
  while (count > 0) {
    const below = binomialAtMost(count - 1, outOf, chance);
    if (below < probability) break;
    count -= 1;
  }
  return count;
}

/** Normal with its skewness corrected (Cornish and Fisher 1938): within a few of the quantile. */
function guess(probability: number, outOf: number, chance: number): number {
  const spread = Math.sqrt(outOf * chance * (1 - chance));
  const z = roughDeviate(probability);
  return outOf * chance + z * spread + ((1 - 2 * chance) * (z * z - 1)) / 6;
}

/** Normal quantile to three digits (Abramowitz and Stegun 26.2.23). */
function roughDeviate(probability: number): number {
  const upper = probability > 0.5;
  const t = Math.sqrt(-2 * Math.log(upper ? 1 - probability : probability));
  const z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return upper ? z : -z;
}

/**
 * Exact two-sided p of `count` out of `outOf` against a chance: twice the smaller tail, at most 1. `chance` from 0 to 1.
 */
export function binomialP(count: number, outOf: number, chance: number): number {
  mustCount(outOf, 'A denominator');
  mustCount(count, 'A count');
  mustBe(count <= outOf, 'A count must not be more than its denominator', count);
  mustBe(chance >= 0 && chance <= 1, 'A chance must lie between 0 and 1', chance);
  return Math.min(1, 2 * Math.min(binomialAtMost(count, outOf, chance), binomialAtLeast(count, outOf, chance)));
}
