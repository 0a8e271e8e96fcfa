import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, schoolDays, upnWith, workFolder } from '#testing';
import { kith } from './kith.example.ts';

const [MOVED, STAYED, BEYOND, NOWHERE] = ['909200012001', '942200012002', '302200012003', '399200012004'].map(upnWith);
const DAYS = schoolDays('2024-09-02', '2024-09-06');

/**
 * A week of four children. The first moves on Wednesday between two schools of the North West, one of which still stands under
 * Cumbria; the others stay in Cumberland, in Barnet and in an authority that does not exist. All are ill on Monday.
 */
const places: readonly (readonly [upn: string | undefined, urn: number, from: string, to: string])[] = [
  [MOVED, 900_001, '2024-09-02', '2024-09-03'],
  [MOVED, 900_002, '2024-09-04', ''],
  [STAYED, 900_002, '2024-09-02', ''],
  [BEYOND, 900_003, '2024-09-02', ''],
  [NOWHERE, 900_004, '2024-09-02', ''],
];

function area(): Promise<string> {
  return folderWith({
    'schools.csv': `urn,la,name,phase
900001,909,One,primary
900002,942,Two,primary
900003,302,Three,primary
900004,399,Four,primary
`,
    'sessions.csv': lines(
      'urn,date,am,pm',
      [900_001, 900_002, 900_003, 900_004].flatMap((urn) => DAYS.map((day) => [urn, day, 1, 1])),
    ),
    'roll.csv': lines(
      'upn,urn,status,entry_date,leaving_date,birth_date',
      places.map(([upn, urn, from, to]) => [upn, urn, 'C', from, to, '2014-01-01']),
    ),
    'marks.csv': lines(
      'upn,urn,date,am,pm',
      places.flatMap(([upn, urn, from, to]) =>
        DAYS.filter((day) => day >= from && (to === '' || day <= to)).map((day) =>
          day === '2024-09-02' ? [upn, urn, day, 'I', 'I'] : [upn, urn, day, '/', '\\'],
        ),
      ),
    ),
  });
}

function lines(header: string, rows: readonly (readonly (string | number | undefined)[])[]): string {
  return [header, ...rows.map((row) => row.join(',')), ''].join('\n');
}

/** The first columns of a table. */
function shortened(csv: string, columns: number): readonly string[] {
  return csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(',').slice(0, columns).join(','));
}

test('the account by region counts a child of two authorities in one region once', async () => {
  const folder = await area();
  const { status, out, err } = await kith('ledger', folder, '--by', 'region', '--format', 'csv');
  expect(status).toBe(0);
  expect(shortened(out, 4)).toEqual([
    'region,children,calendar,attended',
    ',1,10,8',
    'London,1,10,8',
    'North West,2,20,16',
  ]);
  expect(err).toContain('own register');
  expect(shortened((await kith('ledger', folder, '--by', 'la', '--format', 'csv')).out, 2)).toEqual([
    'la,children',
    '302,1',
    '399,1',
    '909,1',
    '942,2',
  ]);
});

test('the published measures by region are those of its enrolments', async () => {
  const folder = await area();
  const { out } = await kith('absence', folder, '--by', 'region', '--format', 'csv');
  expect(shortened(out, 6)).toEqual([
    'region,enrolments,possible,authorised,unauthorised,overall',
    ',1,10,2,0,2',
    'London,1,10,2,0,2',
    'North West,3,20,4,0,4',
  ]);
});

test('the whole account has a file of each', async () => {
  const to = join(await workFolder(), 'account');
  expect((await kith('account', await area(), '--to', to)).status).toBe(0);
  const files = await readdir(to);
  expect(files).toEqual(expect.arrayContaining(['region.parquet', 'absence_region.parquet']));
});

test('what a row can be is said where it is asked for something else', async () => {
  const { status, err } = await kith('ledger', 'my-area', '--by', 'county');
  expect(status).toBe(2);
  expect(err).toContain('la, region, year-group');
});
