import { expect, test } from 'vitest';
import { folderWith, twoYears, workedArea } from '#testing';
import { kith } from './kith.example.ts';

test('each school week stands beside the same one of last year, counted by hand', async () => {
  const folder = await folderWith(twoYears());
  const { status, out } = await kith('weeks', folder, '--by', 'trust', '--compare', 'last-year', '--format', 'csv');
  expect(status).toBe(0);
  const [head, ...lines] = out.trimEnd().split('\n');
  expect(head).toBe(
    'trust,half_term,week,week_of,days,unmarked,possible,lost_absence,absence_percent,last_week_of,last_days,last_unmarked,last_possible,last_lost_absence,last_absence_percent,compared',
  );
  // This year’s first week has no Monday; its fourth has none beside it; the last has two days to come.
  expect(lines).toEqual([
    'Oak Trust,1,1,2024-09-02,4,0,16,0,0.000000,2023-09-04,5,0,20,4,20.000000,like',
    'Oak Trust,1,2,2024-09-09,5,0,20,4,20.000000,2023-09-11,5,0,20,4,20.000000,like',
    'Oak Trust,1,3,2024-09-16,5,0,20,4,20.000000,2023-09-18,5,0,20,4,20.000000,like',
    'Oak Trust,1,4,2024-09-23,5,0,20,4,20.000000,,,,,,,this-year-only',
    'Oak Trust,2,1,2024-11-04,5,0,20,4,20.000000,2023-11-06,5,0,20,4,20.000000,like',
    'Oak Trust,2,2,2024-11-11,3,0,12,4,33.333333,2023-11-13,5,0,20,4,20.000000,unfinished',
    'Oak Trust,,like weeks,,,,76,12,15.789474,,,,80,16,20.000000,4',
  ]);
  const plain = await kith('weeks', folder, '--by', 'school', '--format', 'csv');
  expect(plain.out.split('\n').slice(0, 3)).toEqual([
    'urn,half_term,week,week_of,days,unmarked,possible,lost_absence,absence_percent',
    '900100,1,1,2024-09-02,4,0,8,0,0.000000',
    '900100,1,2,2024-09-09,5,0,10,2,20.000000',
  ]);
  expect(plain.err).toContain('own register');
}, 60_000);

test('a week whose registers did not come is shown, and held against nothing in either year', async () => {
  const of = async (by: string, ...silent: readonly [string, string]): Promise<readonly string[]> => {
    const folder = await folderWith(twoYears(silent));
    return (await kith('weeks', folder, '--by', by, '--compare', 'last-year', '--format', 'csv')).out.split('\n');
  };
  // The second school has no register in the second week, nor on one day (2 of 16 sessions) of the first.
  const now = await of('trust', '2024-09-06', '2024-09-13');
  expect(now.slice(1, 3)).toEqual([
    'Oak Trust,1,1,2024-09-02,4,2,14,0,0.000000,2023-09-04,5,0,20,4,20.000000,registers-not-taken',
    'Oak Trust,1,2,2024-09-09,5,10,10,2,20.000000,2023-09-11,5,0,20,4,20.000000,registers-not-taken',
  ]);
  expect(now.at(-2)).toBe('Oak Trust,,like weeks,,,,40,8,20.000000,,,,40,8,20.000000,2');
  // One day in a week of five is a tenth: not more than that.
  const before = await of('trust', '2023-09-08', '2023-09-11');
  expect(before.slice(1, 3)).toEqual([
    'Oak Trust,1,1,2024-09-02,4,0,16,0,0.000000,2023-09-04,5,2,18,4,22.222222,like',
    'Oak Trust,1,2,2024-09-09,5,0,20,4,20.000000,2023-09-11,5,2,18,2,11.111111,like',
  ]);
  // Of the silent school itself nothing is known, and it is no week of last year’s only.
  const schools = await of('school', '2023-09-11', '2023-09-15');
  expect(schools.filter((line) => line.includes(',2024-09-09,'))).toEqual([
    '900100,1,2,2024-09-09,5,0,10,2,20.000000,2023-09-11,5,0,10,2,20.000000,like',
    '900101,1,2,2024-09-09,5,0,10,2,20.000000,2023-09-11,5,10,0,0,,registers-not-taken',
  ]);
}, 60_000);

/** A column of a CSV, added up. */
function sumOf(csv: string, name: string): number {
  const [head = '', ...lines] = csv.trimEnd().split('\n');
  const at = head.split(',').indexOf(name);
  return lines.reduce((total, line) => total + Number(line.split(',')[at]), 0);
}

test('the weeks of children add up to the account, and a year without the one before is told of', async () => {
  const csv = async (...args: readonly string[]): Promise<string> =>
    (await kith(...args, workedArea, '--format', 'csv')).out;
  const weeks = await csv('weeks', '--by', 'area');
  const ledger = await csv('ledger', '--by', 'week');
  for (const name of ['possible', 'lost_absence']) expect(sumOf(weeks, name)).toBe(sumOf(ledger, name));
  const { status, err } = await kith('weeks', workedArea, '--by', 'la', '--compare', 'last-year');
  expect([status, err]).toEqual([1, expect.stringContaining('There are no school days of 2023/24')]);
  expect((await kith('weeks', workedArea, '--by', 'child')).status).toBe(2);
}, 60_000);
