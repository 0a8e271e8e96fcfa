import { mkdir, mkdtemp, open, readFile, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
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

test('what a manifest is the first to name is on the disk before it is', async () => {
  const { area } = await written();
  const read = await readManifest(area);
  await mkdir(area.received);
  for (const sha256 of ['ab', 'cd']) await writeFile(join(area.received, sha256), 'a register');
  const inodeOf = async (path: string): Promise<number> => (await stat(path)).ino;
  const before = { ab: await inodeOf(join(area.received, 'ab')), cd: await inodeOf(join(area.received, 'cd')) };
  const synced = await listSynced(() =>
    commitManifest(area, { ...read, version: 2, files: [FILE, { ...FILE, sha256: 'cd', position: 1 }] }),
  );
  const [file, folder, manifest] = synced;
  expect(file).toBe(before.cd);
  expect(folder).toBe(await inodeOf(area.received));
  expect(manifest).toBe(await inodeOf(join(area.path, 'kith-area.json')));
  expect(synced).not.toContain(before.ab);
});

/** Inodes of what is synced while `work` runs, in order. */
async function listSynced(work: () => Promise<unknown>): Promise<readonly number[]> {
  const any = await open(tmpdir(), 'r');
  await any.close();
  const handles = Reflect.getPrototypeOf(any);
  if (!handles) throw new Error('an open file has no methods');
  const was = Reflect.getOwnPropertyDescriptor(handles, 'sync');
  if (!was) throw new Error('an open file cannot be synced');
  const synced: number[] = [];
  Object.defineProperty(handles, 'sync', {
    ...was,
    value: async function watched(this: FileHandle) {
      synced.push((await this.stat()).ino);
      await this.datasync();
    },
  });
  try {
    await work();
  } finally {
    Object.defineProperty(handles, 'sync', was);
  }
  return synced;
}

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
