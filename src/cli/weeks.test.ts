import { expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { folderWith, twoYears, workedArea } from '#testing';
import { run } from './program.ts';

async function kith(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const status = await run(args, {
    terminal: {
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      width: undefined,
      clock: systemClock,
      user: 'tester',
    },
    serve: () => Promise.resolve(),
  });
  return { status, ...said };
}

test('each school week stands beside the same one of last year, counted by hand', async () => {
  const folder = await folderWith(twoYears());
  const { status, out } = await kith('weeks', folder, '--by', 'trust', '--compare', 'last-year', '--format', 'csv');
  expect(status).toBe(0);
  const [head, ...lines] = out.trimEnd().split('\n');
  expect(head).toBe(
    'trust,half_term,week,week_of,days,possible,lost_absence,absence_percent,last_week_of,last_days,last_possible,last_lost_absence,last_absence_percent,compared',
  );
  // This year’s first week has no Monday; its fourth has none beside it; the last has two days to come.
  expect(lines).toEqual([
    'Oak Trust,1,1,2024-09-02,4,16,0,0.000000,2023-09-04,5,20,4,20.000000,like',
    'Oak Trust,1,2,2024-09-09,5,20,4,20.000000,2023-09-11,5,20,4,20.000000,like',
    'Oak Trust,1,3,2024-09-16,5,20,4,20.000000,2023-09-18,5,20,4,20.000000,like',
    'Oak Trust,1,4,2024-09-23,5,20,4,20.000000,,,,,,this-year-only',
    'Oak Trust,2,1,2024-11-04,5,20,4,20.000000,2023-11-06,5,20,4,20.000000,like',
    'Oak Trust,2,2,2024-11-11,3,12,4,33.333333,2023-11-13,5,20,4,20.000000,unfinished',
    'Oak Trust,,like weeks,,,76,12,15.789474,,,80,16,20.000000,4',
  ]);
  const plain = await kith('weeks', folder, '--by', 'school', '--format', 'csv');
  expect(plain.out.split('\n').slice(0, 3)).toEqual([
    'urn,half_term,week,week_of,days,possible,lost_absence,absence_percent',
    '900100,1,1,2024-09-02,4,8,0,0.000000',
    '900100,1,2,2024-09-09,5,10,2,20.000000',
  ]);
  expect(plain.err).toContain('own register');
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
