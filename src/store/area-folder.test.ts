import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test, expect } from 'vitest';
import { Refusal } from '#kernel';
import { areaFolderAt, commitManifest, readManifest, type AreaFolder } from './area-folder.ts';

const AT = '2025-09-30T10:00:00.000Z';
const FILE = {
  sha256: 'ab',
  kind: 'marks',
  name: 'marks.csv',
  bytes: 1,
  rows: 1,
  rejected: 0,
  undated: 0,
  latest: null,
  receivedAt: AT,
  importId: 'import-1',
  position: 0,
  ignoredColumns: [],
  layout: null,
};

async function written(): Promise<{ readonly area: AreaFolder; readonly path: string; readonly text: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-manifest-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const area = areaFolderAt(folder);
  // With what is not asked to have a form: layouts are what an area says they are.
  const layouts = [{ 2: 'b', 1: 'a', nothing: undefined, part: 0.1 }];
  await commitManifest(area, { ...(await readManifest(area)), version: 1, files: [FILE], layouts });
  const path = join(folder, 'kith-area.json');
  return { area, path, text: await readFile(path, 'utf8') };
}

test('a manifest is read as it was written, and again after it was written from what was read', async () => {
  const { area, text, path } = await written();
  const read = await readManifest(area);
  expect(read.files).toEqual([FILE]);
  await commitManifest(area, read);
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('no bit of a manifest can be turned and something else be read', async () => {
  const { area, path, text } = await written();
  const sound = await readManifest(area);
  const bytes = Buffer.from(text);
  const refused: unknown[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const turned = Buffer.from(bytes);
    turned[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    await writeFile(path, turned);
    const read = await readManifest(area).catch((error: unknown) => {
      refused.push(error instanceof Refusal ? error.code : error);
      return sound;
    });
    expect({ at, read }).toEqual({ at, read: sound });
  }
  expect(new Set(refused)).toEqual(new Set(['store/manifest']));
  expect(refused.length).toBeGreaterThan(bytes.length / 2);
});

test('a moment that was changed by hand is refused, and what is to be done is said', async () => {
  const { area, path, text } = await written();
  await writeFile(path, text.replace(AT, '2025-09-30T11:00:00.000Z'));
  await expect(readManifest(area)).rejects.toThrow(/is damaged.*restore the folder from a copy/);
});

test('a manifest of an older Kith, which said no sum, is read', async () => {
  const { area, path, text } = await written();
  const older = text.replace(/"format": 2,\s*"sum": "\w+"/, '"format": 1');
  expect(older).not.toBe(text);
  await writeFile(path, older);
  expect((await readManifest(area)).files).toEqual([FILE]);
});
