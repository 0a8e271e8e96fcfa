import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from './data-folder.ts';
import { PUBLICATION_IDS } from './publications.ts';
import type { Release } from './release.ts';

const SOURCE = z.object({ repository: z.url(), commit: z.string().regex(/^[0-9a-f]{40}$/), path: z.string().min(1) });
const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const SHA256 = z.string().regex(/^[0-9a-f]{64}$/);

const CARRIED_FILE = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  file: z.string(),
  source: SOURCE,
  /** What was done to the file on the way here; `none` where it is as DfE made it. */
  changes: z.string(),
  licence: z.string(),
  retrieved: DAY,
  period: z.string(),
  geography: z.string(),
  rows: z.int().positive(),
  /** Of the file as it lies in `data/`. */
  fileSha256: SHA256,
  /** Of the CSV, unpacked. */
  sha256: SHA256,
});

const CARRIED_RELEASE = CARRIED_FILE.extend({
  publication: z.enum(PUBLICATION_IDS),
  /** How to read it: tidy EES columns, or one of a few shapes that only carried files have. */
  shape: z.enum(['ees', 'interactive-tool', 'suspension-duration', 'deprivation', 'community-waits']),
  published: DAY.optional(),
  revision: z.int().positive(),
  compiled: z.boolean(),
  /** For files whose `Academic year` may be a year not yet over. */
  covers: z.enum(['whole-year', 'year-to-date']).optional(),
  note: z.string().optional(),
  /** Rows (or single figures) that become no observation, by why; everything else in the file does. */
  leftOut: z.record(z.string(), z.int().positive()).optional(),
});

const CATALOGUE = z.object({ releases: z.array(CARRIED_RELEASE), lookups: z.array(CARRIED_FILE) });

export type CarriedFile = Readonly<z.infer<typeof CARRIED_FILE>>;
export type CarriedRelease = Readonly<z.infer<typeof CARRIED_RELEASE>>;

/** The catalogue `data/releases.json`. Throws where it is not in the shape its README promises. */
export function carriedCatalogue(): {
  readonly releases: readonly CarriedRelease[];
  readonly lookups: readonly CarriedFile[];
} {
  return CATALOGUE.parse(JSON.parse(readFileSync(join(DATA_FOLDER, 'releases.json'), 'utf8')));
}

/** What Kith carries, as releases. */
export function listCarriedReleases(): readonly Release[] {
  return carriedCatalogue().releases.map((carried) => ({
    id: carried.id,
    publication: carried.publication,
    title: carried.title,
    publisher: carried.publisher,
    source: `${carried.source.repository}, ${carried.source.path} at commit ${carried.source.commit.slice(0, 12)}`,
    licence: carried.licence,
    published: carried.published,
    received: carried.retrieved,
    revision: carried.revision,
    compiled: carried.compiled,
    period: carried.period,
    geography: carried.geography,
    rows: carried.rows,
    sha256: carried.sha256,
    origin: 'shipped',
  }));
}
