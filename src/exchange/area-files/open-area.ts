import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal, type AcademicYear, type Clock } from '#kernel';
import { areaFolderAt, isAreaFolder, readManifest, Warehouse, type AreaFolder, type Manifest } from '#store';
import { importFiles } from './import-files.ts';
import { packedOf } from './derive-register.ts';
import { createReceived } from './received.ts';
import { listAreaFiles, type Progress } from './receive.ts';

/** An area open for questions: its `received_*` relations stand in the warehouse. */
export type OpenArea = {
  readonly area: AreaFolder;
  readonly manifest: Manifest;
  readonly warehouse: Warehouse;
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
  if (store) return openStore(store, options);
  const incoming = await listAreaFiles(folder);
  const temporary = await mkdtemp(join(tmpdir(), 'kith-'));
  try {
    const area = areaFolderAt(temporary);
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
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

async function closed(open: OpenArea, temporary: string): Promise<void> {
  await open.close();
  await rm(temporary, { recursive: true, force: true });
}

export async function openStore(area: AreaFolder, options: Pick<OpenOptions, 'memoryLimit'>): Promise<OpenArea> {
  const manifest = await readManifest(area);
  if (manifest.files.length === 0) {
    throw new Refusal('store/empty', `${area.path} holds no files yet. Bring some in with: kith import <folder>`);
  }
  const spillFolder = await mkdtemp(join(tmpdir(), 'kith-spill-'));
  const warehouse = await Warehouse.open({
    folders: [area.path],
    memoryLimit: options.memoryLimit ?? '4GiB',
    spillFolder,
  });
  const close = async (): Promise<void> => {
    warehouse.close();
    await rm(spillFolder, { recursive: true, force: true });
  };
  try {
    await createReceived(warehouse, area, manifest);
    return { area, manifest, warehouse, packed: (year) => packedOf(area, manifest, year), close };
  } catch (error) {
    await close();
    throw error;
  }
}
