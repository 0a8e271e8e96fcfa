import { parse } from 'csv-parse/sync';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { academicYearStarting } from '#kernel';
import { readStatisticsBytes } from '#exchange/ees';
import { quoted, Warehouse } from '#store';
import { workFolder } from '#testing';
import { findDataSet } from './data-sets.ts';
import { listFigures } from './figures.ts';
import { inventedPeople } from './invented-people.example.ts';
import { placeColumns } from './place-columns.ts';
import { protectSet, type PrintedRow } from './protect-set.ts';
import { releasedDataSchema, type OpenRelease, type ReleasedFigure } from './release.ts';
import { releaseFiles, type ReleaseFile } from './release-files.ts';

const set = findDataSet('absence');
if (!set) throw new Error('absence');
const year = academicYearStarting(2024);
const about: Omit<OpenRelease, 'files'> = {
  data_set: 'absence',
  version: '2024-25.1',
  title: set.title,
  area: 'Workedshire, "north"',
  fictional: true,
  year: '2024/25',
  as_of: '2025-07-22',
  published: '2026-11-26',
  population: set.population,
  licence: 'OGL',
  statement: ['What was done.'],
  left_out: [],
  indicators: set.indicators.map(({ name, label, grouping, unit, decimals }) => ({
    name,
    label,
    grouping,
    unit,
    decimals,
  })),
  hidden: {},
  figures: 0,
};
const place = placeColumns({ name: about.area, fictional: true }, ['801']);

let rows: readonly PrintedRow[] = [];
let figures: readonly ReleasedFigure[] = [];
beforeAll(async () => {
  if (set) ({ rows } = await protectSet(set, inventedPeople(400)));
  figures = listFigures(rows, about.indicators);
});

async function write(): Promise<ReadonlyMap<string, ReleaseFile>> {
  const files = await releaseFiles(about, year, place, rows, await workFolder());
  return new Map(files.map((file) => [file.format, file]));
}

function textOf(files: ReadonlyMap<string, ReleaseFile>, format: string): string {
  return Buffer.from(files.get(format)?.bytes ?? []).toString('utf8');
}

type Row = Readonly<Record<string, string>>;

test('the same figures are the same bytes, in every format', async () => {
  const [a, b] = [await write(), await write()];
  for (const [format, { bytes }] of a)
    expect(Buffer.from(bytes).equals(Buffer.from(b.get(format)?.bytes ?? []))).toBe(true);
});

