import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rateDifference, rateRatio, riskDifference, riskRatio, type Compared } from './difference.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

function interval(compared: Compared): readonly number[] {
  return compared.kind === 'estimate' ? [compared.value, compared.at95.lower, compared.at95.upper] : [];
}

test.each([
  [of(56, 70), of(48, 80), 0.2, 0.0524, 0.3339],
  [of(9, 10), of(3, 10), 0.6, 0.1705, 0.809],
  [of(10, 10), of(0, 10), 1, 0.6075, 1],
])('Newcombe’s published differences (1998, table II, method 10): %o and %o', (first, second, value, lower, upper) => {
  expect(interval(riskDifference(first, second))).toEqual([value, lower, upper].map((one) => expect.closeTo(one, 4)));
});

test('a risk ratio by Katz', () => {
  const found = interval(riskRatio(of(15, 100), of(10, 100)));
  expect(found).toEqual([1.5, 0.7081184114218836, 3.1774346828266444].map((one) => expect.closeTo(one, 12)));
});

test('a ratio of event rates: √(1/a + 1/b) on the log scale', () => {
  const half = Math.exp(1.959963984540054 * Math.sqrt(1 / 30 + 1 / 20));
  expect(interval(rateRatio(of(30, 100), of(20, 200)))).toEqual(
    [3, 3 / half, 3 * half].map((one) => expect.closeTo(one, 12)),
  );
});

test('a difference of event rates is in the unit asked for', () => {
  const [value, lower = 0, upper = 0] = interval(rateDifference(of(30, 100), of(20, 100), 100));
  expect(value).toBeCloseTo(10, 12);
  expect(lower).toBeLessThan(0);
  expect(upper).toBeGreaterThan(20);
});

test('with nobody or no case it says why it cannot say', () => {
  expect(riskRatio(of(0, 10), of(2, 10))).toMatchObject({
    kind: 'cannot-say',
    reason: expect.stringMatching(/no case/),
  });
  expect(riskRatio(of(1, 10), of(0, 0))).toMatchObject({ kind: 'cannot-say', reason: expect.stringMatching(/nobody/) });
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
      expect(interval(riskDifference(second, first))).toEqual(
        [-value, -upper, -lower].map((one) => expect.closeTo(one, 12)),
      );
      expect(lower).toBeLessThanOrEqual(value);
      expect(upper).toBeGreaterThanOrEqual(value);
      const [ratio = 0, low = 0, high = 0] = interval(riskRatio(first, second));
      const turned = interval(riskRatio(second, first)).map((one) => Math.log(one));
      expect(turned).toEqual([-Math.log(ratio), -Math.log(high), -Math.log(low)].map((one) => expect.closeTo(one, 9)));
    }),
  );
});
