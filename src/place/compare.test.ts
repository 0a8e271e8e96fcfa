import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { academicYearStarting, calendarDate, type AcademicYear } from '#kernel';
import { compare, type Comparison, type LocalFigure } from './compare.ts';
import { ALL_PUPILS } from './group.ts';
import { MEASURE_IDS } from './measure-id.ts';
import type { Observation } from './observation.ts';
import { TERMS, type Period } from './period.ts';
import { PHASES, SCHOOL_TYPES, type Phase, type SchoolType } from './school-type.ts';
import { missing } from './symbol.ts';

const YEAR = academicYearStarting(2023);

const local: LocalFigure = {
  measure: 'overall-absence',
  value: 8.58,
  name: 'Northmoor',
  period: { year: YEAR, from: calendarDate('2023-09-04'), to: calendarDate('2024-07-19'), completeYear: true },
  phases: ['primary', 'secondary', 'special'],
};
const published: Observation = {
  measure: 'overall-absence',
  place: 'E92000001',
  period: { kind: 'academic-year', year: YEAR },
  schoolType: 'all',
  group: ALL_PUPILS,
  value: { kind: 'value', value: 7.15 },
  numerator: undefined,
  denominator: undefined,
  schools: undefined,
  release: 'r',
};

describe('like with like', () => {
  test('is compared, with difference and ratio', () => {
    const comparison = compare(local, published);
    expect(comparison).toMatchObject({ kind: 'comparable', localValue: 8.58, publishedValue: 7.15, cautions: [] });
    expect(comparison.kind === 'comparable' && comparison.difference).toBeCloseTo(1.43, 10);
    expect(comparison.kind === 'comparable' && comparison.ratio).toBeCloseTo(1.2, 10);
  });

  test('a year to date is compared up to the same day', () => {
    const through = calendarDate('2023-12-15');
    const soFar = { ...published, period: { kind: 'year-to-date', year: YEAR, through } } as const;
    const figure = { ...local, period: { ...local.period, to: through, completeYear: false } };
    expect(compare(figure, soFar).kind).toBe('comparable');
  });

  test('a term is compared with the same term', () => {
    const autumn = { ...published, period: { kind: 'term', year: YEAR, term: 'Autumn term' } } as const;
    expect(
      compare({ ...local, period: { ...local.period, completeYear: false, term: 'Autumn term' } }, autumn).kind,
    ).toBe('comparable');
  });

  test('primary schools, and all-through schools as secondary with a caution, are compared with their own kind', () => {
    expect(compare({ ...local, phases: ['primary'] }, { ...published, schoolType: 'primary' }).kind).toBe('comparable');
    const secondary = compare(
      { ...local, phases: ['secondary', 'all-through'] },
      { ...published, schoolType: 'secondary' },
    );
    expect(secondary).toMatchObject({
      kind: 'comparable',
      cautions: ['All-through schools are counted as secondary schools.'],
    });
  });

  test('says when schools were closed and when schools did not report', () => {
    const year = academicYearStarting(2020);
    const comparison = compare(
      { ...local, period: { ...local.period, year } },
      { ...published, period: { kind: 'academic-year', year }, schools: { reporting: 931, all: 1000 } },
    );
    expect(comparison.kind === 'comparable' && comparison.cautions).toEqual([
      'Schools were closed to most pupils for part of 2020/21.',
      '93.1% of schools reported; DfE’s totals allow for the others.',
    ]);
  });

  test('has no ratio to a published 0', () => {
    expect(compare(local, { ...published, value: { kind: 'value', value: 0 } })).toMatchObject({ ratio: undefined });
  });
});

describe('the reason for refusing is a sentence for the page', () => {
  const soFar = calendarDate('2023-12-20');
  const stopped = { ...local.period, to: soFar, completeYear: false };
  const reasons: readonly (readonly [string, LocalFigure, Observation])[] = [
    [
      'The figure for Northmoor is “Overall absence” and the published one is “Overall absence, from daily registers”. They count different things.',
      local,
      { ...published, measure: 'daily-overall-absence' },
    ],
    [
      'The published figure covers the 2022/23 school year. The one for Northmoor is for 2023/24.',
      local,
      { ...published, period: { kind: 'academic-year', year: academicYearStarting(2022) } },
    ],
    [
      'The published figure covers the 2023/24 school year, start to end. The one for Northmoor stops at 20 December 2023.',
      { ...local, period: stopped },
      published,
    ],
    [
      'The published figure covers the autumn term of 2023/24 only. The one for Northmoor covers 4 September 2023 to 20 December 2023.',
      { ...local, period: stopped },
      { ...published, period: { kind: 'term', year: YEAR, term: 'Autumn term' } },
    ],
    [
      'The published figure covers 2023/24 up to 15 December 2023. The one for Northmoor covers 4 September 2023 to 20 December 2023.',
      { ...local, period: stopped },
      { ...published, period: { kind: 'year-to-date', year: YEAR, through: calendarDate('2023-12-15') } },
    ],
    [
      'The published figure covers 2023/24 so far, up to a day that DfE’s file does not state, so there is no matching period to compare.',
      { ...local, period: stopped },
      { ...published, period: { kind: 'year-to-date', year: YEAR, through: undefined } },
    ],
    [
      'The published figure covers the first five half terms of 2023/24. The one for Northmoor covers the whole 2023/24 school year.',
      local,
      { ...published, period: { kind: 'five-half-terms', year: YEAR } },
    ],
    [
      'The published figure is for primary, secondary and special schools together. The one for Northmoor is for primary schools and secondary schools only.',
      { ...local, phases: ['primary', 'secondary', 'primary'] },
      published,
    ],
    [
      'The figure for Northmoor includes alternative provision. DfE leaves it out of the figure for primary, secondary and special schools together.',
      { ...local, phases: ['primary', 'secondary', 'special', 'alternative-provision'] },
      published,
    ],
    ['DfE hides this figure to protect confidentiality.', local, { ...published, value: missing('c') }],
    ['There is no figure for Northmoor: nothing to divide by.', { ...local, value: undefined }, published],
  ];
  test.each(reasons)('%s', (reason, ours, theirs) => {
    expect(compare(ours, theirs)).toEqual({ kind: 'not-comparable', reason });
  });
});

