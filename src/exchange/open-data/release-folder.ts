import { open, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '#kernel';
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
  const names = await readdir(openDataFolder(store)).catch(() => []);
  return names.filter((name) => VERSION.test(name)).toSorted(byVersion);
}

function byVersion(a: string, b: string): number {
  const [[yearA = '', numberA = ''], [yearB = '', numberB = '']] = [a.split('.'), b.split('.')];
  if (yearA !== yearB) return yearA < yearB ? -1 : 1;
  return Number(numberA) - Number(numberB);
}

/** Every release, the latest first, then by data set. */
export async function listReleases(store: string): Promise<readonly OpenRelease[]> {
  const releases: OpenRelease[] = [];
  for (const version of (await listVersions(store)).toReversed()) {
    for (const set of (await readdir(join(openDataFolder(store), version))).toSorted()) {
      const text = await readFile(join(openDataFolder(store), version, set, 'release.json'), 'utf8');
      releases.push(releaseSchema.parse(JSON.parse(text)));
    }
  }
  return releases;
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

/** The true numbers behind earlier releases of a year, oldest first. */
export async function readEarlier(store: string, slug: string, set: string): Promise<readonly EarlierRelease[]> {
  const earlier: EarlierRelease[] = [];
  for (const version of (await listVersions(store)).filter((one) => one.startsWith(`${slug}.`))) {
    const text = await readFile(join(store, TRUE_NUMBERS, `${version}.json`), 'utf8').catch(() => undefined);
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
 * Makes a release visible all at once: its true numbers first, then its folder by one rename. A stop in between leaves
 * numbers that no release names, which the next attempt writes over.
 */
export async function keepReleaseFolder(
  store: string,
  version: string,
  contents: readonly ReleaseContent[],
  numbers: TrueNumbers,
): Promise<string> {
  const target = join(openDataFolder(store), version);
  const draft = join(store, '.open-data-draft');
  await rm(draft, { recursive: true, force: true });
  for (const { release, files } of contents) {
    const folder = join(draft, release.data_set);
    await mkdir(folder, { recursive: true });
    for (const { name, bytes } of files) await write(join(folder, name), bytes);
    await write(join(folder, 'release.json'), `${JSON.stringify(release, null, 1)}\n`);
  }
  await mkdir(join(store, TRUE_NUMBERS), { recursive: true, mode: 0o700 });
  await write(join(store, TRUE_NUMBERS, `${version}.json`), `${JSON.stringify(numbers)}\n`, 0o600);
  await mkdir(openDataFolder(store), { recursive: true });
  await rename(draft, target);
  return target;
}

async function write(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const file = await open(path, 'w', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