// Checks written from the published rules alone: they share no code with what writes the files.
describe('the rules of Explore education statistics', () => {
  test('the data file', async () => {
    const text = textOf(await write(), 'csv');
    const data: Row[] = parse(text, { columns: true });
    const [first = {}] = data;
    const columns = Object.keys(first);
    for (const needed of ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'])
      expect(columns).toContain(needed);
    expect(columns.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
    expect(new Set(columns).size).toBe(columns.length);
    const keys = data.map((row) => [row['time_period'], row['breakdown_topic'], row['breakdown']].join('|'));
    expect(new Set(keys).size).toBe(data.length);
    expect(data.filter((row) => row['breakdown_topic'] === 'Total' && row['breakdown'] === 'Total')).toHaveLength(1);
    for (const row of data) {
      expect(row['time_period']).toBe('202425');
      expect(row['time_identifier']).toBe('Academic year');
      expect([row['geographic_level'], row['country_code'], row['country_name']]).toEqual([
        'Local authority',
        'E92000001',
        'England',
      ]);
      for (const value of Object.values(row)) {
        expect(value).not.toBe('');
        expect(value.trim()).toBe(value);
      }
      for (const { name } of about.indicators) expect(row[name]).toMatch(/^(\d+(\.\d)?|c)$/);
    }
    expect(text.charCodeAt(0)).not.toBe(0xfeff);
  });

  test('the metadata names every filter and indicator once, and nothing else', async () => {
    const files = await write();
    const meta: Row[] = parse(textOf(files, 'meta'), { columns: true });
    expect(Object.keys(meta[0] ?? {}).join(',')).toBe(
      'col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column',
    );
    const data: Row[] = parse(textOf(files, 'csv'), { columns: true });
    const columns = Object.keys(data[0] ?? {});
    const named = meta.map((row) => row['col_name'] ?? '');
    expect(named.filter((name) => !columns.includes(name))).toEqual([]);
    expect(columns.slice(columns.indexOf('breakdown'))).toEqual(named);
    expect(meta.filter((row) => row['col_type'] === 'Filter').map((row) => row['filter_grouping_column'])).toEqual([
      'breakdown_topic',
    ]);
    expect(columns).toContain('breakdown_topic');
    for (const row of meta) {
      expect(['Filter', 'Indicator']).toContain(row['col_type']);
      expect(['', '%']).toContain(row['indicator_unit']);
      expect(row['label']).not.toBe('');
      const described = `${row['col_type']},${row['indicator_unit']},${row['indicator_dp']}`;
      expect(described).toMatch(/^(Filter,,|Indicator,%?,[01])$/);
    }
    expect(new Set(meta.map((row) => row['label'])).size).toBe(meta.length);
  });

  test('Kith’s own reader takes it, with the same numbers and symbols', async () => {
    const files = await write();
    const read = await readStatisticsBytes('open.csv', Buffer.from(textOf(files, 'csv')));
    if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
    expect(read.publication?.id).toBe('pupil-absence');
    expect(read.filters).toEqual(['breakdown_topic', 'breakdown']);
    const back = read.rows.flatMap(({ filters, values }) =>
      Object.entries(values).map(([indicator, value]) => [
        filters['breakdown_topic'],
        filters['breakdown'],
        indicator,
        value.kind === 'value' ? value.value : value.symbol,
      ]),
    );
    expect(back).toEqual(figures.map((one) => [one.topic, one.breakdown, one.indicator, one.value ?? one.symbol]));
  });
});

test('Parquet opens in DuckDB with the figures of the JSON, and null only beside a symbol', async () => {
  const files = await write();
  const folder = await workFolder();
  await writeFile(join(folder, 'it.parquet'), files.get('parquet')?.bytes ?? '');
  const warehouse = await Warehouse.open({ folders: [folder] });
  try {
    const read = await warehouse.rows(
      `select topic, breakdown, indicator, value, symbol, reason from read_parquet(${quoted(join(folder, 'it.parquet'))})`,
    );
    const json = releasedDataSchema.parse(JSON.parse(textOf(files, 'json')));
    expect(read).toEqual(json.figures);
    expect(json.figures).toEqual(figures);
    expect(figures.some(({ symbol }) => symbol === 'c')).toBe(true);
  } finally {
    warehouse.close();
  }
});

test('the CSV on the Web metadata describes every column of the file, in order', async () => {
  const files = await write();
  const metadata: unknown = JSON.parse(textOf(files, 'csvw'));
  const [header = []]: string[][] = parse(textOf(files, 'csv'), { to: 1 });
  expect(metadata).toMatchObject({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: files.get('csv')?.name,
    tableSchema: {
      columns: header.map((name) => {
        const indicator = about.indicators.find((one) => one.name === name);
        if (!indicator) return { name, titles: name, datatype: 'string' };
        return {
          name,
          titles: name,
          datatype: indicator.decimals === 0 ? 'integer' : 'decimal',
          null: ['c', 'z', 'x', 'low', 'u'],
        };
      }),
    },
  });
  const keys = ['time_period', 'geographic_level', 'new_la_code', 'breakdown_topic', 'breakdown'];
  expect(metadata).toHaveProperty('tableSchema.primaryKey', keys);
  expect(keys.filter((key) => !header.includes(key))).toEqual([]);
});

test('an invented area stands in no real place', () => {
  expect(place).toMatchObject({ old_la_code: 'x', new_la_code: 'x', la_name: about.area });
  expect(placeColumns({ name: 'Ours', fictional: false }, ['801'])).toMatchObject({ new_la_code: 'E06000023' });
  expect(placeColumns({ name: 'A trust', fictional: false }, ['801', '802'])).toMatchObject({ la_name: 'A trust' });
});
