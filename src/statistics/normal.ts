import { mustBe } from './argument.ts';

/** Chance that a standard normal value lies at least as far from 0 as z, on either side; small ones keep their digits. */
export function twoSidedP(z: number): number {
  mustBe(!Number.isNaN(z), 'z must be a number', z);
  const size = Math.abs(z);
  return size < 2.5 ? 1 - centralChance(size) : tails(size);
}

/** Chance within z of 0 (Abramowitz and Stegun 26.2.11): every term positive, so nothing cancels. */
function centralChance(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 2 * sum * density(z);
}

/** Both tails by Laplace’s continued fraction (26.2.14), from the far end back. */
function tails(z: number): number {
  let fraction = z;
  for (let k = 200; k >= 1; k -= 1) fraction = z + k / fraction;
  return (2 * density(z)) / fraction;
}

function density(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}
