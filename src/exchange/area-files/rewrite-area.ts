import { rm } from 'node:fs/promises';
import type { Clock } from '#kernel';
import {
  commitManifest,
  readManifest,
  sweep,
  takeImporterLease,
  timeOf,
  Warehouse,
  type AreaFolder,
  type Manifest,
  type ReceivedFile,
} from '#store';
import { deriveRegister } from './derive-register.ts';
import { formats, type FileKind } from './formats.ts';
import { createReceived } from './received.ts';
import { countGoing, rewriteFile, type Removal } from './rewrite-file.ts';
import { mustBeAsRead } from './unaltered.ts';

export type Rewritten = Manifest['rewritten'][number];

/**
 * Takes something out of every received file, of what was read from it and of what was derived. Received files are kept
 * as they came; this is the one exception, and the manifest says both hashes, when and on which ground, and never whom.
 * A stop in the middle leaves the files as they were. Answers what was rewritten: nothing, where nothing had to go.
 */
export async function rewriteReceived(
  area: AreaFolder,
  removal: Removal,
  because: string,
  clock: Clock,
): Promise<readonly Rewritten[]> {
  return leased(area, async (warehouse, before) => {
    await prepare(warehouse, area, before, removal);
    const { files, changes } = await rewriteAll(warehouse, area, before, removal);
    if (changes.length === 0) {
      // What a stop left behind after the manifest had changed goes now.
      await sweep(area, before);
      return [];
    }
    const at = timeOf(before, clock);
    const rewritten = changes.map((change): Rewritten => ({ ...change, at, because }));
    const next: Manifest = {
      ...before,
      version: before.version + 1,
      imports: before.imports.filter(({ id }) => files.some((file) => file.importId === id)),
      files: [...files],
      rewritten: [...before.rewritten, ...rewritten],
    };
    await deriveRegister(warehouse, area, next, clock);
    await commitManifest(area, next);
    await sweep(area, next);
    return rewritten;
  });
}

/** How many lines of each kind of file a removal would take out. Nothing is changed. */
export async function countReceived(area: AreaFolder, removal: Removal): Promise<ReadonlyMap<FileKind, number>> {
  return leased(area, async (warehouse, manifest) => {
    await prepare(warehouse, area, manifest, removal);
    const counts = new Map<FileKind, number>();
    for (const file of manifest.files) {
      const kind = kindOf(file);
      if (!kind) continue;
      counts.set(kind, (counts.get(kind) ?? 0) + (await countGoing(warehouse, area, file, kind, removal)));
    }
    return counts;
  });
}

async function leased<T>(area: AreaFolder, work: (warehouse: Warehouse, manifest: Manifest) => Promise<T>): Promise<T> {
  const lease = await takeImporterLease(area);
  const spillFolder = `${area.path}/spill`;
  const warehouse = await Warehouse.open({ folders: [area.path], memoryLimit: '2GiB', spillFolder });
  try {
    return await work(warehouse, await readManifest(area));
  } finally {
    warehouse.close();
    await rm(spillFolder, { recursive: true, force: true });
    await lease.release();
  }
}

async function prepare(warehouse: Warehouse, area: AreaFolder, manifest: Manifest, removal: Removal): Promise<void> {
  // What is damaged would be written anew, as if it were whole.
  await mustBeAsRead(area, manifest);
  await createReceived(warehouse, area, manifest);
  for (const statement of removal.first ?? []) await warehouse.run(statement);
}

function kindOf(file: ReceivedFile): FileKind | undefined {
  return formats.find((format) => format.kind === file.kind)?.kind;
}

async function rewriteAll(
  warehouse: Warehouse,
  area: AreaFolder,
  before: Manifest,
  removal: Removal,
): Promise<{ readonly files: readonly ReceivedFile[]; readonly changes: readonly Pick<Rewritten, 'from' | 'to'>[] }> {
  const files: ReceivedFile[] = [];
  const changes: Pick<Rewritten, 'from' | 'to'>[] = [];
  for (const file of before.files) {
    const kind = kindOf(file);
    const next = kind && (await rewriteFile(warehouse, area, file, kind, removal));
    if (!next) {
      files.push(file);
      continue;
    }
    const empty = next.rows === 0 && next.rejected === 0;
    if (!empty) files.push(next);
    changes.push({ from: file.sha256, to: empty ? null : next.sha256 });
  }
  return { files, changes };
}
