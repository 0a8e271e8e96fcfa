import { readFileSync } from 'node:fs';
import { carriedFigures } from '#testing';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../data-folder.ts';
import type { PublishedStatistics } from '../statistics.ts';
import { checkedGuide, type CheckedStatement } from './check.ts';
import type { Reading } from './reading.ts';

/** Known answers: arithmetic done here on the carried files themselves, by none of the code that is tested. */
type Row = Readonly<Record<string, string>>;

let published: PublishedStatistics;
let checked: ReadonlyMap<string, CheckedStatement>;
let rates: readonly Row[];
let pupils: ReadonlyMap<string, Row>;

beforeAll(async () => {
  published = await carriedFigures();
  checked = new Map((await checkedGuide(published)).map((one) => [one.id, one]));
  rates = file('suspensions-and-exclusions/by-sen-termly-2019-20-to-2024-25.csv.gz').filter(
    (row) => row['education_phase'] === 'Total',
  );
  pupils = new Map(
    file('pupil-characteristics/groups-2015-16-to-2025-26.csv.gz')
      .filter((row) => row['phase_type_grouping'] === 'Total')
      .map((row) => [`${row['time_period']} ${row['new_la_code']}`, row]),
  );
}, 120_000);

function file(path: string): readonly Row[] {
  return parse(gunzipSync(readFileSync(join(DATA_FOLDER, path))), { columns: true, bom: true });
}

/** A rate of a term from the groups with a plan, with SEN support and with neither, by hand. */
function byHand(column: string, year: string, term: string, wanted: (row: Row) => boolean): number {
  const [events, all] = [[0], [0]];
  for (const row of rates) {
    if (row['time_period'] !== year || row['time_identifier'] !== term || !wanted(row)) continue;
    const here = pupils.get(`${year} ${row['new_la_code']}`);
    if (!here) continue;
    const [plans, supports, total] = [
      Number(here['pupils_ehc_plan']),
      Number(here['pupils_sen_support']),
      Number(here['pupils_ehc_plan_of']),
    ];
    const group = { 'EHC plan': plans, 'SEN support': supports, 'No SEN': total - plans - supports }[
      row['sen_status'] ?? ''
    ];
    events.push((Number(row[column]) * (group ?? Number.NaN)) / 100);
    all.push(group ?? Number.NaN);
  }
  const add = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
  return (100 * add(events)) / add(all);
}

const inRegion =
  (name: string) =>
  (row: Row): boolean =>
    row['region_name'] === name;
const WEST_YORKSHIRE = ['Bradford', 'Calderdale', 'Kirklees', 'Leeds', 'Wakefield'];

function find(id: string): CheckedStatement {
  const found = checked.get(id);
  if (!found) throw new Error(`no statement ${id}`);
  return found;
}

function own(id: string): Reading {
  const { finding } = find(id);
  if (finding.kind !== 'readings' || !finding.own) throw new Error(`${id} has no figure of its own`);
  return finding.own;
}

function verdict(id: string): string {
  return find(id).verdict.kind;
}

function fits(id: string): Reading {
  const { verdict: found } = find(id);
  if (!('reading' in found)) throw new Error(`nothing fits ${id}`);
  return found.reading;
}

describe('overall absence in 2024/25, against DfE’s rates', () => {
  test.each([
    ['england', 6.78, 'agrees'],
    ['north-east', 7.17, 'agrees'],
    ['west-midlands', 6.85, 'agrees'],
    ['north-west', 6.82, 'agrees-another-period'],
    ['greater-london', 6.29, 'does-not-agree'],
    ['south-west', 7.07, 'does-not-agree'],
    ['hampshire', 6.46, 'agrees-another-period'],
    ['south-east', 6.8, 'does-not-agree'],
  ])('%s is %d: %s', (area, rate, kind) => {
    expect(own(`absence-${area}`).value).toBe(rate);
    expect(verdict(`absence-${area}`)).toBe(kind);
  });

  test('in West Yorkshire, five rates weighted by possible sessions: Leeds alone fits', () => {
    const sessions = file('pupil-attendance/year-2024-25.csv.gz');
    const weights = WEST_YORKSHIRE.map((name) =>
      sessions
        .filter(
          (row) => row['la_name'] === name && ['Primary', 'Secondary', 'Special'].includes(row['school_type'] ?? ''),
        )
        .reduce((sum, row) => sum + Number(row['possible_sessions']), 0),
    );
    const absence = file('pupil-absence/interactive-tool.csv.gz');
    const each = WEST_YORKSHIRE.map((name) =>
      Number(
        absence.find((row) => row['measure_short'] === 'TotAbs' && row['year'] === '2025' && row['area'] === name)?.[
          'value'
        ],
      ),
    );
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = each.reduce((sum, rate, at) => sum + rate * (weights[at] ?? 0), 0) / all;
    expect(own('absence-west-yorkshire').value).toBeCloseTo(mean, 10);
    expect(mean).toBeCloseTo(7.2, 2);
    expect(fits('absence-west-yorkshire')).toMatchObject({ kind: 'part', value: 7.02 });
    expect(fits('absence-west-yorkshire').what).toContain('Leeds');
  });

  test('the spring registers give the North West 7.00 and Hampshire 6.60', () => {
    expect(fits('absence-north-west').value).toBeCloseTo(6.9975, 4);
    const spring = file('pupil-attendance/spring-2024-25.csv.gz').filter((row) => row['la_name'] === 'Hampshire');
    const add = (column: string): number => spring.reduce((sum, row) => sum + Number(row[column]), 0);
    expect(spring).toHaveLength(3);
    expect(fits('absence-hampshire').value).toBeCloseTo((100 * add('overall_absence')) / add('possible_sessions'), 10);
    expect(fits('absence-hampshire').value).toBeCloseTo(6.6, 2);
  });
});

