import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findChanceAtOrBelow, fitTrend, paceInterval, predict, type Trend, type TrendPoint } from './trend.ts';
import { farthest } from './near.testing.ts';

function fitted(points: readonly TrendPoint[]): Trend {
  const trend = fitTrend(points);
  if (trend.kind !== 'trend') throw new Error(trend.reason);
  return trend;
}

/** Anscombe’s first set (The American Statistician 27, 1973): y = 3.00 + 0.500 x, spread 1.24. */
const ANSCOMBE = [
  [10, 8.04],
  [8, 6.95],
  [13, 7.58],
  [9, 8.81],
  [11, 8.33],
  [14, 9.96],
  [6, 7.24],
  [4, 4.26],
  [12, 10.84],
  [7, 4.82],
  [5, 5.68],
].map(([at = 0, value = 0]) => ({ at, value }));

test('Anscombe’s line, with its prediction interval', () => {
  const trend = fitted(ANSCOMBE);
  expect(trend.pace).toBeCloseTo(0.5000909090909094, 12);
  expect(trend.spread).toBeCloseTo(1.2366033227263211, 12);
  const { value, at95 } = predict(trend, 16);
  const wanted = [11.001545454545457, 7.534175409371076, 14.468915499719838];
  expect(farthest([value, at95.lower, at95.upper], wanted)).toBeLessThan(1e-10);
  expect(findChanceAtOrBelow(trend, 16, 10)).toBeCloseTo(0.2649112289594624, 10);
});

test('within what Anscombe’s pace lies, and the same where every point counts twice as much', () => {
  // Its standard error is 0.1179; t of 9 degrees of freedom at 97.5 % is 2.262157.
  const wanted = [0.2333701, 0.7668117];
  for (const weight of [1, 2]) {
    const { lower, upper } = paceInterval(fitted(ANSCOMBE.map((point) => ({ ...point, weight }))));
    expect(farthest([lower, upper], wanted)).toBeLessThan(1e-6);
  }
});

test('points that count more draw the line to them', () => {
  const trend = fitted([
    { at: 0, value: 5, weight: 1 },
    { at: 1, value: 4.5, weight: 2 },
    { at: 2, value: 4.2, weight: 3 },
    { at: 4, value: 3.1, weight: 4 },
  ]);
  expect(trend.pace).toBeCloseTo(-0.48039215686274506, 12);
  const { value, at95 } = predict(trend, 6);
  expect(
    farthest([value, at95.lower, at95.upper], [2.170588235294118, 1.4302482235173737, 2.910928247070862]),
  ).toBeLessThan(1e-9);
  expect(findChanceAtOrBelow(trend, 6, 2)).toBeCloseTo(0.21298474653704302, 10);
});

test('too few points, or all of one time: it cannot say', () => {
  expect(fitTrend(ANSCOMBE.slice(0, 2)).kind).toBe('cannot-say');
  expect(fitTrend(ANSCOMBE.slice(0, 3)).kind).toBe('trend');
  expect(fitTrend(ANSCOMBE.map(({ value }) => ({ at: 3, value }))).kind).toBe('cannot-say');
  expect(() => fitTrend([{ at: Number.NaN, value: 1 }])).toThrow('statistics/argument');
  expect(() => fitTrend([{ at: 1, value: 1, weight: 0 }])).toThrow('statistics/argument');
});

test('points all on the line show no scatter, so there is no chance to speak of', () => {
  const trend = fitted([0.1, 0.2, 0.3, 0.7].map((at) => ({ at, value: 0.3 - at / 3 })));
  expect(trend.spread).toBe(0);
  expect(findChanceAtOrBelow(trend, 2, 0)).toBeUndefined();
  expect(predict(trend, 0.9).value).toBeCloseTo(0, 12);
});

const points = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: 0, max: 40 }),
    value: fc.integer({ min: 0, max: 100 }),
    weight: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 4, maxLength: 15, selector: ({ at }) => at },
);

test('order and unit of time do not matter; the interval widens with distance; the chance rises with the target', () => {
  fc.assert(
    fc.property(points, (drawn) => {
      const trend = fitted(drawn);
      fc.pre(trend.spread > 0);
      const days = fitted(drawn.toReversed().map((point) => ({ ...point, at: point.at * 7 + 3 })));
      expect(predict(days, 50 * 7 + 3).at95.upper).toBeCloseTo(predict(trend, 50).at95.upper, 6);
      const width = (at: number): number => predict(trend, at).at95.upper - predict(trend, at).at95.lower;
      expect(width(60)).toBeGreaterThan(width(50));
      const chances = [-50, 0, 50, 100].map((target) => findChanceAtOrBelow(trend, 45, target) ?? Number.NaN);
      chances.slice(1).forEach((chance, at) => expect(chance).toBeGreaterThanOrEqual((chances[at] ?? 1) - 1e-12));
      const { at95 } = predict(trend, 45);
      expect(findChanceAtOrBelow(trend, 45, at95.upper)).toBeCloseTo(0.975, 9);
    }),
  );
});
