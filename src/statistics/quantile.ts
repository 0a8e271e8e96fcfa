import { mustBe } from './argument.ts';

/**
 * Quantile by the definition that spreadsheets, R and most others take where none is named: type 7 of Hyndman and Fan
 * (The American Statistician 50, 1996), linear between the values next to it. `values` in any order, at least one;
 * `share` from 0 to 1.
 */
export function quantile(values: readonly number[], share: number): number {
  return quantileOfSorted(
    values.toSorted((a, b) => a - b),
    share,
  );
}

/** As `quantile`, of values already in rising order. */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  mustBe(share >= 0 && share <= 1, 'A share must lie between 0 and 1', share);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below];
  mustBe(low !== undefined, 'There must be a value to take a quantile of', 'none');
  const high = sorted[below + 1] ?? low;
  return (low ?? 0) + (place - below) * ((high ?? 0) - (low ?? 0));
}

/**
 * Quantile of values that do not count alike: type 7 carried over to weights by Kish’s effective sample size
 * (A. Akinshin, “Weighted quantile estimators”, 2023, §4). Equal weights give `quantile`; a weight of 0 is as if the
 * value were not there. `weights` beside `values`, each 0 or more, their sum more than 0.
 */
export function weightedQuantile(values: readonly number[], weights: readonly number[], share: number): number {
  mustBe(values.length === weights.length, 'There must be one weight a value', weights.length);
  mustBe(share >= 0 && share <= 1, 'A share must lie between 0 and 1', share);
  const pairs = values
    .map((value, index) => ({ value, weight: weights[index] ?? 0 }))
    .filter(({ weight }) => weight !== 0)
    .toSorted((a, b) => a.value - b.value);
  for (const { weight } of pairs) mustBe(weight > 0 && Number.isFinite(weight), 'A weight must be 0 or more', weight);
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  mustBe(total > 0, 'The weights must not all be 0', total);
  const effective = (total * total) / pairs.reduce((sum, { weight }) => sum + weight * weight, 0);
  // The window of width 1 / effective over which values count, each by its part of it.
  const start = (share * (effective - 1)) / effective;
  const within = (cumulated: number): number => Math.min(1, Math.max(0, (cumulated - start) * effective));
  let cumulated = 0;
  let sum = 0;
  for (const { value, weight } of pairs) {
    const before = within(cumulated / total);
    cumulated += weight;
    sum += value * (within(cumulated / total) - before);
  }
  return sum;
}
