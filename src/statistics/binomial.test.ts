import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialAtLeast, binomialAtMost, binomialChance, binomialP, binomialQuantile } from './binomial.ts';

/** The chance of `count` or fewer of `outOf`, each with chance `part` in `whole`, in whole-number arithmetic. */
function exactly(count: number, outOf: number, part: number, whole: number): number {
  let [ways, sum] = [1n, 0n];
  for (let k = 0; k <= count; k += 1) {
    sum += ways * BigInt(part) ** BigInt(k) * BigInt(whole - part) ** BigInt(outOf - k);
    ways = (ways * BigInt(outOf - k)) / BigInt(k + 1);
  }
  const digits = 10n ** 30n;
  return Number((sum * digits) / BigInt(whole) ** BigInt(outOf)) / 1e30;
}

describe('for any proportion', () => {
  const drawn = fc
    .record({ outOf: fc.integer({ min: 1, max: 120 }), part: fc.integer({ min: 1, max: 999 }) })
    .chain(({ outOf, part }) =>
      fc.record({ outOf: fc.constant(outOf), part: fc.constant(part), count: fc.nat(outOf) }),
    );

  test('the chance of so many or fewer is the exact sum', () => {
    fc.assert(
      fc.property(drawn, ({ outOf, part, count }) => {
        const exact = exactly(count, outOf, part, 1000);
        const found = binomialAtMost(count, outOf, part / 1000);
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(1e-12 * exact + 1e-29);
        expect(found + binomialAtLeast(count + 1, outOf, part / 1000)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('the quantile is the first count that reaches the probability', () => {
    const probabilities = fc.constantFrom(0.001, 0.025, 0.1, 0.5, 0.975, 0.999);
    const sizes = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 10_000_000 }));
    fc.assert(
      fc.property(probabilities, sizes, fc.double({ min: 0, max: 1, noNaN: true }), (probability, outOf, chance) => {
        const count = binomialQuantile(probability, outOf, chance);
        expect(binomialAtMost(count, outOf, chance)).toBeGreaterThanOrEqual(probability);
        expect(binomialAtMost(count - 1, outOf, chance)).toBeLessThan(probability);
      }),
    );
  });
});

test('what cannot happen has no chance, and what must has all of it', () => {
  expect([0, 1].map((count) => binomialChance(count, 5, 0))).toEqual([1, 0]);
  expect([4, 5].map((count) => binomialChance(count, 5, 1))).toEqual([0, 1]);
  expect([-1, 6].map((count) => binomialChance(count, 5, 0.5))).toEqual([0, 0]);
  expect(binomialChance(5, 5, 0.5)).toBeCloseTo(1 / 32, 15);
});

test('p is twice the smaller tail', () => {
  expect(binomialP(15, 20, 0.5)).toBeCloseTo(0.04138946533203125, 14);
  expect(binomialP(10, 20, 0.5)).toBe(1);
  expect(binomialP(0, 0, 0.3)).toBe(1);
  expect(() => binomialP(3, 2, 0.5)).toThrow('statistics/argument');
  expect(() => binomialP(1, 2, 1.5)).toThrow('statistics/argument');
});
