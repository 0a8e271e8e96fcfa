import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standardise, type StratumCount } from './standardisation.ts';
import { farthest } from './near.testing.ts';

test('two places, two strata, by hand', () => {
  const found = standardise([
    { place: 'Westby', stratum: 'secondary', numerator: 30, denominator: 300 },
    { place: 'Westby', stratum: 'primary', numerator: 2, denominator: 100 },
    { place: 'Eastby', stratum: 'secondary', numerator: 10, denominator: 100 },
    { place: 'Eastby', stratum: 'primary', numerator: 4, denominator: 300 },
  ]);
  // Rates of all together: secondary 40/400, primary 6/400.
  expect(found.map(({ place, observed }) => [place, observed])).toEqual([
    ['Eastby', 14],
    ['Westby', 32],
  ]);
  expect(
    farthest(
      found.map(({ expected }) => expected),
      [14.5, 31.5],
    ),
  ).toBeLessThan(1e-12);
  expect(found[0]?.ratio?.value).toBeCloseTo(14 / 14.5, 12);
  expect(found[0]?.strata).toEqual([
    { stratum: 'primary', numerator: 4, denominator: 300, rate: 0.015, expected: 4.5 },
    { stratum: 'secondary', numerator: 10, denominator: 100, rate: 0.1, expected: 10 },
  ]);
});

const rows = fc.array(
  fc.record({
    place: fc.constantFrom('a', 'b', 'c', 'd'),
    stratum: fc.constantFrom('x', 'y', 'z'),
    numerator: fc.nat(40),
    denominator: fc.double({ min: 0.5, max: 400, noNaN: true }),
  }),
  { maxLength: 40 },
);

test('all that is expected is all that was observed', () => {
  fc.assert(
    fc.property(rows, (drawn: readonly StratumCount[]) => {
      const found = standardise(drawn);
      const observed = found.reduce((sum, place) => sum + place.observed, 0);
      expect(found.reduce((sum, place) => sum + place.expected, 0)).toBeCloseTo(observed, 8);
      for (const { expected, strata } of found) {
        expect(strata.reduce((sum, one) => sum + one.expected, 0)).toBeCloseTo(expected, 10);
      }
    }),
  );
});

test('the order of rows does not matter, and neither does splitting one', () => {
  fc.assert(
    fc.property(rows, (drawn: readonly StratumCount[]) => {
      const split = drawn.flatMap((row) => [
        { ...row, numerator: 0, denominator: row.denominator / 2 },
        { ...row, denominator: row.denominator / 2 },
      ]);
      const [found, turned] = [standardise(drawn), standardise(split.toReversed())];
      const counts = (places: typeof found) => places.map(({ place, observed }) => [place, observed]);
      expect(counts(turned)).toEqual(counts(found));
      const expected = (places: typeof found) => places.map((place) => place.expected);
      expect(farthest(expected(turned), expected(found))).toBeLessThan(1e-9);
    }),
  );
});

test('nothing expected gives no ratio; events of nobody end at once', () => {
  expect(standardise([{ place: 'a', stratum: 'x', numerator: 0, denominator: 0 }])[0]?.ratio).toBeUndefined();
  expect(standardise([{ place: 'a', stratum: 'x', numerator: 0, denominator: 9 }])[0]?.ratio).toBeUndefined();
  expect(() => standardise([{ place: 'a', stratum: 'x', numerator: 1, denominator: 0 }])).toThrow(
    'statistics/argument',
  );
});
