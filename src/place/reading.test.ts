import fc from 'fast-check';
import { carriedFigures } from '#testing';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { academicYearStarting } from '#kernel';
import { chanceOf, unlike, findPlace, periodSlug, readField, readProfile, readTogether } from './index.ts';
import type { Chance, Observation, PublishedStatistics } from './index.ts';
import { withCounts } from './counted.ts';
import { groupOf } from './group.ts';
import { benchmarkOf } from './reading.ts';

const year = (starting: number): Observation['period'] => ({
  kind: 'academic-year',
  year: academicYearStarting(starting),
});
const figure = (parts: Partial<Observation>): Observation => ({
  measure: 'pupils-suspended-rate',
  place: 'E08000032',
  period: year(2022),
  schoolType: 'all',
  group: groupOf(),
  value: { kind: 'value', value: 5 },
  numerator: 50,
  denominator: 1000,
  schools: undefined,
  release: 'made-up',
  ...parts,
});
const people = (numerator: number, denominator: number): Chance => chanceOf(figure({ numerator, denominator }));

describe('how far chance could have moved a figure', () => {
  it('is Wilson’s for people: 5 of 100 is 2.15 to 11.18', () => {
    // Newcombe, Statistics in Medicine 17, 1998, method 3 gives the same to two digits for p = 0.05, n = 100.
    expect(people(5, 100)).toMatchObject({ kind: 'estimate', value: 5 });
    const chance = people(5, 100);
    if (chance.kind !== 'estimate') throw new Error(chance.reason);
    expect(chance.at95.lower).toBeCloseTo(2.15, 2);
    expect(chance.at95.upper).toBeCloseTo(11.18, 2);
  });

  it('is not said of suspensions, which come in bunches, and points to pupils suspended', () => {
    const chance = chanceOf(figure({ measure: 'suspension-rate', numerator: 10, denominator: 500 }));
    expect(chance).toMatchObject({ kind: 'cannot-say' });
    expect(chance.kind === 'cannot-say' ? chance.reason : '').toContain('Take pupils suspended at least once.');
    expect(readTogether([{ chance, benchmark: 90 }])[0]?.kind).toBe('cannot-say');
    // A pupil is excluded for good once.
    const excluded = chanceOf(figure({ measure: 'permanent-exclusion-rate', numerator: 10, denominator: 500 }));
    expect(excluded.kind).toBe('estimate');
  });

  it.each([
    ['sessions', figure({ measure: 'daily-illness' }), 'follow one another'],
    [
      'pupils by daily registers',
      figure({ measure: 'daily-persistent-absence', numerator: undefined }),
      'without its counts',
    ],
    ['no counts', figure({ numerator: undefined }), 'without its counts'],
    ['a symbol', figure({ value: { kind: 'missing', symbol: 'c', reason: 'Hidden.' } }), 'Hidden.'],
    ['nobody', figure({ numerator: 0, denominator: 0 }), 'nobody'],
    ['more than all', figure({ numerator: 11, denominator: 10 }), 'More are counted'],
    ['a score', figure({ measure: 'deprivation-score' }), 'not a rate'],
  ])('is not said of %s', (_, observation, words) => {
    const chance = chanceOf(observation);
    expect(chance.kind === 'cannot-say' ? chance.reason : '').toContain(words);
  });
});

describe('England’s figure', () => {
  const england = (value: number, numerator?: number): Observation =>
    figure({ value: { kind: 'value', value }, numerator, denominator: 8_000_000 });

  it('is divided again from its counts, for the digits that printing drops move the p of a large place', () => {
    const benchmark = benchmarkOf(england(3.6, 291_600));
    expect(benchmark).toBeCloseTo(3.645, 12);
    const large = people(36_450, 1_000_000);
    expect(readTogether([{ chance: large, benchmark: 3.6 }])[0]?.kind).toBe('higher');
    expect(readTogether([{ chance: large, benchmark }])[0]?.kind).toBe('similar');
  });
  it('is as printed where its counts give another rate, or there are none', () => {
    expect(benchmarkOf(england(3.6, 400_000))).toBe(3.6);
    expect(benchmarkOf(england(3.6))).toBe(3.6);
    expect(benchmarkOf(undefined)).toBeUndefined();
  });
});

