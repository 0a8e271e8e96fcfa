/**
 * The pieces from which exact probabilities of counts are built without losing digits, however large the count:
 * C. Loader, “Fast and accurate computation of binomial probabilities” (2000). The usual way, through the logarithm of
 * the gamma function, subtracts numbers of many millions from each other and keeps about eight digits at 10 million.
 */

/** ln n! less Stirling’s approximation to it, for a whole n. */
export function stirlingError(n: number): number {
  const exact = SMALL[n];
  if (exact !== undefined) return exact;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

// Up to 15 the factorial is exact, and beyond it the series is.
const SMALL: readonly number[] = Array.from({ length: 16 }, (_, n) => {
  if (n === 0) return 0;
  let factorial = 1;
  for (let k = 2; k <= n; k += 1) factorial *= k;
  return Math.log(factorial) - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI);
});

/** x ln(x / mean) + mean − x: how far a count lies from its mean, without cancellation where it lies close. */
export function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = (x - mean) / (x + mean);
  let sum = (x - mean) * ratio;
  let term = 2 * x * ratio;
  for (let j = 1; ; j += 1) {
    term *= ratio * ratio;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

/** Sums terms, each made from the one before, until they no longer matter. The terms must be positive and end by falling. */
export function sumOfTerms(first: number, ratio: (step: number) => number): number {
  let sum = first;
  let term = first;
  for (let step = 1; term > 0; step += 1) {
    const by = ratio(step);
    if (!(by > 0)) break;
    term *= by;
    sum += term;
    if (by < 1 && term < sum * 1e-18) break;
  }
  return sum;
}
