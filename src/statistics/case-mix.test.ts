import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#kernel';
import { caseMixOf } from './case-mix.ts';
import type { StratumCount } from './standardisation.ts';

/** Ten schools; a tenth of boys and a fifth of girls are cases, but for schools that are given a factor. */
function drawn(seed: number, factors: Readonly<Record<string, number>> = {}): readonly StratumCount[] {
  const { next } = seededRandom(seed);
  return Array.from({ length: 10 }, (_, nth) => `school ${nth}`).flatMap((place) =>
    [
      ['boys', 0.1],
      ['girls', 0.2],
    ].map(([stratum, chance]): StratumCount => {
      const denominator = 50 + Math.floor(next() * 300);
      const rate = Number(chance) * (factors[place] ?? 1);
      const numerator = Array.from({ length: denominator }).filter(() => next() < rate).length;
      return { place, stratum: String(stratum), numerator, denominator };
    }),
  );
}

describe('places beside what their make-up would lead one to expect', () => {
  test('by hand: make-up explains what raw shares would not', () => {
    const { places } = caseMixOf(
      [
        { place: 'a', stratum: 'old', numerator: 40, denominator: 100 },
        { place: 'a', stratum: 'young', numerator: 10, denominator: 100 },
        { place: 'b', stratum: 'old', numerator: 120, denominator: 300 },
        { place: 'b', stratum: 'young', numerator: 5, denominator: 50 },
        { place: 'c', stratum: 'old', numerator: 80, denominator: 200 },
        { place: 'c', stratum: 'young', numerator: 15, denominator: 150 },
      ],
      0.05,
    );
    expect(
      places.map(({ place, observed, size, expected, reading }) => [place, observed, size, expected, reading]),
    ).toEqual([
      ['a', 50, 200, 50, 'as-expected'],
      ['b', 125, 350, 125, 'as-expected'],
      ['c', 95, 350, 95, 'as-expected'],
    ]);
  });

  test('where nothing is different, hardly ever is a place called different', () => {
    const areas = Array.from({ length: 300 }, (_, seed) => caseMixOf(drawn(seed + 1), 0.05));
    const withOne = areas.filter(({ places }) => places.some(({ reading }) => reading !== 'as-expected'));
    // At most 5 % of areas where no place differs, but for the luck of 300 draws (three standard errors).
    expect(withOne.length / areas.length).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 300));
  });

  test('a school with twice the cases is found, and only as more', () => {
    const found = Array.from({ length: 50 }, (_, seed) => caseMixOf(drawn(seed + 1, { 'school 3': 2 }), 0.05)).map(
      ({ places }) => places.find(({ place }) => place === 'school 3')?.reading,
    );
    expect(new Set(found).has('fewer')).toBe(false);
    expect(found.filter((reading) => reading === 'more').length).toBeGreaterThan(35);
  });

  test('a place that has most of each of its strata is its own standard', () => {
    const { places } = caseMixOf(
      [
        { place: 'alone', stratum: 'x', numerator: 9, denominator: 10 },
        { place: 'other', stratum: 'x', numerator: 0, denominator: 9 },
        { place: 'other', stratum: 'y', numerator: 4, denominator: 20 },
        { place: 'third', stratum: 'y', numerator: 4, denominator: 20 },
      ],
      0.05,
    );
    expect(places.map(({ place, reading, ownStandard }) => [place, reading, ownStandard])).toEqual([
      ['alone', 'cannot-say', 1],
      ['other', 'as-expected', 0],
      ['third', 'as-expected', 0],
    ]);
  });
});

const rows = fc.array(
  fc
    .record({
      place: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      stratum: fc.constantFrom('x', 'y', 'z'),
      denominator: fc.integer({ min: 0, max: 200 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ share, ...row }): StratumCount => ({ ...row, numerator: Math.floor(share * row.denominator) })),
  { maxLength: 20 },
);

describe('for any places', () => {
  test('what is expected adds up to what was, sizes to all people, and order says nothing', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const mix = caseMixOf(some, 0.05);
        const sum = (part: (place: (typeof mix.places)[number]) => number): number =>
          mix.places.reduce((total, place) => total + part(place), 0);
        expect(sum(({ expected }) => expected)).toBeCloseTo(
          sum(({ observed }) => observed),
          6,
        );
        expect(sum(({ size }) => size)).toBe(some.reduce((total, { denominator }) => total + denominator, 0));
        for (const { ownStandard, qValue = 0 } of mix.places) {
          expect(ownStandard).toBeGreaterThanOrEqual(0);
          expect(ownStandard).toBeLessThanOrEqual(1 + 1e-9);
          expect(qValue).toBeLessThanOrEqual(1);
        }
        const turned = caseMixOf(some.toReversed(), 0.05);
        expect(turned.places.map(({ place, reading }) => [place, reading])).toEqual(
          mix.places.map(({ place, reading }) => [place, reading]),
        );
      }),
    );
  });
});