describe('many figures read together', () => {
  it('calls less higher or lower than each read alone would be', () => {
    // 25 of 1,000 against 3.6%: p is about 0.06 alone; 22 of 1,000: about 0.02.
    const alone = readTogether([{ chance: people(22, 1000), benchmark: 3.6 }]);
    expect(alone[0]).toEqual({ kind: 'lower', level: 95 });
    const others = Array.from({ length: 11 }, () => ({ chance: people(36, 1000), benchmark: 3.6 }));
    expect(readTogether([{ chance: people(22, 1000), benchmark: 3.6 }, ...others])[0]).toEqual({ kind: 'similar' });
  });

  it('never calls a figure higher that is below its benchmark, and keeps the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 500, max: 5000 })), { maxLength: 20 }),
        fc.integer({ min: 1, max: 99 }),
        (rows, benchmark) => {
          const readings = readTogether(rows.map(([x, n]) => ({ chance: people(x, n), benchmark })));
          expect(readings).toHaveLength(rows.length);
          rows.forEach(([x, n], index) => {
            const allowed = ['similar', (100 * x) / n > benchmark ? 'higher' : 'lower'];
            expect(allowed).toContain(readings[index]?.kind);
          });
        },
      ),
    );
  });
});

describe('counts of girls and boys added', () => {
  const [girls, boys] = [groupOf('female'), groupOf('male')];
  const all = figure({ measure: 'persistent-absence', numerator: undefined, denominator: undefined });
  const part = (group: Observation['group'], numerator: number | undefined): Observation =>
    figure({ measure: 'persistent-absence', group, numerator, denominator: 5000 });

  it('are taken where they give the published rate', () => {
    expect(withCounts([all], [part(girls, 300), part(boys, 200)])[0]).toMatchObject({
      counts: 'summed',
      observation: { numerator: 500, denominator: 10_000 },
    });
  });
  it('are not where they give another rate, or one of them is hidden', () => {
    expect(withCounts([all], [part(girls, 400), part(boys, 200)])[0]?.counts).toBe('none');
    expect(withCounts([all], [part(girls, 300), part(boys, undefined)])[0]?.counts).toBe('none');
    expect(withCounts([all], [part(girls, 300)])[0]?.counts).toBe('none');
  });
});

test('unlike figures are refused with the first difference', () => {
  const one = { measure: 'persistent-absence', period: year(2022), schoolType: 'all', group: groupOf() } as const;
  expect(unlike(one, one)).toBeUndefined();
  expect(unlike(one, { ...one, measure: 'severe-absence', period: year(2021) })).toContain('count different things');
  expect(unlike(one, { ...one, period: year(2021) })).toContain('the 2022/23 school year, the other the 2021/22');
  expect(unlike(one, { ...one, schoolType: 'special' })).toContain('special schools');
  expect(unlike(one, { ...one, group: groupOf('fsm') })).toContain('Eligible for free school meals');
});

describe('the carried figures', () => {
  let published: PublishedStatistics;
  beforeAll(async () => (published = await carriedFigures()));

  it('give counts of persistent absence for nearly every authority of 2022/23, with the published rate', async () => {
    const field = await readField(published, { measure: 'persistent-absence', period: year(2022) });
    expect(field.authorities.filter(({ observation }) => observation.value.kind === 'value').length).toBe(152);
    expect(field.authorities.filter(({ counts }) => counts === 'summed').length).toBeGreaterThan(145);
    const bradford = field.authorities.find(({ place }) => place.name === 'Bradford');
    expect(bradford?.chance).toMatchObject({ numerator: 24_165, denominator: 86_980 });
    const names = field.authorities.map(({ place }) => place.name);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
  });

  it('read pupils suspended in Bradford, never suspensions', async () => {
    const bradford = findPlace('Bradford');
    if (!bradford) throw new Error('no Bradford');
    const rows = await readProfile(published, bradford);
    const rowOf = (id: string): (typeof rows)[number] | undefined => rows.find(({ measure }) => measure === id);
    const events = rowOf('suspension-rate');
    expect(events?.own && periodSlug(events.own.period)).toBe('2023/24');
    expect(events?.reading.kind).toBe('cannot-say');
    const pupils = rowOf('pupils-suspended-rate');
    expect(pupils?.read && periodSlug(pupils.read.observation.period)).toBe('2022/23');
    expect(pupils?.reading).toEqual({ kind: 'higher', level: 99.8 });
    // England’s 304,040 of 8,430,600 pupils, which the release prints as 3.61.
    expect(pupils?.read?.benchmark).toBeCloseTo((100 * 304_040) / 8_430_600, 12);
    expect(rowOf('pupils-ehc-plan')?.reading).toEqual({ kind: 'similar' });
  });
});
