import { expect, test } from 'vitest';
import { twoSidedP } from './normal.ts';
import { studentAtMost, studentQuantile } from './student.ts';

/** erfc(z / √2) in 30-digit arithmetic. */
test.each([
  [0, 1],
  [1, 0.3173105078629141],
  [1.959963984540054, 0.05],
  [-3.090232306167813, 0.002],
  [5, 5.7330314375838782e-7],
  [10, 1.523970604832105e-23],
  [30, 9.813427854296376e-198],
])('two-sided p of %d', (z, p) => {
  expect(twoSidedP(z) / p).toBeCloseTo(1, 12);
});

test('p falls as z grows, across the place where one method hands over to the other', () => {
  const ps = Array.from({ length: 400 }, (_, step) => twoSidedP(2.48 + step / 10_000));
  expect(ps).toEqual(ps.toSorted((a, b) => b - a));
  expect(() => twoSidedP(Number.NaN)).toThrow('statistics/argument');
});

/** Tables of Student’s t. */
test.each([
  [1, 0.975, 12.7062047361747],
  [2, 0.975, 4.30265272974946],
  [3, 0.999, 10.2145318524072],
  [10, 0.975, 2.22813885198627],
  [120, 0.975, 1.97993040508244],
])('t with %i degrees of freedom at %d', (freedom, probability, t) => {
  expect(studentQuantile(probability, freedom)).toBeCloseTo(t, 10);
  expect(studentAtMost(-t, freedom)).toBeCloseTo(1 - probability, 12);
});
