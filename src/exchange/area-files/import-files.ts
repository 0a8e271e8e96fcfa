import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Refusal, type Clock } from '#kernel';
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
import { keepBefore } from './derived-before.ts';
import { asPlaceRefusal } from './place-refusal.ts';
import { discard, readIncoming, type Incoming, type Progress, type Read } from './receive.ts';

export type ImportOptions = {
  readonly clock: Clock;
  /** Who imports: an actor’s or user’s name, kept in the list of imports. */
  readonly by: string;
  readonly progress?: Progress;
  /** For example `2GiB`. */
  readonly memoryLimit?: string;
  /** What else the area says of itself, set on its first import. */
  readonly about?: Partial<Pick<Manifest, 'name' | 'demonstration' | 'region'>>;
  /** False for a folder that is only read once: the bytes as received are not copied. */
  readonly keep?: boolean;
};

export type ImportResult = {
  readonly manifest: Manifest;
  readonly files: readonly ReceivedFile[];
  /** Names of files whose very bytes the area already holds: importing twice changes nothing. */
  readonly held: readonly string[];
};

/** Brings files into an area: all of them, or, where one cannot be read, none. */
export async function importFiles(
  area: AreaFolder,
  incoming: readonly Incoming[],
  options: ImportOptions,
): Promise<ImportResult> {
  try {
    return await importLeased(area, incoming, options);
  } catch (error) {
    throw asPlaceRefusal(error, area.path);
  }
}

async function importLeased(
  area: AreaFolder,
  incoming: readonly Incoming[],
  options: ImportOptions,
): Promise<ImportResult> {
  const lease = await takeImporterLease(area);
  try {
    const before = await readManifest(area);
    await sweep(area, before);
    const folders = [area.path, ...new Set(incoming.map((file) => dirname(resolve(file.path))))];
    const warehouse = await Warehouse.open({
      folders,
      memoryLimit: options.memoryLimit ?? '2GiB',
      spillFolder: `${area.path}/spill`,
    });
    try {
      return await importHeld(warehouse, area, before, incoming, options);
    } finally {
      warehouse.close();
      await rm(`${area.path}/spill`, { recursive: true, force: true });
    }
  } finally {
    await lease.release();
  }
}

async function importHeld(
  warehouse: Warehouse,
  area: AreaFolder,
  before: Manifest,
  incoming: readonly Incoming[],
  options: ImportOptions,
): Promise<ImportResult> {
  // What was taken out of a file does not come back with the bytes that it came with.
  const held = new Set([...before.files.map(({ sha256 }) => sha256), ...before.rewritten.map(({ from }) => from)]);
  const { reads, skipped, refusals } = await readAll(warehouse, area, incoming, held, options);
  if (refusals.length > 0) {
    await Promise.all(reads.map((read) => discard(area, read)));
    throw refusals.length === 1 && refusals[0]
      ? refusals[0]
      : new Refusal('import/refused', refusals.map((one) => one.message).join('\n'));
  }
  if (reads.length === 0) return { manifest: before, files: [], held: skipped };
  const next = manifestWith(before, reads, options);
  if (options.keep ?? true) {
    await deriveRegister(warehouse, area, next, options.clock);
    await keepBefore(area, before, next);
  }
  await commitManifest(area, next);
  await sweep(area, next);
  return { manifest: next, files: next.files.slice(before.files.length), held: skipped };
}

async function readAll(
  warehouse: Warehouse,
  area: AreaFolder,
  incoming: readonly Incoming[],
  held: ReadonlySet<string>,
  options: ImportOptions,
): Promise<{
  readonly reads: readonly Read[];
  readonly skipped: readonly string[];
  readonly refusals: readonly Refusal[];
}> {
  const reads: Read[] = [];
  const skipped: string[] = [];
  const refusals: Refusal[] = [];
  for (const file of incoming) {
    try {
      const read = await readIncoming(warehouse, area, file, {
        keep: options.keep ?? true,
        isHeld: (sha256) => held.has(sha256),
        progress: options.progress,
      });
      if (read === 'held') skipped.push(file.name);
      else reads.push(read);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error);
    }
  }
  return { reads, skipped, refusals };
}

function manifestWith(before: Manifest, reads: readonly Read[], options: ImportOptions): Manifest {
  const at = timeOf(before, options.clock);
  const version = before.version + 1;
  const id = `import-${version}`;
  const first = Math.max(0, ...before.files.map((file) => file.position)) + 1;
  return {
    ...before,
    ...options.about,
    version,
    imports: [...before.imports, { id, at, by: options.by }],
    files: [
      ...before.files,
      ...reads.map((read, index) => ({ ...read, receivedAt: at, importId: id, position: first + index })),
    ],
  };
}
