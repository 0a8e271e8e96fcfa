import { beforeAll, describe, expect, test } from 'vitest';
import { carriedFigures } from '#testing';
import { academicYearStarting } from '#kernel';
import type { MeasureId } from './measure-id.ts';
import { ENGLAND, findPlace } from './places.ts';
import { rateText } from './rate-text.ts';
import type { PublishedStatistics } from './statistics.ts';

let place: PublishedStatistics;
beforeAll(async () => {
  place = await carriedFigures();
});

async function figure(measure: MeasureId, name: string, start: number): Promise<number> {
  const code = findPlace(name)?.code ?? '';
  const found = await place.findObservation(measure, code, {
    kind: 'academic-year',
    year: academicYearStarting(start),
  });
  return found?.value.kind === 'value' ? found.value.value : Number.NaN;
}

// DfE, “Pupil absence in schools in England”, headline figures.
describe('England’s overall absence', () => {
  test.each([
    [2018, 4.7],
    [2022, 7.37],
    [2023, 7.15],
    [2024, 6.78],
  ])('in the year from %i is %d per cent', async (start, rate) => {
    expect(await figure('overall-absence', 'England', start)).toBe(rate);
  });

  test('carries its counts where DfE’s own file is carried', async () => {
    const year = academicYearStarting(2018);
    const found = await place.findObservation('overall-absence', ENGLAND, { kind: 'academic-year', year });
    expect(found).toMatchObject({ denominator: 2_522_300_237, release: 'absence-2006-07-to-2018-19' });
    expect((100 * (found?.numerator ?? 0)) / (found?.denominator ?? 1)).toBeCloseTo(4.7, 1);
  });
});

// The Difference, “Ambitious about Inclusion” (2026), statements about the North East and West Yorkshire, 2023/24.
describe('what the guide says of places', () => {
  test('persistent absence in the North East is 22.1% against 20.0%', async () => {
    expect(rateText(await figure('persistent-absence', 'North East', 2023), 1)).toBe('22.1');
    expect(rateText(await figure('persistent-absence', 'England', 2023), 1)).toBe('20.0');
  });

  test('suspensions in the North East are 63% above England', async () => {
    const ratio =
      (await figure('suspension-rate', 'North East', 2023)) / (await figure('suspension-rate', 'England', 2023));
    expect(Math.round(100 * (ratio - 1))).toBe(63);
  });

  test('permanent exclusions in the North East are almost double', async () => {
    const ratio =
      (await figure('permanent-exclusion-rate', 'North East', 2023)) /
      (await figure('permanent-exclusion-rate', 'England', 2023));
    expect(ratio).toBeCloseTo(1.95, 2);
  });

  test('suspensions in Bradford are 1.9 times England’s', async () => {
    const ratio =
      (await figure('suspension-rate', 'Bradford', 2023)) / (await figure('suspension-rate', 'England', 2023));
    expect(ratio).toBeCloseTo(1.94, 2);
  });

  test('overall absence in 2024/25 is 7.2% in the North East and 6.9% in the West Midlands', async () => {
    expect(rateText(await figure('overall-absence', 'North East', 2024), 1)).toBe('7.2');
    expect(rateText(await figure('overall-absence', 'West Midlands', 2024), 1)).toBe('6.9');
  });
});

test('England’s suspensions and exclusions come with their counts, to 2024/25', async () => {
  const year = academicYearStarting(2023);
  const find = (measure: MeasureId): ReturnType<PublishedStatistics['findObservation']> =>
    place.findObservation(measure, ENGLAND, { kind: 'academic-year', year });
  expect(await find('suspension-rate')).toMatchObject({ numerator: 954_952, denominator: 8_445_343 });
  expect(await find('permanent-exclusion-rate')).toMatchObject({ numerator: 10_885, denominator: 8_445_343 });
  expect(await place.findLatestPeriod('suspension-rate')).toEqual({ kind: 'academic-year', year: '2024/25' });
});

describe('days lost in England', () => {
  test('in 2023/24 come to about 33.6 million, by either way', async () => {
    const estimate = await place.lostDaysEstimate(academicYearStarting(2023));
    if (estimate.kind !== 'estimate') throw new Error(estimate.reason);
    expect(Math.round(estimate.days / 100_000)).toBe(336);
    expect(Math.round((estimate.alternative?.days ?? 0) / 100_000)).toBe(336);
    expect(Math.round(estimate.unauthorisedDays / 10_000)).toBe(3146);
    expect(Math.round(estimate.suspensionDays / 10_000)).toBe(214);
    expect(estimate.alternative?.steps.map((step) => step.value).slice(0, 2)).toEqual([954_952, 2.27]);
    const shares = estimate.steps.filter((step) => step.unit === 'percent').map((step) => step.value.toFixed(1));
    expect(shares).toEqual(['93.8', '91.2', '88.6']);
    expect(estimate.assumptions.length).toBeGreaterThan(4);
  });

  test('are not estimated for a year that is not over', async () => {
    expect(await place.lostDaysEstimate(academicYearStarting(2025))).toEqual({
      kind: 'no-estimate',
      reason: 'Kith holds no published sessions for primary schools in England for the whole of 2025/26.',
    });
  });
});

describe('a symbol is never a number', () => {
  test('the City of London’s one school is hidden, not 0', async () => {
    const found = await place.findObservation(
      'daily-overall-absence',
      findPlace('City of London')?.code ?? '',
      { kind: 'academic-year', year: academicYearStarting(2024) },
      'primary',
    );
    expect(found).toMatchObject({
      value: { kind: 'missing', symbol: 'c', reason: 'DfE hides this figure to protect confidentiality.' },
      numerator: undefined,
      denominator: undefined,
    });
  });

  test('England’s absence in 2019/20 was not published, and is not 0', async () => {
    const period = { kind: 'academic-year', year: academicYearStarting(2019) } as const;
    expect((await place.findObservation('overall-absence', ENGLAND, period))?.value).toMatchObject({
      kind: 'missing',
      symbol: '-',
    });
  });
});
