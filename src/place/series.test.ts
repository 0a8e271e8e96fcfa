import fc from 'fast-check';
import { carriedFigures } from '#testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { academicYearStarting, startYear } from '#kernel';
import { ALL_PUPILS } from './group.ts';
import { getMeasure } from './measures.ts';
import type { Observation } from './observation.ts';
import { changesOf, codeToday, PLACE_CHANGES, type PlaceChange } from './place-changes.ts';
import { findPlace, listPlaces } from './places.ts';
import { seriesOf, type Series } from './series.ts';
import type { PublishedStatistics } from './statistics.ts';
import { missing } from './symbol.ts';

const MEASURE = getMeasure('suspension-rate');

type Figure = {
  readonly year: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly value?: number;
};

function observation(place: string, { year, numerator, denominator, value }: Figure): Observation {
  const rate = value ?? (numerator === undefined || !denominator ? undefined : (100 * numerator) / denominator);
  return {
    measure: MEASURE.id,
    place,
    period: { kind: 'academic-year', year: academicYearStarting(year) },
    schoolType: 'all',
    group: ALL_PUPILS,
    value: rate === undefined ? missing('x') : { kind: 'value', value: rate },
    numerator,
    denominator,
    schools: undefined,
    release: 'r',
  };
}

function series(
  place: string,
  changes: readonly PlaceChange[],
  figures: Readonly<Record<string, readonly Figure[]>>,
): Series {
  const observations = new Map(
    Object.entries(figures).map(([code, some]) => [code, some.map((figure) => observation(code, figure))]),
  );
  return seriesOf({ measure: MEASURE, place, schoolType: 'all', group: ALL_PUPILS, observations, changes });
}

const change = (kind: PlaceChange['kind'], from: readonly string[], to: readonly string[]): PlaceChange => ({
  on: '2020-04-01',
  kind,
  from,
  to,
  words: 'It changed.',
  source: 's',
});

describe('for any counts', () => {
  const counts = fc
    .record({ denominator: fc.integer({ min: 1, max: 100_000 }), numerator: fc.nat(200_000) })
    .map((one) => ({ ...one, year: 2021 }));
  const parts = fc.array(counts, { minLength: 2, maxLength: 4 });

  test('a divided area goes on as the sum of its parts, and lies between them', () => {
    fc.assert(
      fc.property(parts, (figures) => {
        const codes = figures.map((_, at) => `part-${at}`);
        const held = Object.fromEntries(figures.map((figure, at) => [`part-${at}`, [figure]]));
        const { points, breaks } = series('old', [change('split', ['old'], codes)], held);
        const sum = (of: 'numerator' | 'denominator'): number => figures.reduce((total, one) => total + one[of], 0);
        expect(points).toHaveLength(1);
        expect(points[0]).toMatchObject({ how: 'summed', of: codes });
        const { observation: found } = points[0] ?? { observation: observation('', { year: 0 }) };
        expect([found.numerator, found.denominator]).toEqual([sum('numerator'), sum('denominator')]);
        const rates = figures.map((one) => (100 * one.numerator) / one.denominator);
        const value = found.value.kind === 'value' ? found.value.value : Number.NaN;
        expect(value).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-6);
        expect(value).toBeLessThanOrEqual(Math.max(...rates) + 1e-6);
        expect(breaks.every((one) => one.joined)).toBe(true);
      }),
    );
  });

  test('one count that is missing is enough to add nothing', () => {
    fc.assert(
      fc.property(parts, fc.nat(3), fc.constantFrom('numerator', 'denominator'), (figures, which, what) => {
        const at = which % figures.length;
        const held = Object.fromEntries(
          figures.map((figure, index) => [
            `part-${index}`,
            [index === at ? { ...figure, value: 5, [what]: undefined } : figure],
          ]),
        );
        expect(series('old', [change('split', ['old'], Object.keys(held))], held).points).toEqual([]);
      }),
    );
  });

  test('a part never takes the figure of the whole, nor a redrawn area that of another', () => {
    fc.assert(
      fc.property(counts, counts, fc.constantFrom('split', 'redrawn'), (before, after, kind) => {
        const held = { old: [{ ...before, year: 2018 }], other: [{ ...before, year: 2018 }], a: [after], b: [after] };
        const found = series('a', [change(kind, kind === 'split' ? ['old'] : ['old', 'other'], ['a', 'b'])], held);
        expect(found.points.map((point) => [point.how, startYear(point.observation.period.year)])).toEqual([
          ['published', 2021],
        ]);
        expect(found.breaks.filter((one) => one.kind === 'area')).toMatchObject([{ joined: false, from: 2021 }]);
      }),
    );
  });

  test('a merged area is the sum of its parts before, and what is published for it stands', () => {
    fc.assert(
      fc.property(counts, counts, counts, (one, two, own) => {
        const before = { ...own, year: 2019 };
        const held = {
          a: [
            { ...one, year: 2018 },
            { ...one, year: 2019 },
          ],
          b: [
            { ...two, year: 2018 },
            { ...two, year: 2019 },
          ],
          new: [before, own],
        };
        const { points } = series('new', [change('merged', ['a', 'b'], ['new'])], held);
        expect(points.map((point) => [startYear(point.observation.period.year), point.how])).toEqual([
          [2018, 'summed'],
          [2019, 'published'],
          [2021, 'published'],
        ]);
        expect(points[1]?.observation.numerator).toBe(own.numerator);
      }),
    );
  });
});

