import { Refusal, type Clock } from '#kernel';
import { deriveAgain } from './derive-register.ts';
import {
  areaFolderAt,
  commitManifest,
  readManifest,
  sweep,
  takeImporterLease,
  timeOf,
  type AreaFolder,
  type Manifest,
  type ReceivedFile,
} from '#store';

/** One received file in the list of imports: who brought in what, when, and what became of it. */
export type ImportRow = {
  readonly import: string;
  readonly at: string;
  readonly by: string;
  readonly file: string;
  readonly kind: string;
  readonly rows: number;
  readonly rejected: number;
  readonly layout: string;
  readonly sha256: string;
};

export function areaAt(path: string): AreaFolder {
  return areaFolderAt(path);
}

/** Every file of every import, in the order in which they came. */
export async function listImports(area: AreaFolder): Promise<readonly ImportRow[]> {
  const manifest = await readManifest(area);
  const byId = new Map(manifest.imports.map((entry) => [entry.id, entry]));
  return manifest.files.map((file) => ({
    import: file.importId,
    at: file.receivedAt.slice(0, 19),
    by: byId.get(file.importId)?.by ?? '',
    file: file.name,
    kind: file.kind,
    rows: file.rows,
    rejected: file.rejected,
    layout: file.layout ?? '',
    sha256: file.sha256.slice(0, 12),
  }));
}

/** Takes an import out: its files, as received and as read, and so everything that came from them. */
export async function forgetImport(area: AreaFolder, id: string, clock: Clock): Promise<readonly ReceivedFile[]> {
  const lease = await takeImporterLease(area);
  try {
    const before = await readManifest(area);
    const forgotten = before.files.filter((file) => file.importId === id);
    if (forgotten.length === 0) {
      const known = before.imports.map((entry) => entry.id).join(', ');
      throw new Refusal('import/unknown', `${area.path} has no import called ${id}. It has: ${known || 'none'}.`);
    }
    const next: Manifest = {
      ...before,
      version: before.version + 1,
      imports: before.imports.filter((entry) => entry.id !== id),
      files: before.files.filter((file) => file.importId !== id),
      forgotten: [...before.forgotten, { id, at: timeOf(before, clock) }],
    };
    await deriveAgain(area, next, clock);
    await commitManifest(area, next);
    await sweep(area, next);
    return forgotten;
  } finally {
    await lease.release();
  }
}

/** Keeps a layout with the area, so that the next file of its kind is read through it. */
export async function saveLayout(area: AreaFolder, layout: { readonly id: string }): Promise<void> {
  const lease = await takeImporterLease(area);
  try {
    const before = await readManifest(area);
    const others = before.layouts.filter((one) => !(isRecord(one) && one['id'] === layout.id));
    await commitManifest(area, { ...before, layouts: [...others, layout] });
  } finally {
    await lease.release();
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
