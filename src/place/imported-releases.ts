import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, Refusal } from '#kernel';
import { saveObservations } from './observation-file.ts';
import type { Observation } from './observation.ts';
import { PUBLICATION_IDS } from './publications.ts';
import type { Release } from './release.ts';

const IMPORTED = z.object({
  id: z.string(),
  publication: z.enum(PUBLICATION_IDS),
  title: z.string(),
  publisher: z.string(),
  source: z.string(),
  licence: z.string(),
  published: z.string().nullable(),
  received: z.string(),
  revision: z.int(),
  period: z.string(),
  geography: z.string(),
  rows: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const ENTRIES = z.object({ releases: z.array(IMPORTED) });

/** Where a store keeps the releases it was given. */
function statisticsFolder(storeFolder: string): string {
  return join(storeFolder, 'statistics');
}

/** The file of observations of an imported release. */
export function observationsOf(storeFolder: string, release: Release): string {
  return join(statisticsFolder(storeFolder), `${release.sha256}.parquet`);
}

/** What a store was given, in the order it was given. Empty where it was given nothing. */
export async function listImportedReleases(storeFolder: string): Promise<readonly Release[]> {
  const file = join(statisticsFolder(storeFolder), 'releases.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw new Refusal('place/unreadable-store', `Kith cannot read ${file}: ${messageOf(error)}.`, { cause: error });
  });
  if (text === undefined) return [];
  return entriesOf(text, file).map(({ published, ...entry }) => ({
    ...entry,
    published: published ?? undefined,
    compiled: false,
    origin: 'imported',
  }));
}

/**
 * Keeps a release in a store: its CSV as it came, its observations, then its entry. The entry is written last and
 * whole (to a new file, then renamed), so that a crash leaves either the release or nothing of it in the list.
 * A release already kept changes nothing. Two imports at one moment must not share a store: the later list wins.
 */
export async function keepRelease(
  storeFolder: string,
  release: Release,
  csvGz: Uint8Array,
  observations: readonly Observation[],
): Promise<void> {
  const held = await listImportedReleases(storeFolder);
  if (held.some((other) => other.sha256 === release.sha256)) return;
  const folder = statisticsFolder(storeFolder);
  await mkdir(folder, { recursive: true });
  await writeWhole(join(folder, `${release.sha256}.csv.gz`), csvGz);
  await saveObservations(observationsOf(storeFolder, release), observations);
  const entries = [...held, release].map(({ published, compiled: _compiled, origin: _origin, ...entry }) => ({
    ...entry,
    published: published ?? null,
  }));
  await writeWhole(join(folder, 'releases.json'), `${JSON.stringify({ releases: entries }, null, 2)}\n`);
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const draft = `${file}.part`;
  try {
    await writeFile(draft, content, { flush: true });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function entriesOf(text: string, file: string): z.infer<typeof ENTRIES>['releases'] {
  try {
    return ENTRIES.parse(JSON.parse(text)).releases;
  } catch (error) {
    throw new Refusal(
      'place/damaged-releases',
      `${file} is damaged. Put it back from a copy, or delete it and import again.`,
      {
        cause: error,
      },
    );
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
