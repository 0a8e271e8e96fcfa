import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '#kernel';
import { dispersionOf } from './dispersion.ts';

const FIVE = [
  [12, 18],
  [30, 25],
  [8, 15],
  [20, 22],
  [45, 30],
].map(([observed = 0, expected = 0]) => ({ observed, expected }));

test('five places, worked by hand', () => {
  expect(dispersionOf(FIVE, seededRandom(1)).scv).toBeCloseTo(0.0772, 4);
});

test('a seed repeats its interval, and other seeds come close to it', () => {
  const thirty = Array.from({ length: 30 }, (_, at) => ({ observed: (at * at) % 37, expected: 12 + at / 2 }));
  const found = [1, 1, 2].map((seed) => dispersionOf(thirty, seededRandom(seed)));
  const [one, again, other] = found.map(({ interval }) => interval);
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
  const width = (one?.upper ?? 0) - (one?.lower ?? 0);
  expect(Math.abs((other?.upper ?? 0) - (one?.upper ?? 0))).toBeLessThan(width / 10);
  expect(one?.lower).toBeLessThan(found[0]?.scv ?? 0);
  expect(one?.upper).toBeGreaterThan(found[0]?.scv ?? 0);
});

test('with two places the resamples are known: a quarter of each twice, a half of both', () => {
  // Terms 1 − 1/2 (O = 4, E = 2) and −1/2 (O = E = 2), so that means are 0.5, 0 and −0.5.
  const found = dispersionOf(
    [
      { observed: 4, expected: 2 },
      { observed: 2, expected: 2 },
    ],
    seededRandom(1),
  );
  expect(found).toEqual({ places: 2, scv: 0, interval: { lower: -0.5, upper: 0.5 } });
});

test('the order of places does not matter to the component itself', () => {
  const rows = fc.array(fc.record({ observed: fc.nat(50), expected: fc.double({ min: 0.5, max: 50, noNaN: true }) }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(rows, (drawn) => {
      const scv = dispersionOf(drawn, seededRandom(1), 1).scv ?? Number.NaN;
      const turned = dispersionOf(drawn.toReversed(), seededRandom(1), 1).scv ?? Number.NaN;
      expect(Math.abs(turned - scv)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(scv)));
    }),
  );
});

test('one place has no interval, none has nothing, and nothing expected ends at once', () => {
  expect(dispersionOf([{ observed: 1, expected: 2 }], seededRandom(1))).toEqual({
    places: 1,
    scv: -0.25,
    interval: undefined,
  });
  expect(dispersionOf([], seededRandom(1))).toEqual({ places: 0, scv: undefined, interval: undefined });
  expect(() => dispersionOf([{ observed: 1, expected: 0 }], seededRandom(1))).toThrow('statistics/argument');
});
