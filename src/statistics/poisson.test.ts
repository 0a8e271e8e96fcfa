import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countInterval, poissonAtLeast, poissonAtMost, poissonP } from './poisson.ts';
import { LEVELS, type Level } from './level.ts';

/** Worked out in 40-digit arithmetic by Newton’s method on the series of the incomplete gamma function. */
const TO_TWENTY_DIGITS: readonly (readonly [count: number, level: Level, lower: string, upper: string])[] = [
  [0, 95, '0.0', '3.6888794541139363029'],
  [0, 99.8, '0.0', '6.9077552789821370521'],
  [1, 95, '0.025317807984289875404', '5.5716433909388985972'],
  [1, 99.8, '0.0010005003335835335001', '9.2334134764515857304'],
  [5, 95, '1.6234863901184205381', '11.668332079322669631'],
  [9, 99.8, '2.4524244043637749276', '22.657373309062930742'],
  [25, 95, '16.178681847829326646', '36.904931697530371619'],
  [100, 99.8, '71.921397495000407237', '134.92431906126447707'],
  // From 939 events on, a quantile function in wide use gives upper limits that are wrong in the fourth digit.
  [939, 95, '879.89330507185409644', '1001.0328307610787781'],
  [940, 99.8, '848.09754465136849161', '1038.6516728038961996'],
  [5000, 95, '4862.3591886948991127', '5140.5489485350048891'],
  [100_000, 99.8, '99025.631890500918292', '100981.07267802988376'],
  [1_000_000, 95, '998040.983340293903', '1001961.9119454321939'],
  [10_000_000, 95, '9993802.9968842669188', '10006199.897731497435'],
  [10_000_000, 99.8, '9990230.6771894632603', '10009776.02298953597'],
];

/** Garwood’s limits as tables print them. */
test.each([
  [1, 0.0253, 5.572],
  [5, 1.623, 11.668],
  [9, 4.115, 17.085],
])('the limits of %i are those of the tables', (count, lower, upper) => {
  const interval = countInterval(count, 95);
  expect(interval.lower).toBeCloseTo(lower, 3);
  expect(interval.upper).toBeCloseTo(upper, 3);
});

test.each(TO_TWENTY_DIGITS)('the limits of %i at %d %% keep 13 digits', (count, level, lower, upper) => {
  const interval = countInterval(count, level);
  expect(Math.abs(interval.lower - Number(lower))).toBeLessThanOrEqual(Number(lower) * 1e-13);
  expect(Math.abs(interval.upper - Number(upper))).toBeLessThanOrEqual(Number(upper) * 1e-13);
});

const counts = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 10_000_000 }));

describe('for any count', () => {
  test('the interval contains it, is wider at 99.8 % and grows with it', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const [narrow, wide, next] = [
          countInterval(count, 95),
          countInterval(count, 99.8),
          countInterval(count + 1, 95),
        ];
        expect(narrow.lower).toBeLessThanOrEqual(count);
        expect(narrow.upper).toBeGreaterThan(count);
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThan(narrow.upper);
        expect(next.lower).toBeGreaterThan(narrow.lower);
        expect(next.upper).toBeGreaterThan(narrow.upper);
      }),
    );
  });

  test('each limit leaves out exactly its tail', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom<Level>(95, 99.8), (count, level) => {
        const { lower, upper } = countInterval(count, level);
        expect(poissonAtLeast(count, lower) / LEVELS[level].tail).toBeCloseTo(1, 9);
        expect(poissonAtMost(count, upper) / LEVELS[level].tail).toBeCloseTo(1, 9);
      }),
    );
  });

  test('what is at most and what is above make one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0, max: 300, noNaN: true }), (count, mean) => {
        expect(poissonAtMost(count, mean) + poissonAtLeast(count + 1, mean)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('p is below 0.05 exactly where the 95 % interval leaves the expected count out', () => {
    const near = fc.double({ min: 0.01, max: 200, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 }), near, (observed, expected) => {
        const { lower, upper } = countInterval(observed, 95);
        const edge = Math.min(Math.abs(expected - lower), Math.abs(expected - upper)) < 1e-9;
        fc.pre(!edge);
        expect(poissonP(observed, expected) < 0.05).toBe(expected < lower || expected > upper);
      }),
    );
  });
});

test('p is twice the smaller tail and never more than 1', () => {
  expect(poissonP(3, 9.2)).toBeCloseTo(0.03683923534820917, 14);
  expect(poissonP(9, 9.2)).toBe(1);
  expect(poissonP(0, 0)).toBe(1);
  expect(poissonP(1, 0)).toBe(0);
  expect(poissonP(400, 1)).toBe(0);
});

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no count', (count) => {
  expect(() => countInterval(count, 95)).toThrow('statistics/argument');
});