// Few values each, so that like pairs come up often enough to matter.
const SOME_MEASURES = ['overall-absence', 'daily-overall-absence'] as const;
const year = fc.constantFrom(YEAR, academicYearStarting(2024));
const day = fc.constantFrom('2023-12-15', '2023-12-20', '2024-03-28').map(calendarDate);
// In time, too late for the year, and in time for the year after.
const from = fc.constantFrom('2023-09-04', '2023-10-02', '2024-09-02').map(calendarDate);
const periods: fc.Arbitrary<Period> = fc.oneof(
  year.map((value): Period => ({ kind: 'academic-year', year: value })),
  year.map((value): Period => ({ kind: 'five-half-terms', year: value })),
  fc.tuple(year, fc.constantFrom(...TERMS)).map(([value, term]): Period => ({ kind: 'term', year: value, term })),
  fc.tuple(year, fc.integer({ min: 1, max: 53 })).map(([value, week]): Period => ({ kind: 'week', year: value, week })),
  fc
    .tuple(year, fc.option(day, { nil: undefined }))
    .map(([value, through]): Period => ({ kind: 'year-to-date', year: value, through })),
);
const locals: fc.Arbitrary<LocalFigure> = fc
  .record({
    measure: fc.constantFrom(...SOME_MEASURES),
    year,
    from,
    to: day,
    completeYear: fc.boolean(),
    term: fc.option(fc.constantFrom(...TERMS), { nil: undefined }),
    phases: fc.oneof(fc.subarray([...PHASES]), fc.constant(local.phases)),
  })
  .map(({ measure, phases, term, ...period }) => ({
    ...local,
    measure,
    phases,
    period: { ...period, ...(term ? { term } : {}) },
  }));
const observations: fc.Arbitrary<Observation> = fc
  .record({ measure: fc.constantFrom(...SOME_MEASURES), period: periods, schoolType: fc.constantFrom(...SCHOOL_TYPES) })
  .map((parts) => ({ ...published, ...parts }));

/** The rule again, in other words, so that the two can disagree. */
function like(ours: LocalFigure, theirs: Observation): boolean {
  return (
    ours.measure === theirs.measure &&
    likePeriod(ours.period, theirs.period) &&
    likeSchools(ours.phases, theirs.schoolType)
  );
}

function likePeriod(ours: LocalFigure['period'] & { readonly year: AcademicYear }, theirs: Period): boolean {
  if (ours.year !== theirs.year) return false;
  if (theirs.kind === 'term') return ours.term === theirs.term;
  if (ours.term !== undefined) return false;
  if (theirs.kind === 'academic-year') return ours.completeYear;
  return (
    theirs.kind === 'year-to-date' &&
    theirs.through === ours.to &&
    ours.from.slice(0, 7) === `${ours.year.slice(0, 4)}-09`
  );
}

function likeSchools(phases: readonly Phase[], type: SchoolType): boolean {
  const kinds = new Set(phases.map((phase) => (phase === 'all-through' ? 'secondary' : phase)));
  const wanted = type === 'all' ? ['primary', 'secondary', 'special'] : [type];
  return kinds.size === wanted.length && wanted.every((kind) => [...kinds].some((held) => held === kind));
}

describe('for any figures', () => {
  test('unlike measures, periods or schools are never compared, and like ones are', () => {
    let likePairs = 0;
    fc.assert(
      fc.property(locals, observations, (ours, theirs) => {
        const comparison: Comparison = compare(ours, theirs);
        if (like(ours, theirs)) likePairs += 1;
        expect(comparison.kind).toBe(like(ours, theirs) ? 'comparable' : 'not-comparable');
        expect(comparison.kind === 'comparable' ? 'Compared.' : comparison.reason).toMatch(/^[A-Z].*\.$/);
      }),
      { numRuns: 20_000 },
    );
    expect(likePairs).toBeGreaterThan(0);
  });

  test('one unlike part is enough to refuse', () => {
    const part = fc.oneof(
      fc.constantFrom(...MEASURE_IDS.filter((id) => id !== local.measure)).map((measure) => ({ measure })),
      periods
        .filter((period) => !(period.kind === 'academic-year' && period.year === YEAR))
        .map((period) => ({ period })),
      fc.constantFrom(...SCHOOL_TYPES.filter((type) => type !== 'all')).map((schoolType) => ({ schoolType })),
    );
    fc.assert(
      fc.property(part, (unlike) => {
        expect(compare(local, { ...published, ...unlike }).kind).toBe('not-comparable');
      }),
    );
  });
});
