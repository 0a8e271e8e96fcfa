import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialChance } from './binomial.ts';
import { funnelCurve, funnelLimits, funnelOf, widenedLimits, type Part } from './funnel.ts';
import { farthest } from './near.testing.ts';

/** Worked out apart with another library’s binomial distribution, interpolated as in Spiegelhalter (2005) A.1.1. */
test.each([
  [50, 0.1, 0.013862926957343676, 0.17972272762336444, 0, 0.24012841875238997],
  [200, 0.1, 0.057690722023731815, 0.14097171436988654, 0.03785150740207546, 0.1685672638526951],
  [10_000_000, 0.0345, 0.03438687554869145, 0.034613112618604946, 0.034321731169970435, 0.034678434153378186],
  [10_000_000, 1e-7, 0, 2.90194859158284e-7, 0, 4.867625322864326e-7],
])('limits of %i around %d', (denominator, target, lower95, upper95, lower998, upper998) => {
  const { at95, at998 } = funnelLimits(target, denominator);
  const found = [at95.lower, at95.upper, at998.lower, at998.upper].map((limit) => limit / target);
  const wanted = [lower95, upper95, lower998, upper998].map((limit) => limit / target);
  expect(farthest(found, wanted)).toBeLessThan(1e-10);
});

test('a target of 0 or 1 keeps to the formula, within 0 to 1', () => {
  expect(funnelLimits(0, 40)).toEqual({ at95: { lower: 0, upper: 0 }, at998: { lower: 0, upper: 0 } });
  const { lower, upper } = funnelLimits(1, 40).at95;
  expect(farthest([lower, upper], [1 - 0.975 / 40, 1 - 0.025 / 40])).toBeLessThan(1e-12);
});

test('limits contain the target, draw in with size, and are wider at 99.8 %', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      fc.integer({ min: 400, max: 1_000_000 }),
      (target, size) => {
        const [small, large] = [funnelLimits(target, size), funnelLimits(target, size * 4)];
        expect(small.at95.lower).toBeLessThan(target);
        expect(small.at95.upper).toBeGreaterThan(target);
        expect(small.at998.lower).toBeLessThanOrEqual(small.at95.lower);
        expect(small.at998.upper).toBeGreaterThan(small.at95.upper);
        expect(large.at95.upper - large.at95.lower).toBeLessThan(small.at95.upper - small.at95.lower);
      },
    ),
  );
});

test('a limit is never more than a whole count from where chance puts its tail', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 99 }), (size, percent) => {
      const target = percent / 100;
      let atMost = 0;
      let count = -1;
      while (atMost < 0.975) {
        count += 1;
        atMost += binomialChance(count, size, target);
      }
      const { upper } = funnelLimits(target, size).at95;
      expect(upper * size).toBeLessThanOrEqual(count + 1e-6);
      expect(upper * size).toBeGreaterThanOrEqual(count - 1 - 1e-6);
    }),
  );
});

describe('four places worked by hand', () => {
  // 100 of 800; rates 0.1, 0.1, 0.125 and 0.175.
  const parts = [20, 20, 25, 35].map((numerator) => ({ numerator, denominator: 200 }));
  const funnel = funnelOf(parts);

  test('target, z and phi', () => {
    const s = Math.sqrt((0.125 * 0.875) / 200);
    const z = [-0.025 / s, -0.025 / s, 0, 0.05 / s];
    expect(funnel.target).toBe(0.125);
    expect(
      farthest(
        funnel.places.map((place) => place.z),
        z,
      ),
    ).toBeLessThan(1e-12);
    // Type 7 at 0.1 lies 0.3 of the way from the first to the second, which are equal; at 0.9, 0.7 of the last step.
    const drawnIn = [z[0] ?? 0, z[1] ?? 0, 0, 0.7 * (z[3] ?? 0)];
    const phi = drawnIn.reduce((sum, one) => sum + one * one, 0) / 4;
    expect(funnel.phi).toBeCloseTo(phi, 12);
    expect(funnel.places[3]?.zAdjusted).toBeCloseTo((z[3] ?? 0) / Math.sqrt(Math.max(1, phi)), 12);
    // With equal sizes tau² = s² (4 phi − 3) / 3.
    const tau = Math.sqrt((s * s * (4 * phi - 3)) / 3);
    expect(funnel.tau).toBeCloseTo(tau, 12);
    expect(funnel.places[3]?.zRandom).toBeCloseTo(0.05 / Math.sqrt(s * s + tau * tau), 12);
  });
});

const parts = fc.array(
  fc
    .integer({ min: 0, max: 3000 })
    .chain((denominator) => fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) })),
  { minLength: 1, maxLength: 25 },
);

test('rows in another order give the same answers, and empty places change nobody’s', () => {
  fc.assert(
    fc.property(parts, (drawn: readonly Part[]) => {
      const [funnel, turned] = [funnelOf(drawn), funnelOf([{ numerator: 0, denominator: 0 }, ...drawn.toReversed()])];
      expect(turned.target).toEqual(funnel.target);
      expect(farthest([turned.phi, turned.tau], [funnel.phi, funnel.tau])).toBeLessThan(1e-6);
      const turnedBack = turned.places.slice(1).toReversed();
      expect(
        farthest(
          turnedBack.map((place) => place.z),
          funnel.places.map((place) => place.z),
        ),
      ).toBeLessThan(1e-9);
    }),
  );
});

test('allowing for spread never takes a place farther from the target', () => {
  fc.assert(
    fc.property(parts, (drawn: readonly Part[]) => {
      for (const { z, zAdjusted, zRandom } of funnelOf(drawn).places) {
        if (z === undefined) continue;
        expect(Math.abs(zAdjusted ?? 0)).toBeLessThanOrEqual(Math.abs(z));
        expect(Math.abs(zRandom ?? 0)).toBeLessThanOrEqual(Math.abs(z) * (1 + 1e-15));
      }
    }),
  );
});

test('what cannot be said is undefined', () => {
  expect(funnelOf([])).toEqual({ target: undefined, phi: undefined, tau: undefined, places: [] });
  expect(funnelOf([{ numerator: 3, denominator: 9 }])).toMatchObject({ phi: 0, tau: undefined });
  const none = funnelOf([0, 0].map((numerator) => ({ numerator, denominator: 9 })));
  expect(none).toMatchObject({ target: 0, phi: undefined, places: [{ rate: 0, z: undefined }, { rate: 0 }] });
  expect(() => funnelOf([{ numerator: 3, denominator: 2 }])).toThrow('statistics/argument');
});

test('curves to draw: one point a size; wider where places spread', () => {
  const curve = funnelCurve(0.2, [50, 500]);
  expect(curve.map(({ denominator }) => denominator)).toEqual([50, 500]);
  expect(curve[1]).toEqual({ denominator: 500, ...funnelLimits(0.2, 500) });
  const wide = widenedLimits(0.2, 0.03, 500);
  const half = 1.959963984540054 * Math.sqrt(0.16 / 500 + 0.0009);
  expect(farthest([wide.at95.lower, wide.at95.upper], [0.2 - half, 0.2 + half])).toBeLessThan(1e-12);
  expect(widenedLimits(0.01, 0.5, 10).at95.lower).toBe(0);
});
