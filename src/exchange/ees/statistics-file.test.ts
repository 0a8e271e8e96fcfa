import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { observationsOf } from './observations.ts';
import { readStatistics, readStatisticsBytes, type StatisticsFile } from './statistics-file.ts';

const HEADER =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,education_phase';
const ENGLAND = 'Academic year,National,E92000001,England,,,,,';
const BRADFORD =
  'Academic year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,380,E08000032,Bradford';

function csv(indicators: string, ...rows: readonly string[]): Buffer {
  return Buffer.from([`${HEADER},${indicators}`, ...rows, ''].join('\n'));
}

async function read(bytes: Uint8Array): Promise<StatisticsFile> {
  const file = await readStatisticsBytes('absence.csv', bytes);
  if (file.kind === 'refused') throw new Error(JSON.stringify(file.problems));
  return file;
}

async function problems(bytes: Uint8Array): Promise<readonly (readonly [number, string, string])[]> {
  const file = await readStatisticsBytes('absence.csv', bytes);
  if (file.kind === 'read') throw new Error('was read');
  expect(file.problems.every((problem) => problem.file === 'absence.csv')).toBe(true);
  return file.problems.map(({ line, column, problem }) => [line, column, problem]);
}

describe('values', () => {
  test.each([
    ['c', 'DfE hides this figure to protect confidentiality.'],
    ['z', 'This figure does not apply here.'],
    ['x', 'DfE does not have this figure.'],
    ['u', 'DfE holds this figure back because it is not reliable.'],
    ['low', 'The figure is so small that it rounds to 0, but it is not 0.'],
    [':', 'The figure does not apply or is not available.'],
  ])('%s is a reason, never 0', async (symbol, reason) => {
    const file = await read(csv('sess_overall_percent', `202425,${ENGLAND},Total,${symbol}`));
    expect(file.rows[0]?.values['sess_overall_percent']).toEqual({ kind: 'missing', symbol, reason });
    const [observation] = observationsOf(file, { release: 'r' }).observations;
    expect(observation?.value).toEqual({ kind: 'missing', symbol, reason });
  });

  test('0 is 0, and R’s exponents are numbers', async () => {
    const file = await read(csv('sess_overall_percent,severity', `202425,${ENGLAND},Total,0,1.25e-05`));
    expect(file.rows[0]?.values).toEqual({
      sess_overall_percent: { kind: 'value', value: 0 },
      severity: { kind: 'value', value: 0.0000125 },
    });
  });
});

describe('columns', () => {
  test('are told apart: identity, filters, indicators known and not', async () => {
    const file = await read(
      csv(
        'sess_overall_percent,pupil_mood,characteristic,notes',
        `202425,${ENGLAND},Total,6.7,c,Total,`,
        `202425,${BRADFORD},Primary,5,3,Total,`,
      ),
    );
    expect(file).toMatchObject({
      filters: ['education_phase', 'characteristic'],
      indicators: ['sess_overall_percent', 'pupil_mood'],
      unknownIndicators: ['pupil_mood'],
      publication: { id: 'pupil-absence' },
    });
    expect(file.rows[1]).toMatchObject({
      line: 3,
      identity: { la_name: 'Bradford', old_la_code: '380' },
      filters: { education_phase: 'Primary' },
      values: { pupil_mood: { kind: 'value', value: 3 } },
    });
  });

  test('a newer release with other columns in another order gives the same measures', async () => {
    const bytes = Buffer.from(
      'enrolments_pa_50_exact_percent,sess_overall_percent,geographic_level,time_identifier,time_period,country_name,country_code,school_type,brand_new\n' +
        '2.2,6.5,National,Academic year,202526,England,E92000001,Total,17\n',
    );
    const { observations } = observationsOf(await read(bytes), { release: 'r' });
    expect(observations.map(({ measure, period, value }) => [measure, period.year, value])).toEqual([
      ['overall-absence', '2025/26', { kind: 'value', value: 6.5 }],
      ['severe-absence', '2025/26', { kind: 'value', value: 2.2 }],
    ]);
  });
});

describe('rows', () => {
  test('narrowed by another filter, or of a place or school Kith does not know, are left out and counted', async () => {
    const file = await read(
      csv(
        'sess_overall_percent,characteristic',
        `202425,${ENGLAND},Total,6.7,Total`,
        `202425,${ENGLAND},Total,9,Free school meals`,
        `202425,${ENGLAND},Hospital school,9,Total`,
        '202425,Academic year,Regional,E92000001,England,E12000099,Atlantis,,,,Total,9,Total',
      ),
    );
    const { observations, leftOut } = observationsOf(file, { release: 'r' });
    expect(observations).toHaveLength(1);
    expect(leftOut).toEqual({
      'narrowed by characteristic': 1,
      'a kind of school Kith does not know': 1,
      'Regional: a place Kith does not know': 1,
    });
  });

  test('of a growing publication are a year to date unless the year is known to be over', async () => {
    const file = await read(csv('overall_absence_perc,possible_sessions', `202526,${ENGLAND},Total,6.9,100`));
    const kind = (covers?: 'whole-year'): string | undefined =>
      observationsOf(file, { release: 'r', covers }).observations[0]?.period.kind;
    expect(kind()).toBe('year-to-date');
    expect(kind('whole-year')).toBe('academic-year');
  });

  test('of weeks are in the school year the week falls in', async () => {
    const week = (period: number, number: number): string =>
      `${period},Week ${number},National,E92000001,England,,,,,,Total,6.9`;
    const file = await read(csv('overall_absence_perc', week(2025, 37), week(2026, 8)));
    expect(observationsOf(file, { release: 'r' }).observations.map(({ period }) => period)).toEqual([
      { kind: 'week', year: '2025/26', week: 37 },
      { kind: 'week', year: '2025/26', week: 8 },
    ]);
  });
});

