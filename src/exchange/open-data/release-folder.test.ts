import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { workFolder } from '#testing';
import type { OpenRelease } from './release.ts';
import { keepReleaseFolder, listReleases, nextVersion, readEarlier, type TrueNumbers } from './release-folder.ts';

const SLUG = '2024-25';
let store = '';
beforeEach(async () => {
  store = await workFolder();
});

function numbersOf(count: number): TrueNumbers {
  return { absence: { hidden: [], exact: { people: { 'Total/Total:': count }, sessions: {} } } };
}

async function keep(version: string, count: number): Promise<string> {
  const release: OpenRelease = {
    data_set: 'absence',
    version,
    title: 'Absence',
    area: 'Workedshire',
    fictional: true,
    year: '2024/25',
    as_of: '2025-07-22',
    published: '2026-11-26',
    population: 'Enrolments',
    licence: 'OGL',
    statement: [],
    left_out: [],
    indicators: [],
    hidden: {},
    figures: 0,
    files: [],
  };
  return keepReleaseFolder(store, version, [{ release, files: [] }], numbersOf(count));
}

async function earlier(): Promise<readonly (readonly [string, number | undefined])[]> {
  const found = await readEarlier(store, SLUG, 'absence');
  return found.map(({ version, exact }) => [version, exact.people['Total/Total:']]);
}

async function released(): Promise<readonly string[]> {
  return (await listReleases(store)).map(({ version }) => version);
}

test('the number of a withdrawn release is not given again, and its true numbers still count', async () => {
  for (const count of [100, 200]) await keep(await nextVersion(store, SLUG), count);
  await rm(join(store, 'open-data', '2024-25.1'), { recursive: true });
  expect(await nextVersion(store, SLUG)).toBe('2024-25.3');
  await keep(await nextVersion(store, SLUG), 300);
  expect(await earlier()).toEqual([
    ['2024-25.1', 100],
    ['2024-25.2', 200],
    ['2024-25.3', 300],
  ]);
  expect(await released()).toEqual(['2024-25.3', '2024-25.2']);
  await rm(join(store, 'open-data'), { recursive: true });
  expect(await nextVersion(store, SLUG)).toBe('2024-25.4');
  expect(await nextVersion(store, '2023-24')).toBe('2023-24.1');
});

test('a version that is there is refused before anything is written', async () => {
  await keep('2024-25.1', 100);
  await expect(keep('2024-25.1', 999)).rejects.toMatchObject({ code: 'open-data/version-taken' });
  await rm(join(store, 'open-data', '2024-25.1'), { recursive: true });
  await expect(keep('2024-25.1', 999)).rejects.toMatchObject({ code: 'open-data/version-taken' });
  expect(await earlier()).toEqual([['2024-25.1', 100]]);
  expect(await released()).toEqual([]);
});

test('true numbers that are gone stop the next release', async () => {
  await keep('2024-25.1', 100);
  await rm(join(store, 'open-data-true-numbers', '2024-25.1.json'));
  await expect(earlier()).rejects.toMatchObject({ code: 'open-data/no-true-numbers' });
});

test('numbers that a stop left without their release are nobody’s, and go with the next attempt', async () => {
  await keep('2024-25.1', 100);
  // As a stop between the numbers and the rename leaves it.
  await mkdir(join(store, '.open-data-draft'), { recursive: true });
  await rename(join(store, 'open-data', '2024-25.1'), join(store, '.open-data-draft', '2024-25.1'));
  expect([await earlier(), await nextVersion(store, SLUG)]).toEqual([[], '2024-25.1']);
  await keep('2024-25.1', 200);
  expect(await earlier()).toEqual([['2024-25.1', 200]]);
  expect((await readdir(store)).toSorted()).toEqual(['open-data', 'open-data-true-numbers']);
  const text = await readFile(join(store, 'open-data-true-numbers', '2024-25.1.json'), 'utf8');
  expect(JSON.parse(text)).toEqual(numbersOf(200));
});
