import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile, weightedQuantile } from './quantile.ts';
import { farthest } from './near.testing.ts';

test('type 7 as R, NumPy and spreadsheets give it', () => {
  expect(
    farthest(
      [0, 0.1, 0.25, 0.5, 0.9, 1].map((share) => quantile([4, 1, 3, 2], share)),
      [1, 1.3, 1.75, 2.5, 3.7, 4],
    ),
  ).toBeLessThan(1e-12);
  expect(quantile([7], 0.1)).toBe(7);
});

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('equal weights change nothing, and a weight of 0 takes its value away', () => {
  fc.assert(
    fc.property(values, share, fc.integer({ min: 1, max: 9 }), (drawn, at, weight) => {
      const plain = quantile(drawn, at);
      const equal = drawn.map(() => weight);
      expect(weightedQuantile(drawn, equal, at)).toBeCloseTo(plain, 8);
      expect(weightedQuantile([...drawn, 5000], [...equal, 0], at)).toBeCloseTo(plain, 8);
    }),
  );
});

test('a weighted quantile lies among the values and moves towards what weighs more', () => {
  const weighted = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 20 })), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(weighted, share, (pairs, at) => {
      const found = weightedQuantile(
        pairs.map(([value]) => value),
        pairs.map(([, weight]) => weight),
        at,
      );
      expect(found).toBeGreaterThanOrEqual(Math.min(...pairs.map(([value]) => value)) - 1e-9);
      expect(found).toBeLessThanOrEqual(Math.max(...pairs.map(([value]) => value)) + 1e-9);
    }),
  );
  expect(weightedQuantile([1, 2, 3], [1, 1, 8], 0.5)).toBeGreaterThan(weightedQuantile([1, 2, 3], [1, 1, 1], 0.5));
});

test.each([
  () => quantile([], 0.5),
  () => quantile([1], 1.1),
  () => weightedQuantile([1], [], 0.5),
  () => weightedQuantile([1], [0], 0.5),
  () => weightedQuantile([1], [-1], 0.5),
])('%s ends at once', (call) => {
  expect(call).toThrow('statistics/argument');
});
