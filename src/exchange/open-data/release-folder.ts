import { lstat, open, mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '#kernel';
import { DATA_SETS } from './data-sets.ts';
import type { EarlierRelease } from './earlier.ts';
import { hashOf, type ReleaseFile } from './release-files.ts';
import { releasedDataSchema, releaseSchema, type FormatId, type OpenRelease, type ReleasedFigure } from './release.ts';

/**
 * Releases of an area in its store, each a folder that is made in one step and never changed:
 * `open-data/2024-25.1/absence/…`. The true numbers behind them are in a folder of their own that nothing serves.
 */
function openDataFolder(store: string): string {
  return join(store, 'open-data');
}
const TRUE_NUMBERS = 'open-data-true-numbers';
const DRAFTS = '.open-data-draft';
const VERSION = /^\d{4}-\d{2}\.\d{1,6}$/;

const trueNumbers = z.record(
  z.string(),
  z.object({
    hidden: z.array(z.string()),
    exact: z.object({ people: z.record(z.string(), z.number()), sessions: z.record(z.string(), z.number()) }),
  }),
);
export type TrueNumbers = Readonly<z.infer<typeof trueNumbers>>;

/** Versions an area has released, oldest first. */
export async function listVersions(store: string): Promise<readonly string[]> {
  return versionsAmong(await readdir(openDataFolder(store)).catch(() => []));
}

function versionsAmong(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => VERSION.test(name)).toSorted(byVersion);
}

/**
 * Versions of a school year that anyone may have seen, oldest first: those that stand, and those that were withdrawn,
 * of which only the true numbers are left.
 */
async function listEverReleased(store: string, slug: string): Promise<readonly string[]> {
  const numbers = await readdir(join(store, TRUE_NUMBERS)).catch(() => []);
  const unfinished = await listUnfinished(store);
  const behind = numbers
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((version) => !unfinished.includes(version));
  const versions = versionsAmong([...(await listVersions(store)), ...behind]);
  return versions.filter((version) => version.startsWith(`${slug}.`));
}

/** Versions that a stop left half made: their draft is still there, so nobody has seen them. */
async function listUnfinished(store: string): Promise<readonly string[]> {
  const standing = await listVersions(store);
  return versionsAmong(await readdir(join(store, DRAFTS)).catch(() => [])).filter((one) => !standing.includes(one));
}

/** A version is named once: the number of a withdrawn release is not given again. */
export async function nextVersion(store: string, slug: string): Promise<string> {
  const last = (await listEverReleased(store, slug)).at(-1);
  return `${slug}.${Number(last?.split('.')[1] ?? 0) + 1}`;
}

function byVersion(a: string, b: string): number {
  const [[yearA = '', numberA = ''], [yearB = '', numberB = '']] = [a.split('.'), b.split('.')];
  if (yearA !== yearB) return yearA < yearB ? -1 : 1;
  return Number(numberA) - Number(numberB);
}

/** Every release, the latest first, then by data set. What else lies in the folders is passed over. */
export async function listReleases(store: string): Promise<readonly OpenRelease[]> {
  const releases: OpenRelease[] = [];
  for (const version of (await listVersions(store)).toReversed()) {
    for (const set of DATA_SETS.map(({ id }) => id).toSorted()) {
      const text = await readIfThere(join(openDataFolder(store), version, set, 'release.json'));
      if (text !== undefined) releases.push(releaseSchema.parse(JSON.parse(text)));
    }
  }
  return releases;
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  });
}

/** The bytes of one file of a release; refused where they are not those that were released. */
export async function readReleaseFile(store: string, release: OpenRelease, format: FormatId): Promise<Uint8Array> {
  const file = release.files.find((one) => one.format === format);
  const bytes = file && (await readFile(join(openDataFolder(store), release.version, release.data_set, file.name)));
  if (!bytes || hashOf(bytes) !== file.sha256) {
    throw new Refusal(
      'open-data/altered',
      `The ${format} file of ${release.data_set} ${release.version} is not the one that was released. Put it back from a copy.`,
    );
  }
  return bytes;
}

export async function readReleasedFigures(store: string, release: OpenRelease): Promise<readonly ReleasedFigure[]> {
  const bytes = await readReleaseFile(store, release, 'json');
  return releasedDataSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).figures;
}

/** The true numbers behind earlier releases of a year, withdrawn ones too, oldest first. */
export async function readEarlier(store: string, slug: string, set: string): Promise<readonly EarlierRelease[]> {
  const earlier: EarlierRelease[] = [];
  for (const version of await listEverReleased(store, slug)) {
    const text = await readIfThere(numbersPath(store, version));
    if (text === undefined) {
      throw new Refusal(
        'open-data/no-true-numbers',
        `What stands behind release ${version} is not in the store, so a new release cannot be held against it. Put ${TRUE_NUMBERS}/${version}.json back from a copy.`,
      );
    }
    const numbers = trueNumbers.parse(JSON.parse(text))[set];
    if (numbers) earlier.push({ version, ...numbers });
  }
  return earlier;
}

export type ReleaseContent = {
  readonly release: OpenRelease;
  readonly files: readonly ReleaseFile[];
};

/**
 * Makes a release visible all at once: its true numbers first, then its folder by one rename out of the drafts. A stop in
 * between leaves a draft, by which the next attempt knows that nobody has seen those numbers and drops them.
 */
export async function keepReleaseFolder(
  store: string,
  version: string,
  contents: readonly ReleaseContent[],
  numbers: TrueNumbers,
): Promise<string> {
  for (const unfinished of await listUnfinished(store)) await rm(numbersPath(store, unfinished), { force: true });
  await rm(join(store, DRAFTS), { recursive: true, force: true });
  const target = join(openDataFolder(store), version);
  if ((await isThere(target)) || (await isThere(numbersPath(store, version)))) {
    throw new Refusal(
      'open-data/version-taken',
      `Release ${version} is in the store already. Nothing was published. Publish again when no other import or publication runs.`,
    );
  }
  const draft = join(store, DRAFTS, version);
  for (const { release, files } of contents) {
    const folder = join(draft, release.data_set);
    await mkdir(folder, { recursive: true });
    for (const { name, bytes } of files) await write(join(folder, name), bytes);
    await write(join(folder, 'release.json'), `${JSON.stringify(release, null, 1)}\n`);
  }
  await mkdir(join(store, TRUE_NUMBERS), { recursive: true, mode: 0o700 });
  await write(numbersPath(store, version), `${JSON.stringify(numbers)}\n`, 0o600);
  await mkdir(openDataFolder(store), { recursive: true });
  await rename(draft, target);
  await rmdir(join(store, DRAFTS));
  return target;
}

function numbersPath(store: string, version: string): string {
  return join(store, TRUE_NUMBERS, `${version}.json`);
}

export function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function write(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
