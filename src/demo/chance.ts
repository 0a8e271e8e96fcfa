import { seededRandom, type Random } from '#kernel';

/** A random source of its own for each child and year, so that one child’s story does not shift another’s. */
export function randomFor(seed: number, ...keys: readonly number[]): Random {
  let mixed = seed >>> 0;
  for (const key of keys) {
    mixed = Math.imul(mixed ^ (key + 0x9e3779b9), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return seededRandom(mixed);
}

const GOLDEN = 0.6180339887498949;
/** A second step that never falls in with the golden one, for a second trait of the same child. */
export const SILVER = Math.SQRT2 - 1;

/** Evenly spread values in [0, 1) (a Kronecker sequence), so that small areas keep the shares of large ones. */
export function evenSpread(index: number, offset: number, step = GOLDEN): number {
  return (index * step + offset) % 1;
}

/** How many events of a rare kind: Poisson by multiplication (Knuth), halved above 12 so that `exp` stays exact. */
export function poisson(random: Random, mean: number): number {
  if (mean <= 0) return 0;
  if (mean > 12) return poisson(random, mean / 2) + poisson(random, mean / 2);
  const floor = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > floor; count += 1) product *= random.next();
  return count;
}

/** A whole number of at least 1 with the given mean: run lengths without memory. */
export function geometric(random: Random, mean: number): number {
  if (mean <= 1) return 1;
  return 1 + Math.floor(Math.log(1 - random.next()) / Math.log(1 - 1 / mean));
}

/** Gamma with mean 1: how much more or less often than others something happens to a child (Marsaglia and Tsang 2000). */
export function frailty(random: Random, shape: number): number {
  const boost = shape < 1 ? Math.pow(random.next(), 1 / shape) : 1;
  const grown = shape < 1 ? shape + 1 : shape;
  const d = grown - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (boost * d * v) / shape;
  }
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

export function happens(random: Random, probability: number): boolean {
  return random.next() < probability;
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error('demo/nothing-to-pick: a draw was made from an empty list');
  return item;
}

/** One of the values, as often as its weight says. */
export function weighted<T>(random: Random, choices: readonly (readonly [value: T, weight: number])[]): T {
  let whole = 0;
  for (const choice of choices) whole += choice[1];
  let left = random.next() * whole;
  for (const choice of choices) {
    left -= choice[1];
    if (left < 0) return choice[0];
  }
  const last = choices.at(-1);
  if (!last) throw new Error('demo/nothing-to-pick: a draw was made from an empty list');
  return last[0];
}
