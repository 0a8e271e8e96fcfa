import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rateDifference, rateRatio, riskDifference, riskRatio, type Compared } from './difference.ts';
import { farthest } from './near.testing.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

function interval(compared: Compared): readonly number[] {
  return compared.kind === 'estimate' ? [compared.value, compared.at95.lower, compared.at95.upper] : [];
}

function reasonOf(compared: Compared): string {
  return compared.kind === 'cannot-say' ? compared.reason : '';
}

test.each([
  [of(56, 70), of(48, 80), 0.2, 0.0524, 0.3339],
  [of(9, 10), of(3, 10), 0.6, 0.1705, 0.809],
  [of(10, 10), of(0, 10), 1, 0.6075, 1],
])('Newcombe’s published differences (1998, table II, method 10): %o and %o', (first, second, value, lower, upper) => {
  expect(farthest(interval(riskDifference(first, second)), [value, lower, upper])).toBeLessThan(1e-4);
});

test('a risk ratio by Katz', () => {
  const found = interval(riskRatio(of(15, 100), of(10, 100)));
  expect(farthest(found, [1.5, 0.7081184114218836, 3.1774346828266444])).toBeLessThan(1e-12);
});

test('a ratio of event rates: √(1/a + 1/b) on the log scale', () => {
  const half = Math.exp(1.959963984540054 * Math.sqrt(1 / 30 + 1 / 20));
  expect(farthest(interval(rateRatio(of(30, 100), of(20, 200))), [3, 3 / half, 3 * half])).toBeLessThan(1e-12);
});

test('a difference of event rates is in the unit asked for', () => {
  const [value, lower = 0, upper = 0] = interval(rateDifference(of(30, 100), of(20, 100), 100));
  expect(value).toBeCloseTo(10, 12);
  expect(lower).toBeLessThan(0);
  expect(upper).toBeGreaterThan(20);
});

test('with nobody or no case it says why it cannot say', () => {
  expect(reasonOf(riskRatio(of(0, 10), of(2, 10)))).toContain('no case');
  expect(reasonOf(riskRatio(of(1, 10), of(0, 0)))).toContain('nobody');
  expect(rateRatio(of(1, 10), of(0, 10)).kind).toBe('cannot-say');
  expect(riskDifference(of(0, 0), of(1, 10)).kind).toBe('cannot-say');
  expect(riskDifference(of(0, 10), of(1, 10)).kind).toBe('estimate');
  expect(() => riskRatio(of(11, 10), of(1, 10))).toThrow('statistics/argument');
});

const group = fc
  .integer({ min: 1, max: 5000 })
  .chain((size) => fc.integer({ min: 1, max: size }).map((n) => of(n, size)));

test('turned round, a difference changes its sign and a ratio becomes its inverse', () => {
  fc.assert(
    fc.property(group, group, (first, second) => {
      const [value = 0, lower = 0, upper = 0] = interval(riskDifference(first, second));
      expect(farthest(interval(riskDifference(second, first)), [-value, -upper, -lower])).toBeLessThan(1e-12);
      expect(lower).toBeLessThanOrEqual(value);
      expect(upper).toBeGreaterThanOrEqual(value);
      const [ratio = 0, low = 0, high = 0] = interval(riskRatio(first, second));
      const turned = interval(riskRatio(second, first)).map((one) => Math.log(one));
      expect(farthest(turned, [-Math.log(ratio), -Math.log(high), -Math.log(low)])).toBeLessThan(1e-9);
    }),
  );
});
