import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shrinkRates, type Ratio } from './shrinkage.ts';
import { farthest } from './near.testing.ts';

const FIVE: readonly Ratio[] = [
  [12, 18],
  [30, 25],
  [8, 15],
  [20, 22],
  [45, 30],
].map(([numerator = 0, denominator = 0]) => ({ numerator, denominator }));

test('five places, worked by hand', () => {
  const found = shrinkRates(FIVE);
  expect(found.mean).toBeCloseTo(1.0455, 4);
  expect(found.variance).toBeCloseTo(0.0772, 4);
  expect(
    farthest(
      found.places.map((place) => place?.shrunk),
      [0.829, 1.146, 0.776, 0.961, 1.359],
    ),
  ).toBeLessThan(1e-3);
});

const ratios = fc.array(
  fc.record({ numerator: fc.nat(60), denominator: fc.double({ min: 0.5, max: 90, noNaN: true }) }),
  { minLength: 1, maxLength: 25 },
);

test('a shrunk figure lies between its own and the mean; its weight between 0 and 1, more for larger places', () => {
  fc.assert(
    fc.property(ratios, (drawn) => {
      const { mean = Number.NaN, places } = shrinkRates(drawn);
      places.forEach((place) => {
        const [low, high] = [Math.min(place?.raw ?? 0, mean), Math.max(place?.raw ?? 0, mean)];
        expect(place?.shrunk).toBeGreaterThanOrEqual(low - 1e-12);
        expect(place?.shrunk).toBeLessThanOrEqual(high + 1e-12);
        expect(place?.weight).toBeGreaterThanOrEqual(0);
        expect(place?.weight).toBeLessThanOrEqual(1);
      });
      const bySize = drawn
        .map(({ denominator }, at) => ({ denominator, weight: places[at]?.weight ?? Number.NaN }))
        .toSorted((a, b) => a.denominator - b.denominator);
      const weights = bySize.map(({ weight }) => weight);
      expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    }),
  );
});

test('the order of places does not matter, and an empty place changes nobody’s figure', () => {
  fc.assert(
    fc.property(ratios, (drawn) => {
      const turned = shrinkRates([{ numerator: 0, denominator: 0 }, ...drawn.toReversed()]);
      expect(turned.places[0]).toBeUndefined();
      const turnedBack = turned.places.slice(1).toReversed();
      expect(
        farthest(
          turnedBack.map((place) => place?.shrunk),
          shrinkRates(drawn).places.map((place) => place?.shrunk),
        ),
      ).toBeLessThan(1e-9);
    }),
  );
});

test('where chance explains it all, everyone gets the mean', () => {
  const same = shrinkRates([10, 10, 10].map((numerator) => ({ numerator, denominator: 20 })));
  expect(same.places).toEqual([0, 1, 2].map(() => ({ raw: 0.5, shrunk: 0.5, weight: 0 })));
  expect(shrinkRates([{ numerator: 0, denominator: 5 }]).places).toEqual([{ raw: 0, shrunk: 0, weight: 0 }]);
  expect(shrinkRates([])).toEqual({ mean: undefined, variance: 0, places: [] });
  expect(() => shrinkRates([{ numerator: 1, denominator: 0 }])).toThrow('statistics/argument');
});
