import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetImport } from '#exchange/area-files';
import { countAccount } from '#lost-learning';
import { CHANGES, clock, fold, mustFoldWhatChanges, storeOf, YEAR } from './changed-area.ts';

test('a part is folded anew where a change concerns it, and all counts as if folded from nothing', async () => {
  const changes = ['a mark is corrected', 'a child comes who is like no other'] as const;
  expect(await mustFoldWhatChanges(1, [...changes, 'a school opens'])).toBeGreaterThanOrEqual(2);
}, 240_000);

test('parts folded side by side are the same, byte by byte, and a fault in one leaves nobody working', async () => {
  const store = await storeOf(1);
  const alone = await fold(store, { workers: 1 });
  const beside = await fold(store, { workers: 2, childrenEach: 1 });
  expect(alone.folded.length).toBeGreaterThan(1);
  for (const name of await readdir(alone.folder, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    const path = join(name.parentPath, name.name);
    expect(await readFile(path)).toEqual(await readFile(path.replace(alone.folder, beside.folder)));
  }
  await expect(fold(store, { workers: 2, childrenEach: 1, mebibytes: 1 })).rejects.toThrow(/memory/i);
  await store.open.close();
}, 120_000);

test('a process that folds is given none of the settings of whoever started it', async () => {
  const store = await storeOf(1);
  const before = process.env['NODE_OPTIONS'];
  // With this among its settings it would end before it began.
  process.env['NODE_OPTIONS'] = '--require=/no/such/file.js';
  try {
    expect((await fold(store, { workers: 2, childrenEach: 1 })).folded.length).toBeGreaterThan(1);
  } finally {
    if (before === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = before;
    await store.open.close();
  }
}, 120_000);

test('what was folded before is at hand after a version that adds, and never after one that takes out', async () => {
  const store = await storeOf(1);
  await countAccount(store.open, { year: YEAR }, clock);
  const { area } = store.open;
  const next = await CHANGES['a school opens'].bring(store);
  const before = (): Promise<readonly string[]> => readdir(next.open.derivedBefore).catch(() => []);
  expect(await before()).toHaveLength(1);
  for (const { open } of [store, next]) await open.close();
  // A stop before a version counted can have left this: it is of rolls that are to go.
  const left = join(area.derived, '3', 'before', 'folded-x');
  await mkdir(left, { recursive: true });
  await forgetImport(area, 'import-2', clock);
  expect(await readdir(area.derived)).toEqual(['3']);
  expect(await readdir(join(area.derived, '3'))).toEqual(['register']);
}, 120_000);
