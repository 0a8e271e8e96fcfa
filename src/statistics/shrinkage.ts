import { mustBe, mustCount, mustMeasure } from './argument.ts';

/** Events over what they are measured against: expected events, or people. */
export type Ratio = { readonly numerator: number; readonly denominator: number };

export type Shrunk = {
  readonly raw: number;
  readonly shrunk: number;
  /** Part of the place’s own figure in the result: 0 all of it the common mean, 1 all its own. */
  readonly weight: number;
};

export type Shrinkage = {
  /** Σ numerator / Σ denominator; undefined where no place has a denominator. */
  readonly mean: number | undefined;
  /** Variance between places beyond chance; 0 where chance explains it all. */
  readonly variance: number;
  /** In the order given; undefined where the denominator is 0. */
  readonly places: readonly (Shrunk | undefined)[];
};

/**
 * Empirical Bayes for counts (gamma–Poisson), prior mean and variance by the method of moments: the global estimator
 * of R. J. Marshall, “Mapping disease and mortality rates using empirical Bayes estimators”, Applied Statistics 40,
 * 1991. Numerators whole; a place with events must have a denominator. Places whose denominator is 0 take no part.
 */
export function shrinkRates(ratios: readonly Ratio[]): Shrinkage {
  for (const { numerator, denominator } of ratios) {
    mustCount(numerator, 'A numerator');
    mustMeasure(denominator, 'A denominator');
    mustBe(denominator > 0 || numerator === 0, 'A place with events must have a denominator', denominator);
  }
  const used = ratios.filter(({ denominator }) => denominator > 0);
  const size = used.reduce((sum, { denominator }) => sum + denominator, 0);
  if (used.length === 0) return { mean: undefined, variance: 0, places: ratios.map(() => undefined) };
  const mean = used.reduce((sum, { numerator }) => sum + numerator, 0) / size;
  const spread =
    used.reduce((sum, { numerator, denominator }) => sum + denominator * (numerator / denominator - mean) ** 2, 0) /
    size;
  const variance = Math.max(0, spread - mean / (size / used.length));
  const places = ratios.map(({ numerator, denominator }) => {
    if (denominator === 0) return undefined;
    const raw = numerator / denominator;
    const weight = variance === 0 ? 0 : variance / (variance + mean / denominator);
    return { raw, shrunk: mean + weight * (raw - mean), weight };
  });
  return { mean, variance, places };
}
