import { constants } from 'node:fs';
import { access, link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { findInstant, randomId, Refusal, type Clock, type Instant } from '#kernel';
import { hashOfText } from './file-hash.ts';
import { takeFolder, type FolderLock } from './records/folder-lock.ts';
import { replaceFile, settleFile, settleFolder } from './replace-file.ts';

/**
 * The warehouse of one area on disk. What was received is kept as it came, under the hash of its bytes (only what may not
 * be kept is taken out, and then the manifest says so); what was read from it is Parquet beside it; and one small file, the manifest, names what counts. Replacing the manifest is the only
 * step that changes an answer, so that a kill at any moment leaves the old state or the new one.
 */
const receivedFile = z.object({
  sha256: z.string(),
  kind: z.string(),
  name: z.string(),
  bytes: z.number(),
  rows: z.number(),
  rejected: z.number(),
  /** Rows without a recorded_at: they count as recorded when the file was received. */
  undated: z.number(),
  /** The latest recorded_at in the file, or null. */
  latest: z.string().nullable(),
  receivedAt: z.string(),
  importId: z.string(),
  /** Reading order over all imports. */
  position: z.number(),
  /** SHA-256 of what was read from it and of what was rejected in it, as written; none in areas of an older Kith. */
  parsed: z.object({ rows: z.string(), rejected: z.string() }).optional(),
  ignoredColumns: z.array(z.string()),
  layout: z.string().nullable(),
});
export type ReceivedFile = Readonly<z.infer<typeof receivedFile>>;

const importEntry = z.object({ id: z.string(), at: z.string(), by: z.string() });
export type ImportEntry = Readonly<z.infer<typeof importEntry>>;

const manifest = z.object({
  /** Counts up with every change. */
  version: z.number(),
  name: z.string().nullable(),
  /** True where the area was made by `kith demo`: its people are invented. */
  demonstration: z.boolean(),
  /** The region whose published figures stand beside the area’s, where the area has none of its own. */
  region: z.string().nullable(),
  imports: z.array(importEntry),
  files: z.array(receivedFile),
  /** Imports that were taken out again, and when: their files are gone. */
  forgotten: z.array(z.object({ id: z.string(), at: z.string() })),
  /**
   * Received files that were rewritten since, because something in them may not be kept (room `rights`): the hash of the
   * bytes as they came, of those that took their place (null: nothing was left), when, and the ground. Never whom.
   */
  rewritten: z
    .array(z.object({ from: z.string(), to: z.string().nullable(), at: z.string(), because: z.string() }))
    .default([]),
  /** The area’s own layouts, as data (exchange/layouts reads them). */
  layouts: z.array(z.unknown()),
  /** The area’s own half terms, six a year, where it set them: academic year to first and last days. */
  terms: z.record(z.string(), z.array(z.object({ first: z.string(), last: z.string() }))).default({}),
});
export type Manifest = Readonly<z.infer<typeof manifest>>;

/** What stands around it: a manifest of format 2 says the hash of its content, one of an older Kith none. */
const written = z.looseObject({ format: z.union([z.literal(1), z.literal(2)]), sum: z.string().optional() });

const EMPTY: Manifest = {
  version: 0,
  name: null,
  demonstration: false,
  region: null,
  imports: [],
  files: [],
  forgotten: [],
  rewritten: [],
  layouts: [],
  terms: {},
};

const MANIFEST = 'kith-area.json';
const AREA_ID = 'area-id';

export type AreaFolder = {
  readonly path: string;
  readonly received: string;
  readonly parsed: string;
  readonly derived: string;
};

export function areaFolderAt(path: string): AreaFolder {
  const whole = resolve(path);
  return {
    path: whole,
    received: join(whole, 'received'),
    parsed: join(whole, 'parsed'),
    derived: join(whole, 'derived'),
  };
}

export async function isAreaFolder(path: string): Promise<boolean> {
  return access(join(path, MANIFEST), constants.R_OK).then(
    () => true,
    () => false,
  );
}

/**
 * The id of an area, made the first time that somebody asks, and kept in its folder. Records say by it which area they
 * are of. It stays when files go and come.
 */
export async function areaIdOf(area: AreaFolder): Promise<string> {
  return (await findAreaId(area)) ?? keepAreaId(area, randomId());
}

export async function findAreaId(area: AreaFolder): Promise<string | undefined> {
  const text = await readFile(join(area.path, AREA_ID), 'utf8').catch(() => '');
  return text.trim() || undefined;
}

/** Gives an area this id, and returns the one that it has: of two that ask first at once, one is kept. */
export async function keepAreaId(area: AreaFolder, id: string): Promise<string> {
  const draft = join(area.path, `${AREA_ID}.${randomId()}`);
  await writeFile(draft, `${id}\n`);
  try {
    // A hard link appears whole or not at all, and never replaces.
    await link(draft, join(area.path, AREA_ID)).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return (await findAreaId(area)) ?? id;
}

/** The manifest as it stands; an empty one where the folder is new. */
export async function readManifest(area: AreaFolder): Promise<Manifest> {
  const text = await readFile(join(area.path, MANIFEST), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return EMPTY;
  const parsed = manifest.safeParse(contentOf(text));
  if (!parsed.success) {
    throw new Refusal(
      'store/manifest',
      `${area.path} holds a ${MANIFEST} that is damaged, or that this version of Kith cannot read. Use the version that wrote it, or restore the folder from a copy.`,
    );
  }
  return parsed.data;
}

/** When an area was last changed; undefined where it is new. */
export function lastChange({ imports, files, forgotten, rewritten }: Manifest): Instant | undefined {
  const all = [...imports, ...forgotten, ...rewritten].map(({ at }) => at);
  const latest = [...all, ...files.map(({ receivedAt }) => receivedAt)].reduce((one, at) => (at > one ? at : one), '');
  return findInstant(latest);
}

/**
 * The time by a clock, and no earlier than the last change of an area: what came later is the later word, also where the
 * clock of a machine was put back in between, and nothing that was received is still to come.
 */
export function timeOf(area: Manifest, clock: Clock): Instant {
  const [now, last] = [clock.now(), lastChange(area)];
  return last !== undefined && last > now ? last : now;
}

/** The content of a manifest’s text; undefined where that is not as it was written: a moment in it may be another. */
function contentOf(text: string): unknown {
  const said = written.safeParse(jsonIn(text));
  if (!said.success) return undefined;
  const { format, sum, ...content } = said.data;
  return format === 1 || sum === sumOf(content) ? content : undefined;
}

function sumOf(content: unknown): string {
  return hashOfText(JSON.stringify(content));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Holds the area for one importer. A second one is told who holds it. */
export async function takeImporterLease(area: AreaFolder): Promise<FolderLock> {
  await mkdir(area.path, { recursive: true });
  try {
    return await takeFolder(join(area.path, 'importer'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      'store/import-in-progress',
      `Another import into ${area.path} is under way. Wait until it has finished, then try again.`,
      { cause: error },
    );
  }
}

/**
 * Makes a manifest the one that counts, all at once: written, flushed to disk, then renamed over the old one. What it is
 * the first to name of received files is on the disk before: all else can be made of them again.
 */
export async function commitManifest(area: AreaFolder, next: Manifest): Promise<void> {
  const [before, there] = await Promise.all([readManifest(area), namesIn(area.received)]);
  const named = new Set(before.files.map((file) => file.sha256));
  const first = new Set(next.files.map((file) => file.sha256).filter((name) => !named.has(name)));
  for (const name of there.filter((one) => first.has(one))) await settleFile(join(area.received, name));
  if (there.length > 0) await settleFolder(area.received);
  const content = { format: 2, sum: sumOf(next), ...next };
  await replaceFile(join(area.path, MANIFEST), `${JSON.stringify(content, null, 1)}\n`);
}

/** Removes what no manifest names: left by a killed import, or forgotten. Only for the holder of the lease. */
export async function sweep(area: AreaFolder, current: Manifest): Promise<void> {
  const kept = new Set(current.files.map((file) => file.sha256));
  for (const folder of [area.received, area.parsed]) {
    for (const name of await namesIn(folder)) {
      if (!kept.has(name.slice(0, 64))) await rm(join(folder, name), { recursive: true, force: true });
    }
  }
  for (const name of await namesIn(area.derived)) {
    if (name !== String(current.version)) await rm(join(area.derived, name), { recursive: true, force: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
