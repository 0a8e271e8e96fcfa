import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { areaAt, importFiles, listAreaFiles } from '#exchange/area-files';
import { folderWith, workedArea, workFolder } from '#testing';
import { kith } from './kith.example.ts';

const HEAD = 'year,half_term,first_day,last_day\n';
const WORKED = [
  ['2024-09-03', '2024-10-25'],
  ['2024-11-04', '2024-12-20'],
  ['2025-01-06', '2025-02-14'],
  ['2025-02-24', '2025-04-04'],
  ['2025-04-22', '2025-05-23'],
  ['2025-06-02', '2025-07-22'],
] as const;

function csvOf(rows: readonly (readonly string[])[]): string {
  return HEAD + rows.map((dates, index) => `2024/25,${index + 1},${dates.join(',')}\n`).join('');
}

async function shown(folder: string): Promise<readonly string[]> {
  const { status, out } = await kith('terms', folder, '--format', 'csv');
  expect(status).toBe(0);
  return out
    .trimEnd()
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .filter((_, at) => at !== 4)
        .join(','),
    );
}

const lines = (rows: readonly (readonly string[])[], from: string): readonly string[] => [
  'year,half_term,first_day,last_day,taken_from',
  ...rows.map((dates, index) => `2024/25,${index + 1},${dates.join(',')},${from}`),
];

let store: ReturnType<typeof areaAt>;
beforeAll(async () => {
  store = areaAt(join(await mkdtemp(join(tmpdir(), 'kith-terms-')), 'store'));
  await importFiles(store, await listAreaFiles(workedArea), { clock: systemClock, by: 'a test' });
});
afterAll(() => rm(join(store.path, '..'), { recursive: true, force: true }));

test('shows the half terms of the worked area; sets its own; goes back', async () => {
  expect(await shown(store.path)).toEqual(lines(WORKED, 'found'));

  const own = WORKED.map((dates, index) => (index === 1 ? ['2024-11-11', '2024-12-20'] : dates));
  const file = join(await workFolder(), 'half-terms.csv');
  await writeFile(file, csvOf(own));
  expect(await kith('terms', store.path, '--set', file)).toMatchObject({ status: 0 });
  // The first half term keeps the school days that no dates hold.
  expect(await shown(store.path)).toEqual(lines(own.with(0, ['2024-09-03', '2024-11-08']), 'set'));

  // The account is asked with them too, and the published measures do not move.
  const before = await kith('absence', workedArea, '--by', 'school', '--format', 'csv');
  expect((await kith('absence', store.path, '--by', 'school', '--format', 'csv')).out).toBe(before.out);

  const nothing = await kith('terms', store.path, '--reset', '--year', '2023/24');
  expect([nothing.status, nothing.err.includes('nothing changed')]).toEqual([0, true]);
  await kith('terms', store.path, '--reset');
  expect(await shown(store.path)).toEqual(lines(WORKED, 'found'));
}, 60_000);

test.each([
  [
    [['2024-09-03', '2024-10-25']],
    'line 2, column 2 (half_term): “1”. Give 2024/25 six rows, half terms 1 to 6. It has 1.',
  ],
  [
    WORKED.with(1, ['2024-10-25', '2024-12-20'] as never),
    'line 3, column 3 (first_day): “2024-10-25”. Autumn half term 2 must begin in a later week',
  ],
  [
    WORKED.with(5, ['2025-06-02', '2025-05-22'] as never),
    'line 7, column 4 (last_day): “2025-05-22”. Enter a last day of summer half term 2 on or after its first.',
  ],
  [
    WORKED.with(0, ['2024-02-30', '2024-10-25'] as never),
    'line 2, column 3 (first_day): “2024-02-30”. Enter the first day of autumn half term 1, like 2024-09-01.',
  ],
  [
    WORKED.with(5, ['2025-06-02', '2025-09-01'] as never),
    'line 7, column 4 (last_day): “2025-09-01”. Enter a day of 2024/25: from 1 September 2024 to 31 August 2025.',
  ],
] as const)(
  'dates that cannot be used are refused with their place: %#',
  async (rows, told) => {
    const folder = await folderWith({ 'half-terms.csv': csvOf(rows) });
    const { status, err } = await kith('terms', store.path, '--set', join(folder, 'half-terms.csv'));
    expect(status).toBe(1);
    expect(err).toContain(`half-terms.csv, ${told}`);
    expect(await shown(store.path)).toEqual(lines(WORKED, 'found'));
  },
  60_000,
);

test('plain files have nowhere to keep an area’s own', async () => {
  const folder = await folderWith({ 'half-terms.csv': csvOf(WORKED) });
  const { status, err } = await kith('terms', workedArea, '--set', join(folder, 'half-terms.csv'));
  expect([status, err]).toEqual([1, expect.stringContaining('nowhere to keep its half terms')]);
  expect(await kith('terms', workedArea, '--set', 'x.csv', '--reset')).toMatchObject({ status: 2 });
});
