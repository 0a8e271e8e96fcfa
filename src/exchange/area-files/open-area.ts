import { readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal, type AcademicYear, type Clock } from '#kernel';
import {
  areaFolderAt,
  isAreaFolder,
  openPassingFolder,
  readManifest,
  Warehouse,
  type AreaFolder,
  type Manifest,
  type PassingFolder,
} from '#store';
import { findKindByName } from './formats.ts';
import { importFiles } from './import-files.ts';
import { packedOf } from './derive-register.ts';
import { beforeFolder } from './derived-before.ts';
import { createReceived } from './received.ts';
import { listAreaFiles, type Progress } from './receive.ts';
import { mustBeAsRead } from './unaltered.ts';

/** An area open for questions: its `received_*` relations stand in the warehouse. */
export type OpenArea = {
  readonly area: AreaFolder;
  readonly manifest: Manifest;
  readonly warehouse: Warehouse;
  /** Files in the folder whose name and size are in no import: the answers are without them. */
  readonly notImported: readonly string[];
  /** Where what is derived from this version of the area stands: a folder that the warehouse may write, if there is room. */
  readonly derived: string;
  /** Where what was derived of the version before stands, until it is used or the next comes. */
  readonly derivedBefore: string;
  /** A folder for what is needed only while the area is open; the warehouse may write it too. */
  readonly scratch: string;
  /** Packed register files of a year, where they hold all that is known now. */
  readonly packed: (year: AcademicYear) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

export type OpenOptions = { readonly clock: Clock; readonly progress?: Progress; readonly memoryLimit?: string };

/** Where `kith import <folder>` keeps what it received, unless told otherwise. */
export const STORE_IN_FOLDER = '.kith';

/** The area’s store that a folder means: itself, or the one inside it; undefined where it holds only files. */
export async function findStore(folder: string): Promise<AreaFolder | undefined> {
  for (const path of [folder, join(folder, STORE_IN_FOLDER)]) {
    if (await isAreaFolder(path)) return areaFolderAt(path);
  }
  return undefined;
}

/** Opens a folder for questions: a store as it stands, or plain files, read for this once into a folder of their own. */
export async function openArea(folder: string, options: OpenOptions): Promise<OpenArea> {
  const store = await findStore(folder);
  if (store) return { ...(await openStore(store, options)), notImported: await notImportedIn(folder, store) };
  const incoming = await listAreaFiles(folder);
  const temporary = await openPassingFolder(tmpdir(), 'kith-read-once-');
  try {
    const area = areaFolderAt(temporary.path);
    const { progress, memoryLimit } = options;
    await importFiles(area, incoming, {
      clock: options.clock,
      by: 'read once',
      keep: false,
      ...(progress ? { progress } : {}),
      ...(memoryLimit ? { memoryLimit } : {}),
    });
    const open = await openStore(area, options);
    return { ...open, close: () => closed(open, temporary) };
  } catch (error) {
    await temporary.close();
    throw error;
  }
}

// By name and size: enough to notice a file that was added or exported again, without reading it.
async function notImportedIn(folder: string, store: AreaFolder): Promise<readonly string[]> {
  const { files } = await readManifest(store);
  const held = new Set(files.map((file) => `${file.name} ${file.bytes}`));
  const names = (await readdir(folder)).filter((name) => findKindByName(name) !== undefined).toSorted();
  const sizes = await Promise.all(names.map(async (name) => ({ name, size: (await stat(join(folder, name))).size })));
  return sizes.filter(({ name, size }) => !held.has(`${name} ${size}`)).map(({ name }) => name);
}

async function closed(open: OpenArea, temporary: PassingFolder): Promise<void> {
  await open.close();
  await temporary.close();
}

/** Of fewer rows a statement is over before a second thread has begun with it: that takes a processor a third longer. */
const FEW = 500_000;

/** How many threads so many rows are worth: one, or as many as there are processors. */
function threadsFor(rows: number): { readonly threads?: number } {
  return rows < FEW ? { threads: 1 } : {};
}

export async function openStore(area: AreaFolder, options: Pick<OpenOptions, 'memoryLimit'>): Promise<OpenArea> {
  const manifest = await readManifest(area);
  if (manifest.files.length === 0) {
    throw new Refusal('store/empty', `${area.path} holds no files yet. Bring some in with: kith import <folder>`);
  }
  const scratch = await openPassingFolder(tmpdir(), 'kith-scratch-');
  const warehouse = await Warehouse.open({
    folders: [area.path],
    memoryLimit: options.memoryLimit ?? '4GiB',
    spillFolder: scratch.path,
    ...threadsFor(manifest.files.reduce((sum, { rows }) => sum + rows, 0)),
  });
  const close = async (): Promise<void> => {
    warehouse.close();
    await scratch.close();
  };
  try {
    await mustBeAsRead(area, manifest);
    await createReceived(warehouse, area, manifest);
    const derived = join(area.derived, String(manifest.version));
    const packed = (year: AcademicYear): Promise<readonly string[]> => packedOf(area, manifest, year);
    const derivedBefore = beforeFolder(area, manifest.version);
    return { area, manifest, warehouse, notImported: [], derived, derivedBefore, scratch: scratch.path, packed, close };
  } catch (error) {
    await close();
    throw error;
  }
}