test('scores are never added, nor rates without counts', () => {
  const observations = new Map(['a', 'b'].map((code) => [code, [{ ...observation(code, { year: 2021, value: 5 }) }]]));
  const base = {
    place: 'old',
    schoolType: 'all',
    group: ALL_PUPILS,
    observations,
    changes: [change('split', ['old'], ['a', 'b'])],
  } as const;
  expect(seriesOf({ ...base, measure: getMeasure('deprivation-score') }).points).toEqual([]);
  expect(seriesOf({ ...base, measure: MEASURE }).points).toEqual([]);
});

describe('the table of changes', () => {
  test('names places of the register, the new ones current and the old ones not', () => {
    const codes = new Map(listPlaces().map((place) => [place.code, place]));
    for (const { kind, from, to } of PLACE_CHANGES) {
      expect(to.map((code) => codes.get(code)?.current)).toEqual(to.map(() => true));
      // A code that only gave way to another is of no place of its own; an area that ended is a former authority.
      const known = from.map((code) => codes.get(code)?.current);
      expect(known).toEqual(from.map(() => (kind === 'recoded' ? undefined : false)));
    }
  });

  test('accounts for every authority that is no more', () => {
    const former = listPlaces().filter((place) => !place.current);
    expect(former.filter((place) => changesOf(place.code).length === 0)).toEqual([]);
  });

  test('is in order of time, with a source for each', () => {
    const days = PLACE_CHANGES.map((one) => one.on);
    expect(days).toEqual(days.toSorted());
    for (const { source, words } of PLACE_CHANGES) expect([source, words].every((text) => text.length > 10)).toBe(true);
  });

  test('a code that gave way to another leads to the same place', () => {
    expect(codeToday('E10000023')).toBe('E06000065');
    expect(codeToday('E08000032')).toBe('E08000032');
    expect(findPlace('E10000023')?.name).toBe('North Yorkshire');
    expect(findPlace('E10000002')?.code).toBe('E06000060');
    expect(findPlace('E08000020')?.name).toBe('Gateshead');
  });
});

describe('in the carried figures', () => {
  let place: PublishedStatistics;
  beforeAll(async () => {
    place = await carriedFigures();
  });

  test('North Yorkshire is one line across its new code', async () => {
    const { points, breaks } = await place.listSeries('pupils-eligible-fsm', 'E06000065');
    expect(points.map((point) => point.observation.period.year)).toEqual(
      Array.from({ length: 11 }, (_, at) => academicYearStarting(2015 + at)),
    );
    expect(breaks.find((one) => one.kind === 'code')).toMatchObject({ joined: true, from: 2022 });
  });

  test('Cumbria goes on as the sum of the two that it became, where there are counts', async () => {
    const { points } = await place.listSeries('pupils-eligible-fsm', 'E10000006');
    const summed = points.filter((point) => point.how === 'summed');
    expect(summed.map((point) => point.observation.period.year)).toContain('2024/25');
    const period = { kind: 'academic-year', year: academicYearStarting(2024) } as const;
    const halves = await Promise.all(
      ['E06000063', 'E06000064'].map((code) => place.findObservation('pupils-eligible-fsm', code, period)),
    );
    const last = summed.find((point) => point.observation.period.year === '2024/25')?.observation;
    expect(last?.numerator).toBe((halves[0]?.numerator ?? 0) + (halves[1]?.numerator ?? 0));
    expect(last?.denominator).toBe((halves[0]?.denominator ?? 0) + (halves[1]?.denominator ?? 0));
  });

  test('Cumbria’s suspensions end where only rates are published, and say why', async () => {
    const { points, breaks } = await place.listSeries('suspension-rate', 'E10000006');
    expect(points.at(-1)?.observation.period.year).toBe('2022/23');
    expect(breaks.at(-1)).toMatchObject({ kind: 'area', joined: false, from: 2023 });
    expect(breaks.at(-1)?.reason).toContain('rates are never added');
  });

  test('Cumberland has none of Cumbria’s figures', async () => {
    const { points, breaks } = await place.listSeries('suspension-rate', 'E06000063');
    const figures = points.filter((point) => point.observation.value.kind === 'value');
    expect(figures.map((point) => point.observation.period.year)).toEqual(['2023/24']);
    expect(breaks.at(-1)?.reason).toContain('Figures of the old area are not divided');
  });

  test('Dorset of 2019 is not the Dorset before', async () => {
    const { points } = await place.listSeries('overall-absence', 'E06000059');
    const years = points
      .filter((one) => one.observation.value.kind === 'value')
      .map((one) => startYear(one.observation.period.year));
    expect(Math.min(...years)).toBeGreaterThanOrEqual(2018);
    expect(
      (await place.listSeries('overall-absence', 'E10000009')).points.every((one) => one.how === 'published'),
    ).toBe(true);
  });
});
