import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fold, mustFoldWhatChanges, storeOf } from './changed-area.ts';

test('a part is folded anew where a change concerns it, and all counts as if folded from nothing', async () => {
  const changes = ['a mark is corrected', 'a child comes who is like no other', 'a school shuts for a day'] as const;
  expect(await mustFoldWhatChanges(1, [...changes, 'a school opens'])).toBeGreaterThanOrEqual(3);
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
