import { mustBe, mustCount } from './argument.ts';
import { binomialAtMost, binomialChance, binomialQuantile } from './binomial.ts';
import { atEachLevel, LEVELS, type Interval, type Intervals, type Level } from './level.ts';
import { overdispersion } from './overdispersion.ts';

/** A place’s count and what it is out of. Both whole; numerator ≤ denominator. */
export type Part = { readonly numerator: number; readonly denominator: number };

export type FunnelPlace = {
  /** 0 to 1; undefined where the denominator is 0, and so is all that follows from it. */
  readonly rate: number | undefined;
  /** Where chance alone would leave a place of this size, around the target. */
  readonly limits: Intervals | undefined;
  /** Distance from the target in standard deviations; undefined also where the target is 0 or 1. */
  readonly z: number | undefined;
  /** z over the square root of phi, where the places spread more than chance would spread them. */
  readonly zAdjusted: number | undefined;
  /** z against chance and the spread between places together. */
  readonly zRandom: number | undefined;
};

export type Funnel = {
  /** All numerators over all denominators; undefined where these are 0. */
  readonly target: number | undefined;
  /** Mean of the squared z, the outermost tenths drawn in: about 1 where only chance is at work. */
  readonly phi: number | undefined;
  /** Standard deviation between places beyond chance, in the unit of the rate; needs two places. */
  readonly tau: number | undefined;
  /** In the order given. */
  readonly places: readonly FunnelPlace[];
};

/**
 * A funnel of proportions around their pooled rate (D. J. Spiegelhalter, “Funnel plots for comparing institutional
 * performance”, Statistics in Medicine 24, 2005): limits from binomial quantiles (appendix A.1.1), overdispersion both
 * ways (appendix A.3). Places whose denominator is 0 take no part.
 */
export function funnelOf(parts: readonly Part[]): Funnel {
  for (const { numerator, denominator } of parts) {
    mustCount(numerator, 'A numerator');
    mustCount(denominator, 'A denominator');
    mustBe(numerator <= denominator, 'A numerator must not be more than its denominator', numerator);
  }
  const all = parts.reduce((sum, part) => sum + part.denominator, 0);
  const target = all === 0 ? undefined : parts.reduce((sum, part) => sum + part.numerator, 0) / all;
  const scored = parts.map((part) => score(part, target));
  const { phi, tau } = overdispersion(scored);
  const widen = phi === undefined ? undefined : Math.sqrt(Math.max(1, phi));
  return {
    target,
    phi,
    tau,
    places: scored.map(({ rate, error, z }, index) => ({
      rate,
      limits:
        rate === undefined || target === undefined ? undefined : funnelLimits(target, parts[index]?.denominator ?? 0),
      z,
      zAdjusted: z === undefined || widen === undefined ? undefined : z / widen,
      zRandom: z === undefined || tau === undefined ? undefined : (z * error) / Math.hypot(error, tau),
    })),
  };
}

type Scored = { readonly rate: number | undefined; readonly error: number; readonly z: number | undefined };

function score({ numerator, denominator }: Part, target: number | undefined): Scored {
  if (denominator === 0 || target === undefined) return { rate: undefined, error: 0, z: undefined };
  const rate = numerator / denominator;
  const error = Math.sqrt((target * (1 - target)) / denominator);
  return { rate, error, z: error === 0 ? undefined : (rate - target) / error };
}

/** Limits for a place of this size around a target (0 to 1), both as rates. `denominator` whole, more than 0. */
export function funnelLimits(target: number, denominator: number): Intervals {
  mustCount(denominator, 'A denominator');
  mustBe(denominator > 0, 'A denominator must be more than 0', denominator);
  mustBe(target >= 0 && target <= 1, 'A target must lie between 0 and 1', target);
  return atEachLevel((level) => {
    const { tail } = LEVELS[level];
    return { lower: limitAt(tail, denominator, target), upper: limitAt(1 - tail, denominator, target) };
  });
}

// Counts come in whole steps. Between them the limit follows the chance, or it would jump from size to size.
function limitAt(probability: number, denominator: number, target: number): number {
  const count = binomialQuantile(probability, denominator, target);
  const over = binomialAtMost(count, denominator, target) - probability;
  const back = over / binomialChance(count, denominator, target);
  return Math.min(1, Math.max(0, (count - back) / denominator));
}

/** The curves to draw: the limits at each of these sizes. */
export function funnelCurve(
  target: number,
  denominators: readonly number[],
): readonly (Intervals & { readonly denominator: number })[] {
  return denominators.map((denominator) => ({ denominator, ...funnelLimits(target, denominator) }));
}

/**
 * The wider limits where places differ by more than chance (Spiegelhalter 2005, A.3.2): target ± z √(s² + tau²), kept
 * within 0 to 1. `tau` as `funnelOf` gives it.
 */
export function widenedLimits(target: number, tau: number, denominator: number): Intervals {
  mustBe(denominator > 0, 'A denominator must be more than 0', denominator);
  const spread = Math.hypot(Math.sqrt((target * (1 - target)) / denominator), tau);
  const limits = (level: Level): Interval => ({
    lower: Math.max(0, target - LEVELS[level].z * spread),
    upper: Math.min(1, target + LEVELS[level].z * spread),
  });
  return atEachLevel(limits);
}
