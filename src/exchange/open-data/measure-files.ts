import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvLine, startYear } from '#kernel';
import {
  ALL_PUPILS,
  ENGLAND,
  findPlace,
  findSymbol,
  getPublication,
  groupWords,
  periodSlug,
  unitWords,
  type Measure,
  type Observation,
  type Period,
  type Place,
  type PublishedStatistics,
  type SchoolType,
} from '#place';
import { csvwMetadata } from './csvw.ts';
import { eesMeta, type MetaIndicator } from './ees-csv.ts';
import { parquetOf } from './parquet.ts';

export const MEASURE_FORMATS = ['csv', 'meta', 'csvw', 'json', 'parquet'] as const;
export type MeasureFormat = (typeof MEASURE_FORMATS)[number];

/**
 * A published measure as a file. JSON and Parquet have every figure that stands. CSV has those that Explore education
 * statistics has a form for: England, regions and authorities, in years of one kind; undefined where there are none.
 */
export async function measureFile(
  published: PublishedStatistics,
  measure: Measure,
  format: MeasureFormat,
): Promise<string | Uint8Array | undefined> {
  const observations = await published.listStandingObservations({ measure: measure.id, group: 'any' });
  switch (format) {
    case 'json':
      return `${JSON.stringify({ measure: measure.id, figures: observations.map(longRow) })}\n`;
    case 'parquet':
      return inFolder((folder) => parquetOf(observations.map(longRow), LONG_COLUMNS, LONG_NUMBERS, folder));
    case 'csv':
    case 'meta':
    case 'csvw':
      return tidyFile(published, measure, observations, format);
  }
}

const LONG_COLUMNS = [
  'place',
  'period',
  'school_type',
  'group',
  'value',
  'symbol',
  'reason',
  'numerator',
  'denominator',
  'release',
] as const;
const LONG_NUMBERS = ['value', 'numerator', 'denominator'];

function longRow(one: Observation): Readonly<Record<(typeof LONG_COLUMNS)[number], string | number | null>> {
  const { place, period, schoolType, group, value, numerator, denominator, release } = one;
  return {
    place,
    period: periodSlug(period),
    school_type: schoolType,
    group,
    value: value.kind === 'value' ? value.value : null,
    symbol: value.kind === 'missing' ? value.symbol : null,
    reason: value.kind === 'missing' ? value.reason : null,
    numerator: numerator ?? null,
    denominator: denominator ?? null,
    release,
  };
}

const TIDY_TEXTS = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
  'region_code',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_name',
  'school_type',
  'pupil_group',
] as const;

const SCHOOLS: Readonly<Record<SchoolType, string>> = {
  all: 'Total',
  primary: 'Primary',
  secondary: 'Secondary',
  special: 'Special',
  'alternative-provision': 'Alternative provision',
};

/** Kinds of year in the order of preference: a file has one, since EES does not mix them. */
const KINDS = ['academic-year', 'calendar-year', 'financial-year'] as const;

function tidyFile(
  published: PublishedStatistics,
  measure: Measure,
  observations: readonly Observation[],
  format: 'csv' | 'meta' | 'csvw',
): string | undefined {
  const rows = KINDS.map((kind) => observations.filter(({ period }) => period.kind === kind).flatMap(tidyRow)).find(
    ({ length }) => length > 0,
  );
  if (!rows) return undefined;
  const indicators = indicatorsOf(measure);
  if (format === 'csv')
    return csvLine([...TIDY_TEXTS, ...indicators.map(({ name }) => name)]) + rows.map(csvLine).join('');
  if (format === 'meta') return eesMeta(indicators, FILTERS);
  const [release] = observations.flatMap((one) => published.findRelease(one.release) ?? []);
  return csvwMetadata({
    title: measure.name,
    description: measure.definition,
    licence: release?.licence ?? '',
    publisher: getPublication(measure.publication).publisher,
    issued: undefined,
    csv: `${measure.id}.csv`,
    texts: TIDY_TEXTS,
    numbers: indicators.map(({ name, label }) => ({ name, label, whole: false })),
    key: ['time_period', 'geographic_level', 'region_code', 'old_la_code', 'new_la_code', 'school_type', 'pupil_group'],
  });
}

const FILTERS = [
  { name: 'school_type', label: 'School type', hint: 'Choose a kind of school' },
  { name: 'pupil_group', label: 'Group of pupils', hint: 'Choose a group of pupils' },
];

/** DfE’s own names where the measure has them, so that what reads DfE’s file reads this. */
function indicatorsOf({ id, name, unit, numerator, denominator, columns }: Measure): readonly MetaIndicator[] {
  const own = id.replaceAll('-', '_');
  const count = { grouping: name, unit: '', decimals: 0 };
  return [
    {
      name: columns?.rate ?? own,
      label: unit === 'percent' ? name : `${name}${unitWords(unit)}`,
      grouping: name,
      unit: unit === 'percent' ? '%' : '',
      decimals: unit === 'count' ? 0 : 2,
    },
    { ...count, name: columns?.numerator ?? `${own}_numerator`, label: `Above the line: ${numerator}` },
    { ...count, name: columns?.denominator ?? `${own}_denominator`, label: `Below the line: ${denominator}` },
  ];
}

function tidyRow({ place: code, period, schoolType, group, value, numerator, denominator }: Observation) {
  const place = findPlace(code);
  const geography = place && geographyOf(place);
  if (!geography) return [];
  const figure = value.kind === 'value' ? value.value : symbolOf(value.symbol);
  const pupils = group === ALL_PUPILS ? 'Total' : groupWords(group);
  return [[...timeOf(period), ...geography, SCHOOLS[schoolType], pupils, figure, numerator ?? 'x', denominator ?? 'x']];
}

function timeOf(period: Period): readonly [string, string] {
  switch (period.kind) {
    case 'calendar-year':
      return [String(period.calendarYear), 'Calendar year'];
    case 'financial-year':
      return [twoYears(period.from), 'Financial year'];
    default:
      return [twoYears(startYear(period.year)), 'Academic year'];
  }
}

function twoYears(start: number): string {
  return `${start}${String((start + 1) % 100).padStart(2, '0')}`;
}

const COUNTRY = [ENGLAND, 'England'] as const;

function geographyOf(place: Place): readonly string[] | undefined {
  const region = place.region === undefined ? undefined : findPlace(place.region);
  switch (place.level) {
    case 'country':
      return ['National', ...COUNTRY, '', '', '', '', ''];
    case 'region':
      return ['Regional', ...COUNTRY, place.code, place.name, '', '', ''];
    case 'authority': {
      // An authority abolished before it had an ONS code is known by its old one alone.
      const code = place.code.startsWith('E') ? place.code : 'x';
      return [
        'Local authority',
        ...COUNTRY,
        region?.code ?? 'x',
        region?.name ?? 'Not available',
        place.oldCode ?? 'x',
        code,
        place.name,
      ];
    }
    default:
      return undefined;
  }
}

/** Today’s symbols for those of older files: `~` and `k` are `low`; what only says that there is no figure is `x`. */
function symbolOf(symbol: string): string {
  if (symbol === 'small') return 'c';
  if (symbol === '~' || symbol === 'k') return 'low';
  return findSymbol(symbol)?.current === true ? symbol : 'x';
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-open-data-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