test('a row a day is not taken for its week', async () => {
  const bytes = Buffer.from(
    'time_period,time_identifier,geographic_level,country_code,country_name,attendance_date,overall_absence_perc\n' +
      '2025,Week 37,National,E92000001,England,2025-09-08,6\n2025,Week 37,National,E92000001,England,2025-09-09,7\n',
  );
  expect(observationsOf(await read(bytes), { release: 'r' })).toEqual({
    observations: [],
    leftOut: { 'a single day': 2 },
  });
});

describe('files', () => {
  test('may start with a byte order mark, quote commas and be packed', async () => {
    const plain = `\uFEFF${HEADER},sess_overall_percent\r\n202425,${BRADFORD.replace(',380', ',"380"').replace('Bradford', '"Bradford, City of"')},"Total","7.5"\r\n`;
    const one = await read(Buffer.from(plain));
    const two = await read(gzipSync(Buffer.from(plain)));
    expect(one.rows[0]?.identity['la_name']).toBe('Bradford, City of');
    expect(two.rows).toEqual(one.rows);
    expect(two.sha256).toBe(one.sha256);
  });

  test('that are cut short, not text or not there are refused', async () => {
    const packed = gzipSync(csv('sess_overall_percent', `202425,${ENGLAND},Total,1`));
    expect(await problems(packed.subarray(0, 60))).toEqual([
      [1, '', 'This file is cut short or damaged. Download it again.'],
    ]);
    expect(await problems(Buffer.from([0x41, 0xff, 0xfe]))).toEqual([
      [1, '', 'This file is not UTF-8 text. Download the CSV from Explore education statistics again.'],
    ]);
    expect(await problems(Buffer.from(''))).toEqual([[1, '', 'This file is empty. Download it again.']]);
    expect((await readStatistics('/nowhere/absence.csv')).kind).toBe('refused');
  });
});

describe('structure', () => {
  test('a required column that is missing, or a column that is there twice', async () => {
    expect(
      await problems(
        Buffer.from(
          'time_period,geographic_level,country_code,country_name,a,a\n202425,National,E92000001,England,1,1\n',
        ),
      ),
    ).toEqual([
      [
        1,
        'time_identifier',
        'Add the column “time_identifier”, or choose a data file from Explore education statistics.',
      ],
      [1, 'a', 'The column “a” is there twice. Keep one.'],
    ]);
  });

  test.each([
    ['202426', 'The years in “202426” do not follow each other. Write 2023/24 as 202324.'],
    ['2024', '“2024” is not a time period. Write 2023/24 as 202324.'],
    ['2024/25', '“2024/25” is not a time period. Write 2023/24 as 202324.'],
  ])('time period %s', async (period, problem) => {
    expect(await problems(csv('sess_overall_percent', `${period},${ENGLAND},Total,1`))).toEqual([
      [2, 'time_period', problem],
    ]);
  });

  test('an unknown level, and a level without its place', async () => {
    const rows = [
      `202425,${ENGLAND.replace('National', 'Village')},Total,1`,
      `202425,${BRADFORD.replace('380', '')},Total,1`,
    ];
    expect(await problems(csv('sess_overall_percent', ...rows))).toEqual([
      [2, 'geographic_level', '“Village” is not a level DfE uses, like “Local authority”.'],
      [3, 'old_la_code', 'A row of level “Local authority” needs “old_la_code”.'],
    ]);
  });

  test('a row that repeats a key', async () => {
    const row = `202425,${ENGLAND},Total`;
    expect(await problems(csv('sess_overall_percent', `${row},1`, `202425,${BRADFORD},Total,2`, `${row},3`))).toEqual([
      [4, '', 'This row has the same time, place and filters as line 2. Keep one of them.'],
    ]);
  });

  test('a row that is too short', async () => {
    expect(await problems(csv('sess_overall_percent', `202425,${ENGLAND},Total`))).toEqual([
      [2, '', 'This row has 11 cells and the header has 12. Download the file again.'],
    ]);
  });

  test('a cell that is neither number nor symbol', async () => {
    expect(await problems(csv('sess_overall_percent', `202425,${ENGLAND},Total,"1,234"`))).toEqual([
      [2, 'sess_overall_percent', '“1,234” is neither a number nor a symbol DfE uses (c, z, x, u, low).'],
    ]);
  });
});