describe('suspensions in the spring term of 2024/25, rebuilt by hand', () => {
  test.each([
    ['north-east', 'North East', 6.51, 'agrees-another-period'],
    ['west-midlands', 'West Midlands', 3.49, 'agrees'],
    ['north-west', 'North West', 3.78, 'does-not-agree'],
    ['south-west', 'South West', 4.95, 'does-not-agree'],
    ['south-east', 'South East', 3.27, 'does-not-agree'],
  ])('%s', (area, region, rate, kind) => {
    const hand = byHand('susp_rate', '202425', 'Spring term', inRegion(region));
    expect(own(`suspension-${area}`).value).toBeCloseTo(hand, 8);
    expect(hand).toBeCloseTo(rate, 2);
    expect(verdict(`suspension-${area}`)).toBe(kind);
  });

  test.each([
    ['england', (): boolean => true, '3.73', 'agrees'],
    ['greater-london', (row: Row): boolean => (row['region_name'] ?? '').includes('London'), '1.81', 'agrees'],
    [
      'west-yorkshire',
      (row: Row): boolean => WEST_YORKSHIRE.includes(row['la_name'] ?? ''),
      '5.13',
      'agrees-another-period',
    ],
    ['hampshire', (row: Row): boolean => row['la_name'] === 'Hampshire', '3.53', 'does-not-agree'],
  ] as const)('%s', (area, wanted, rate, kind) => {
    const hand = byHand('susp_rate', '202425', 'Spring term', wanted);
    expect(own(`suspension-${area}`).value).toBeCloseTo(hand, 8);
    expect(hand.toFixed(2)).toBe(rate);
    expect(verdict(`suspension-${area}`)).toBe(kind);
  });

  test('where another term fits, it is the autumn term of the same year', () => {
    const hand = byHand('susp_rate', '202425', 'Autumn term', inRegion('North East'));
    expect(fits('suspension-north-east').value).toBeCloseTo(hand, 8);
    expect(fits('suspension-north-east').what).toBe('suspensions in the North East, the autumn term of 2024/25');
    expect(fits('suspension-west-yorkshire').value).toBeCloseTo(5.78, 2);
  });

  test('the method’s error is the largest gap to the published year 2023/24 among the guide’s places: Hampshire', () => {
    const tool = file('suspensions-and-exclusions/interactive-tool.csv.gz');
    const year = Number(
      tool.find(
        (row) => row['measure_short'] === 'TotFixedEx' && row['year'] === '2023/24' && row['area'] === 'Hampshire',
      )?.['value'],
    );
    const terms = ['Autumn term', 'Spring term', 'Summer term'].map((term) =>
      byHand('susp_rate', '202324', term, (row) => row['la_name'] === 'Hampshire'),
    );
    const gap = terms.reduce((sum, rate) => sum + rate, 0) / year - 1;
    expect(gap).toBeCloseTo(0.0201, 4);
    const { value, low, high } = own('suspension-north-east');
    expect(1 - low / value).toBeCloseTo(gap, 6);
    expect(high / value - 1).toBeCloseTo(gap, 6);
  });
});

describe('permanent exclusions in the spring term of 2024/25, rebuilt by hand', () => {
  test.each([
    ['north-east', 'North East', '0.094', 'agrees-another-period'],
    ['north-west', 'North West', '0.055', 'agrees-another-period'],
    ['west-midlands', 'West Midlands', '0.052', 'agrees'],
    ['south-west', 'South West', '0.040', 'agrees-another-period'],
    ['south-east', 'South East', '0.020', 'agrees'],
  ])('%s', (area, region, rate, kind) => {
    const hand = byHand('perm_excl_rate', '202425', 'Spring term', inRegion(region));
    expect(own(`exclusion-${area}`).value).toBeCloseTo(hand, 8);
    expect(hand.toFixed(3)).toBe(rate);
    expect(verdict(`exclusion-${area}`)).toBe(kind);
  });

  test('in the North East the autumn term, 0.085, fits 0.08', () => {
    const hand = byHand('perm_excl_rate', '202425', 'Autumn term', inRegion('North East'));
    expect(fits('exclusion-north-east').value).toBeCloseTo(hand, 8);
    expect(hand.toFixed(3)).toBe('0.085');
  });
});
