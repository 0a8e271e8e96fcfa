import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { workedArea, workFolder } from '#testing';
import { lists } from '#worklists';
import { kith, type Said } from './kith.example.ts';

const list = (...args: readonly string[]): Promise<Said> => kith('list', ...args);

function parsed(out: string): readonly Readonly<Record<string, string | number | boolean | null>>[] {
  return JSON.parse(out) as readonly Readonly<Record<string, string | number | boolean | null>>[];
}

const whole = await list(workedArea, '--format', 'json');
const reasons = await list(workedArea, '--list', 'reason-not-known', '--format', 'json');

test('every list is told of, with as many as it has by itself', () => {
  expect([whole.status, parsed(whole.out).map((row) => row['list'])]).toEqual([0, lists.map(({ id }) => id)]);
  const [first] = parsed(whole.out);
  const entries = parsed(reasons.out);
  expect(first).toMatchObject({
    entries: entries.length,
    overdue: entries.filter((row) => row['overdue'] === true).length,
  });
  expect(entries.length).toBeGreaterThan(1);
  // The list stands in its order, and its rows say that they are about children.
  const counted = entries.map((row) => Number(row['counted']));
  expect(counted).toEqual(counted.toSorted((a, b) => b - a));
  expect(reasons.err).toContain('personal data about children');
  expect(whole.err).not.toContain('personal data');
});

test('a school, a year group and an earlier day narrow it', async () => {
  const all = parsed(reasons.out);
  const [any] = all;
  const [urn, year] = [String(any?.['urn']), String(any?.['year_group'])];
  const narrowed = await list(
    workedArea,
    '--list',
    'reason-not-known',
    '--school',
    urn,
    '--year-group',
    year,
    '--format',
    'json',
  );
  expect(parsed(narrowed.out)).toEqual(
    all.filter((row) => String(row['urn']) === urn && String(row['year_group']) === year),
  );
  const earlier = await list(
    workedArea,
    '--list',
    'reason-not-known',
    '--as-of',
    '2024-09-10',
    '--known-at',
    '2024-12-01',
    '--format',
    'csv',
  );
  expect(earlier.status).toBe(0);
  expect(earlier.err).toContain('up to 2024-09-10, as known at 2024-12-01T23:59:59Z');
  expect(earlier.out.split('\n').length - 2).toBeLessThan(all.length);
});

test('a list is written as a workbook', async () => {
  const file = join(await workFolder(), 'reasons.xlsx');
  const { status, out, err } = await list(workedArea, '--list', 'reason-not-known', '--output', file);
  expect([status, out]).toEqual([0, '']);
  expect(err).toContain(`written to ${file}`);
  const [sheet] = await readXlsxFile(await readFile(file));
  expect(sheet?.data.slice(1).map(([upn]) => upn)).toEqual(parsed(reasons.out).map((row) => row['upn']));
});

test.each([[[]], [['--as-of', '2024-09-03']]])('without a mark nothing is said of anybody: %j', async (asked) => {
  const folder = await workFolder();
  await writeFile(join(folder, 'schools.csv'), 'urn,la,name,phase\n900100,801,School,primary\n');
  await writeFile(join(folder, 'sessions.csv'), 'urn,date,am,pm\n900100,2024-09-03,1,1\n');
  const all = await list(folder, ...asked);
  expect([all.status, all.out]).toEqual([0, expect.stringMatching(/^There are no marks to go by in 2024\/25.*\n$/)]);
  const one = await list(folder, '--list', 'registers-not-taken', ...asked);
  expect(one.out).toBe(all.out);
  const json = await list(folder, '--format', 'json', ...asked);
  expect(parsed(json.out)).toEqual([]);
  expect(json.err).toContain('There are no marks to go by');
});

test.each([
  [['--list', 'nobody-knows'], 2, 'Allowed choices are reason-not-known'],
  [['--school', '12'], 2, 'Enter a URN, like 123456.'],
  [['--year-group', '15'], 2, 'Enter a year group from -2 to 14, like 7.'],
  [['--output', 'all.csv'], 2, 'Name the list to write'],
  [['--list', 'off-roll', '--output', 'off-roll.pdf'], 2, 'ends in .csv, .xlsx or .ods'],
  [['--list', 'off-roll', '--output', 'off-roll.csv', '--format', 'table'], 2, 'Leave out --format'],
  [['--list', 'registers-not-taken', '--year-group', '7'], 2, 'leave out --year-group'],
  [['--school', '123456'], 1, 'No school in schools.csv has the URN 123456.'],
  [['--list', 'off-roll', '--output', '/no/such/folder/x.csv'], 1, 'cannot be written'],
])('%j ends with status %i and says what to do', async (args, status, words) => {
  const said = await list(workedArea, ...args);
  expect([said.status, said.out]).toEqual([status, '']);
  expect(said.err).toContain(words);
});
