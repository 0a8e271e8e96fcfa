import { beforeAll, describe, expect, test } from 'vitest';
import { carriedFigures } from '#testing';
import { academicYearStarting, calendarDate } from '#kernel';
import { groupOf, type Group } from './group.ts';
import type { MeasureId } from './measure-id.ts';
import type { Observation } from './observation.ts';
import { calendarYear, edition, monthOf, type Period } from './period.ts';
import { ENGLAND, findPlace, listPlaces } from './places.ts';
import { rateText } from './rate-text.ts';
import type { SchoolType } from './school-type.ts';
import type { PublishedStatistics } from './statistics.ts';

let place: PublishedStatistics;
beforeAll(async () => {
  place = await carriedFigures();
});

const year = (start: number): Period => ({ kind: 'academic-year', year: academicYearStarting(start) });

async function get(
  measure: MeasureId,
  period: Period,
  code = ENGLAND,
  group?: Group,
  type?: SchoolType,
): Promise<Observation> {
  const found = await place.findObservation(measure, code, period, type, group);
  if (!found) throw new Error(`${measure} ${code}`);
  return found;
}

async function number(...of: Parameters<typeof get>): Promise<number> {
  const { value } = await get(...of);
  return value.kind === 'value' ? value.value : Number.NaN;
}

describe('absence by band and group', () => {
  test.each([
    [2018, 771_863, 7_105_958, '10.9'],
    [2022, 1_569_304, 7_396_032, '21.2'],
  ])('in the year from %i, %i of %i missed 10%% or more', async (start, missed, enrolments, rate) => {
    const all = await place.listObservations({
      measure: 'persistent-absence',
      place: ENGLAND,
      period: year(start),
      schoolType: 'all',
    });
    const counted = all.find((one) => one.release === 'absence-bands-by-group');
    expect(counted).toMatchObject({ numerator: missed, denominator: enrolments });
    expect(counted?.value.kind === 'value' && rateText(counted.value.value, 1)).toBe(rate);
  });

  test('bands and severe absence add up to all enrolments', async () => {
    const { denominator } = await get('missed-0-to-5', year(2022));
    const bands = [
      '0-to-5',
      '5-to-10',
      '10-to-15',
      '15-to-20',
      '20-to-25',
      '25-to-30',
      '30-to-35',
      '35-to-40',
      '40-to-45',
      '45-to-50',
    ] as const;
    const counts = await Promise.all(
      bands.map(async (band) => (await get(`missed-${band}`, year(2022))).numerator ?? Number.NaN),
    );
    const severe = await place.listObservations({
      measure: 'severe-absence',
      place: ENGLAND,
      period: year(2022),
      schoolType: 'all',
    });
    const half = severe.find((one) => one.release === 'absence-bands-by-group')?.numerator ?? Number.NaN;
    expect(counts.reduce((sum, count) => sum + count, half)).toBe(denominator);
    // From 10% on they are persistent absence; its own publication says the same share.
    expect(counts.slice(2).reduce((sum, count) => sum + count, half)).toBe(1_569_304);
    expect(severe.map((one) => (one.value.kind === 'value' ? rateText(one.value.value, 1) : ''))).toEqual([
      '2.0',
      '2.0',
    ]);
  });

  test('girls and boys are all enrolments whose sex is known, and each group is part of a larger one', async () => {
    const [girls, boys] = await Promise.all(
      ['female', 'male'].map((sex) => get('persistent-absence', year(2022), ENGLAND, groupOf(sex))),
    );
    const total = (girls?.denominator ?? 0) + (boys?.denominator ?? 0);
    expect(total).toBeLessThanOrEqual(7_396_032);
    expect(total).toBeGreaterThan(7_395_000);
    const [fsm, both] = [
      await get('persistent-absence', year(2022), ENGLAND, groupOf('fsm')),
      await get('persistent-absence', year(2022), ENGLAND, groupOf('fsm', 'sen')),
    ];
    expect(both.denominator ?? Infinity).toBeLessThan(fsm.denominator ?? 0);
  });

  test('a small group of an authority is hidden with a reason, and no count of 1 to 4 is held', async () => {
    const rows = await place.listStandingObservations({ measure: 'severe-absence', group: 'any' });
    const authorities = rows.filter((one) => one.release === 'absence-authorities-by-group');
    expect(authorities.some((one) => one.value.kind === 'missing' && one.value.symbol === 'small')).toBe(true);
    expect(authorities.filter((one) => (one.numerator ?? 0) % 5 !== 0 || (one.denominator ?? 20) < 20)).toEqual([]);
  });
});

describe('suspension', () => {
  test('108,640 suspensions for persistent disruptive behaviour in England in 2016/17', async () => {
    expect(await number('suspensions-for-persistent-disruption', year(2016))).toBe(108_640);
  });

  test('in 2016/17 boys were suspended for 6.91 of every 100, DfE’s figure', async () => {
    expect(await number('suspension-rate', year(2016), ENGLAND, groupOf('male'))).toBe(6.91);
  });

  test('reasons add up to the suspensions of the year, which DfE rounds to 5', async () => {
    const reasons = (
      await place.listStandingObservations({ place: ENGLAND, period: year(2016), schoolType: 'all' })
    ).filter((one) => one.measure.startsWith('suspensions-for-'));
    const sum = reasons.reduce((total, { value }) => total + (value.kind === 'value' ? value.value : Number.NaN), 0);
    expect(reasons).toHaveLength(12);
    expect(Math.abs(sum - 381_864)).toBeLessThan(12 * 3);
  });
});

