import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCountRate, findProportion } from './rate.ts';

test.each([
  [15, 60, 0.1578, 0.3723],
  [5, 100, 0.0215, 0.1118],
  [0, 20, 0, 0.1611],
  [20, 20, 0.8389, 1],
])('Wilson’s interval of %i of %i', (numerator, denominator, lower, upper) => {
  const found = findProportion(numerator, denominator);
  expect(found?.at95.lower).toBeCloseTo(lower, 4);
  expect(found?.at95.upper).toBeCloseTo(upper, 4);
});

const proportions = fc
  .oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 10_000_000 }))
  .chain((denominator) => fc.tuple(fc.nat(denominator), fc.constant(denominator)));

describe('any proportion', () => {
  test('lies in its interval, which lies between 0 and 1', () => {
    fc.assert(
      fc.property(proportions, ([numerator, denominator]) => {
        const found = findProportion(numerator, denominator);
        for (const interval of [found?.at95, found?.at998]) {
          expect(interval?.lower).toBeLessThanOrEqual(numerator / denominator);
          expect(interval?.upper).toBeGreaterThanOrEqual(numerator / denominator);
          expect(interval?.lower).toBeGreaterThanOrEqual(0);
          expect(interval?.upper).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('has the interval of what is left, turned round', () => {
    fc.assert(
      fc.property(proportions, ([numerator, denominator]) => {
        const [one, other] = [
          findProportion(numerator, denominator),
          findProportion(denominator - numerator, denominator),
        ];
        expect(one?.at95.lower).toBeCloseTo(1 - (other?.at95.upper ?? Number.NaN), 12);
      }),
    );
  });

  test('has a narrower interval where there are more people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 2, max: 50 }), (half, times) => {
        const width = (found: ReturnType<typeof findProportion>) => (found?.at95.upper ?? 0) - (found?.at95.lower ?? 0);
        expect(width(findProportion(half * times, 2 * half * times))).toBeLessThan(
          width(findProportion(half, 2 * half)),
        );
      }),
    );
  });
});

test('a rate of events is the count’s limits over the size, times what it is for', () => {
  const found = findCountRate(25, 1250.5, 100);
  expect(found?.value).toBeCloseTo(1.99920031987, 11);
  expect(found?.at95.lower).toBeCloseTo((16.17868184782933 / 1250.5) * 100, 12);
  expect(found?.at998.upper).toBeCloseTo((44.63607541715224 / 1250.5) * 100, 12);
});

test('there is no rate over nothing', () => {
  expect(findProportion(0, 0)).toBeUndefined();
  expect(findCountRate(3, 0)).toBeUndefined();
});

test.each([
  () => findProportion(3, 2),
  () => findProportion(0.5, 2),
  () => findProportion(1, Number.NaN),
  () => findCountRate(1, -1),
  () => findCountRate(1, 1, 0),
])('impossible numbers end at once: %s', (call) => {
  expect(call).toThrow('statistics/argument');
});
