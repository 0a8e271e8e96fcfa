import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rake, type Margin } from './raking.ts';
import { farthest } from './near.testing.ts';

function margin(variable: string, totals: Readonly<Record<string, number>>): Margin {
  return { variable, totals: new Map(Object.entries(totals)) };
}

function sumOf(
  weights: readonly number[],
  respondents: readonly (readonly string[])[],
  at: number,
  category: string,
): number {
  return weights.reduce((sum, weight, one) => sum + (respondents[one]?.[at] === category ? weight : 0), 0);
}

test('one variable: each respondent stands for an equal part of its total', () => {
  const raked = rake([['F'], ['M'], ['F']], [margin('sex', { F: 10, M: 7 })]);
  expect(raked).toEqual({ kind: 'raked', weights: [5, 7, 5], scaled: [] });
});

test('two variables that depend on each other, by hand', () => {
  // One respondent in each of F7, F8, M7, M8 but two in M8; the odds ratio 1 × 2 / (1 × 1) stays 2.
  const respondents = ['F7', 'F8', 'M7', 'M8', 'M8'].map((both) => [both.charAt(0), both.charAt(1)]);
  const raked = rake(respondents, [margin('sex', { F: 50, M: 50 }), margin('year', { 7: 50, 8: 50 })]);
  const [f7 = 0, f8 = 0, m7 = 0, m8 = 0] = raked.kind === 'raked' ? raked.weights : [];
  // a + b = 50 and a² = 2 b² in the symmetric table.
  expect(f7).toBeCloseTo(50 * (2 - Math.SQRT2), 7);
  expect((f7 * (2 * m8)) / (f8 * m7)).toBeCloseTo(2, 9);
});

const population = fc
  .array(fc.tuple(fc.constantFrom('F', 'M'), fc.constantFrom('7', '8', '9'), fc.constantFrom('a', 'b')), {
    maxLength: 80,
  })
  .map((drawn) => [
    // One of each, so that every total can be met.
    ...['F', 'M'].flatMap((sex) => ['7', '8', '9'].flatMap((year) => ['a', 'b'].map((area) => [sex, year, area]))),
    ...drawn,
  ]);
const totals = fc.tuple(
  fc.integer({ min: 1, max: 99 }),
  fc.integer({ min: 1, max: 49 }),
  fc.integer({ min: 1, max: 49 }),
);

test('every margin is met, whatever the respondents and in whatever order they come', () => {
  fc.assert(
    fc.property(population, totals, fc.integer({ min: 1, max: 99 }), (respondents, [f, seven, eight], a) => {
      const margins = [
        margin('sex', { F: f, M: 100 - f }),
        margin('year', { 7: seven, 8: eight, 9: 100 - seven - eight }),
        margin('area', { a, b: 100 - a }),
      ];
      const raked = rake(respondents, margins);
      const weights = raked.kind === 'raked' ? raked.weights : [];
      margins.forEach(({ totals }, at) => {
        for (const [category, total] of totals) {
          expect(sumOf(weights, respondents, at, category) / total).toBeCloseTo(1, 9);
        }
      });
      expect(Math.min(...weights)).toBeGreaterThan(0);
      const turned = rake(respondents.toReversed(), margins);
      expect(farthest(turned.kind === 'raked' ? turned.weights.toReversed() : [], weights)).toBeLessThan(1e-6);
    }),
    { numRuns: 50 },
  );
});

test('totals that differ count as shares of the first variable’s', () => {
  const raked = rake(
    [
      ['F', '7'],
      ['M', '8'],
      ['F', '8'],
      ['M', '7'],
    ],
    [margin('sex', { F: 6, M: 4 }), margin('year', { 7: 25, 8: 75 })],
  );
  expect(raked).toMatchObject({ kind: 'raked', scaled: ['year'] });
  expect(farthest(raked.kind === 'raked' ? raked.weights : [], [1.5, 3, 4.5, 1])).toBeLessThan(1e-9);
});

test('a total of 0 gives weight 0', () => {
  const raked = rake([['F'], ['M']], [margin('sex', { F: 3, M: 0 })]);
  expect(raked).toMatchObject({ weights: [3, 0] });
});

test('a category without a respondent, and totals that cannot all hold, are said', () => {
  expect(rake([['F']], [margin('sex', { F: 1, M: 1 })])).toEqual({
    kind: 'no-respondent',
    variable: 'sex',
    category: 'M',
  });
  const one = [
    ['F', '7'],
    ['M', '8'],
  ];
  expect(rake(one, [margin('sex', { F: 10, M: 10 }), margin('year', { 7: 5, 8: 15 })])).toMatchObject({
    kind: 'unsettled',
    variable: 'sex',
  });
});

test('a category without a total, and totals of nothing, end at once', () => {
  expect(() => rake([['X']], [margin('sex', { F: 1 })])).toThrow('statistics/argument');
  expect(() => rake([['F']], [margin('sex', { F: 0 })])).toThrow('statistics/argument');
});