describe('pupils', () => {
  test('25.7% were eligible for free school meals in 2024/25 and 24.6% in 2023/24', async () => {
    expect(rateText(await number('pupils-eligible-fsm', year(2024)), 1)).toBe('25.7');
    expect(rateText(await number('pupils-eligible-fsm', year(2023)), 1)).toBe('24.6');
  });

  test('482,640 (5.3%) had an EHC plan and 1,284,284 (14.2%) SEN support in 2024/25', async () => {
    expect(await get('pupils-ehc-plan', year(2024))).toMatchObject({ numerator: 482_640 });
    expect(await get('pupils-sen-support', year(2024))).toMatchObject({ numerator: 1_284_284 });
    expect(rateText(await number('pupils-ehc-plan', year(2024)), 1)).toBe('5.3');
    expect(rateText(await number('pupils-sen-support', year(2024)), 1)).toBe('14.2');
    expect(await get('pupils-ehc-plan', year(2023))).toMatchObject({ numerator: 434_354 });
  });

  test('ethnic groups of 2021/22 are of 8,418,013 pupils and add up to all of them', async () => {
    const rows = await place.listStandingObservations({
      measure: 'share-of-pupils',
      place: ENGLAND,
      period: year(2021),
      schoolType: 'all',
      group: 'any',
    });
    const ethnic = rows.filter(
      (one) => !['male', 'female', 'english', 'not-english', 'language-unclassified'].includes(one.group),
    );
    expect(new Set(ethnic.map((one) => one.denominator))).toEqual(new Set([8_418_013]));
    expect(ethnic.reduce((sum, one) => sum + (one.numerator ?? Number.NaN), 0)).toBe(8_418_013);
  });

  test('the tool and the counts agree, to a twentieth of a point, wherever both are published', async () => {
    for (const measure of ['pupils-eligible-fsm', 'pupils-ehc-plan', 'pupils-sen-support', 'pupils-eal'] as const) {
      const figures = new Map<string, number[]>();
      for (const { place: code, period, schoolType, value } of await place.listObservations({ measure })) {
        const key = JSON.stringify([code, period, schoolType]);
        if (value.kind === 'value') figures.set(key, [...(figures.get(key) ?? []), value.value]);
      }
      const both = [...figures.values()].filter((values) => values.length > 1);
      expect(both.length).toBeGreaterThan(1000);
      expect(both.filter((values) => Math.max(...values) - Math.min(...values) > 0.0501)).toEqual([]);
    }
  });
});

describe('plans', () => {
  test.each([
    [2019, 60.4],
    [2023, 50.3],
    [2024, 46.4],
  ])('in %i, %d%% were issued within 20 weeks', async (start, rate) => {
    expect(await number('plans-within-20-weeks', calendarYear(start))).toBe(rate);
  });

  test('138,242 requests in 2023 and 154,489 in 2024', async () => {
    expect(await number('assessment-requests', calendarYear(2023))).toBe(138_242);
    expect(await number('assessment-requests', calendarYear(2024))).toBe(154_489);
  });
});

describe('deprivation', () => {
  const highest = async (measure: MeasureId, of: number): Promise<readonly string[]> =>
    (await place.listStandingObservations({ measure, period: edition(of) }))
      .toSorted(
        (a, b) => (b.value.kind === 'value' ? b.value.value : 0) - (a.value.kind === 'value' ? a.value.value : 0),
      )
      .slice(0, 2)
      .map((one) => findPlace(one.place)?.name ?? one.place);

  test('in 2025 the largest shares of most deprived neighbourhoods are Middlesbrough’s and Birmingham’s', async () => {
    expect(await highest('most-deprived-neighbourhoods', 2025)).toEqual(['Middlesbrough', 'Birmingham']);
    expect(await number('most-deprived-neighbourhoods', edition(2025), findPlace('Middlesbrough')?.code)).toBe(50);
  });

  test('296 districts each time, 132 of them authorities, and no county', async () => {
    for (const of of [2019, 2025]) {
      const rows = await place.listStandingObservations({ measure: 'deprivation-score', period: edition(of) });
      const levels = rows.map((one) => findPlace(one.place)?.level);
      expect([levels.length, levels.filter((level) => level === 'authority').length]).toEqual([296, 132]);
    }
    const counties = listPlaces().filter((one) => one.code.startsWith('E10'));
    for (const county of counties) {
      expect(await place.listObservations({ measure: 'deprivation-score', place: county.code })).toEqual([]);
    }
  });
});

test('83,253 children waited for community paediatrics in October 2023, 60.2% of them over 18 weeks', async () => {
  const october = monthOf(calendarDate('2023-10-01'));
  const found = await get('waits-18-weeks-community-paediatrics', october);
  expect(found.denominator).toBe(83_253);
  expect(found.value.kind === 'value' && rateText(found.value.value, 1)).toBe('60.2');
  const boards = await place.listStandingObservations({
    measure: 'waits-18-weeks-community-paediatrics',
    period: october,
  });
  expect(boards.filter((one) => findPlace(one.place)?.level === 'icb')).toHaveLength(42);
});

test('code C2 in 2025/26 is published for 151 authorities, by SEN only', async () => {
  const groups = await place.listGroups({ measure: 'daily-code-c2' });
  expect(groups).toEqual(['sen-support', 'ehc-plan', 'no-sen']);
  expect(await place.listPlaceCodes({ measure: 'daily-code-c2', group: 'any' })).toHaveLength(151);
});

test('no question that names no group is answered with a part', async () => {
  for (const measure of ['persistent-absence', 'suspension-rate', 'plans-within-20-weeks'] as const) {
    const rows = await place.listObservations({ measure });
    expect(rows.every((one) => one.group === 'all')).toBe(true);
    expect((await place.listObservations({ measure, group: 'any' })).length).toBeGreaterThan(rows.length);
  }
});
