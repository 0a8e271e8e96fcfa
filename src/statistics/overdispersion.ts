import { quantileOfSorted } from './quantile.ts';

/** How far a place is from its target, and the standard error by which that is measured; z undefined takes no part. */
export type Scored = { readonly error: number; readonly z: number | undefined };

export type Overdispersion = {
  /** Mean of the squared z, the outermost tenths drawn in: about 1 where only chance is at work. */
  readonly phi: number | undefined;
  /** Standard deviation between places beyond chance, in the unit of the error; needs two places. */
  readonly tau: number | undefined;
};

/** By how much places spread more than chance would spread them (Spiegelhalter 2005, appendix A.3). */
export function overdispersion(scored: readonly Scored[]): Overdispersion {
  const used = scored.flatMap(({ z, error }) => (z === undefined ? [] : [{ z, weight: 1 / (error * error) }]));
  const places = used.length;
  if (places === 0) return { phi: undefined, tau: undefined };
  const sorted = used.map(({ z }) => z).toSorted((a, b) => a - b);
  const [low, high] = [quantileOfSorted(sorted, 0.1), quantileOfSorted(sorted, 0.9)];
  const phi = used.reduce((sum, { z }) => sum + Math.min(high, Math.max(low, z)) ** 2, 0) / places;
  if (places === 1) return { phi, tau: undefined };
  const weights = used.reduce((sum, { weight }) => sum + weight, 0);
  const squares = used.reduce((sum, { weight }) => sum + weight * weight, 0);
  const variance = (places * phi - (places - 1)) / (weights - squares / weights);
  return { phi, tau: Math.sqrt(Math.max(0, variance)) };
}
