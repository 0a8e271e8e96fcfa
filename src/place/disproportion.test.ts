import { beforeAll, describe, expect, it } from 'vitest';
import { carriedFigures } from '#testing';
import { academicYearStarting } from '#kernel';
import { findPlace, groupOf, groupsBeside, variationOf, readField } from './index.ts';
import type { GroupBeside, MeasureId, Observation, PublishedStatistics } from './index.ts';

let published: PublishedStatistics;
beforeAll(async () => (published = await carriedFigures()));
const period = { kind: 'academic-year', year: academicYearStarting(2022) } as const;

describe('groups of pupils beside everyone else', () => {
  it('is the quotient of the published counts, with Katz’s interval, in Bradford', async () => {
    const place = findPlace('Bradford')?.code ?? '';
    const rows = await published.listStandingObservations({
      measure: 'persistent-absence',
      place,
      period,
      schoolType: 'all',
      group: 'any',
    });
    const beside = groupsBeside('persistent-absence', rows).find(({ group }) => group === groupOf('fsm'))?.beside;
    if (beside?.kind !== 'everyone-else' || beside.ratio.kind !== 'estimate') throw new Error('no ratio');
    // 10,890 of 26,520, against girls and boys together (24,165 of 86,980) less these.
    const [a, n, b, m] = [10_890, 26_520, 24_165 - 10_890, 86_980 - 26_520];
    const error = Math.sqrt(1 / a - 1 / n + 1 / b - 1 / m);
    expect(beside.ratio.value).toBeCloseTo(a / n / (b / m), 10);
    expect(beside.ratio.at95.lower).toBeCloseTo((a / n / (b / m)) * Math.exp(-1.959964 * error), 5);
    expect(beside.elseRate).toBeCloseTo((100 * b) / m, 10);
    if (beside.difference.kind !== 'estimate') throw new Error('no difference');
    expect(beside.difference.value).toBeCloseTo(100 * (a / n - b / m), 8);
  });

  it('says why where a count is hidden, and never works it out', () => {
    const hidden = (group: string): Observation => ({
      measure: 'severe-absence',
      place: 'E06000017',
      period,
      schoolType: 'all',
      group: groupOf(group),
      value: { kind: 'missing', symbol: 'small', reason: 'A small number.' },
      numerator: undefined,
      denominator: 100,
      schools: undefined,
      release: 'made-up',
    });
    expect(groupsBeside('severe-absence', [hidden('fsm')])[0]?.beside).toEqual({
      kind: 'cannot-say',
      reason: 'A small number.',
    });
  });

  const counted = (group: string, numerator: number, release = 'made-up'): Observation => ({
    measure: 'persistent-absence',
    place: 'E06000017',
    period,
    schoolType: 'all',
    group: groupOf(...(group === 'all' ? [] : [group])),
    value: { kind: 'value', value: numerator / 10 },
    numerator,
    denominator: 1000,
    schools: undefined,
    release,
  });
  const besideOf = (measure: MeasureId, rows: readonly Observation[]): GroupBeside['beside'] | undefined =>
    groupsBeside(measure, rows).find(({ group }) => group === groupOf('fsm'))?.beside;

  it('takes everyone else from the same release, or says why not', () => {
    const fsm = { ...counted('fsm', 60), denominator: 300 };
    expect(besideOf('persistent-absence', [fsm, counted('all', 100)])).toMatchObject({ elseRate: (100 * 40) / 700 });
    expect(besideOf('persistent-absence', [fsm, counted('all', 100, 'another')])).toEqual({
      kind: 'cannot-say',
      reason: 'Its release gives no counts of everyone else here.',
    });
    const sexes = [counted('female', 50), counted('male', 70)];
    const rows = [fsm, counted('all', 100, 'another'), ...sexes];
    expect(besideOf('persistent-absence', rows)).toMatchObject({ elseRate: (100 * 60) / 1700 });
  });

  it.each(['suspension-rate', 'overall-absence'] as const)(
    'gives no interval of %s, which come in bunches',
    (measure) => {
      const rows = [{ ...counted('fsm', 60), denominator: 300 }, counted('all', 100)].map((one) => ({
        ...one,
        measure,
      }));
      const beside = besideOf(measure, rows);
      expect(beside).toMatchObject({ elseRate: (100 * 40) / 700, ratio: { kind: 'cannot-say' } });
      expect(beside).toMatchObject({ difference: { kind: 'cannot-say' } });
    },
  );

  it('holds rates without counts against pupils without SEN, with no interval', async () => {
    const rows = await published.listStandingObservations({
      measure: 'suspension-rate',
      place: findPlace('Bradford')?.code ?? '',
      period: { kind: 'term', year: academicYearStarting(2024), term: 'Spring term' },
      schoolType: 'secondary',
      group: 'any',
    });
    const found = groupsBeside('suspension-rate', rows);
    expect(found.find(({ group }) => group === groupOf('no-sen'))?.beside.kind).toBe('reference');
    const support = found.find(({ group }) => group === groupOf('sen-support'))?.beside;
    expect(support?.kind === 'rates-only' ? support.ratio : 0).toBeCloseTo(34.778 / 11.285, 3);
  });
});

describe('how much authorities differ', () => {
  it('is more than chance for suspensions, and the SCV is the sum worked by hand', async () => {
    const field = await readField(published, { measure: 'pupils-suspended-rate', period });
    const found = variationOf(field);
    if (found.kind !== 'variation') throw new Error(found.reason);
    const counts = field.authorities.flatMap(({ observation: { numerator, denominator, value } }) =>
      value.kind === 'value' && numerator !== undefined && denominator ? [{ numerator, denominator }] : [],
    );
    const rate =
      counts.reduce((sum, one) => sum + one.numerator, 0) / counts.reduce((sum, one) => sum + one.denominator, 0);
    const terms = counts.map((one) => {
      const expected = rate * one.denominator;
      return ((one.numerator - expected) / expected) ** 2 - 1 / expected;
    });
    expect(found.dispersion.scv).toBeCloseTo(terms.reduce((sum, term) => sum + term, 0) / terms.length, 10);
    expect(found.dispersion.interval?.lower).toBeGreaterThan(0);
    expect(found.byChance).toBeLessThan(0.2);
  });

  it('is not said where no counts are published', async () => {
    const field = await readField(published, {
      measure: 'pupils-suspended-rate',
      period: { kind: 'academic-year', year: academicYearStarting(2023) },
    });
    expect(variationOf(field)).toMatchObject({
      kind: 'cannot-say',
      reason: 'It is published as a rate, without its counts.',
    });
  });
});
