import { rm } from 'node:fs/promises';
import type { Clock } from '#kernel';
import {
  commitManifest,
  readManifest,
  sweep,
  takeImporterLease,
  Warehouse,
  type AreaFolder,
  type Manifest,
  type ReceivedFile,
} from '#store';
import { deriveRegister } from './derive-register.ts';
import { formats } from './formats.ts';
import { rewriteFile, type Removal } from './rewrite-file.ts';

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
  const lease = await takeImporterLease(area);
  const spillFolder = `${area.path}/spill`;
  const warehouse = await Warehouse.open({ folders: [area.path], memoryLimit: '2GiB', spillFolder });
  try {
    const before = await readManifest(area);
    const { files, changes } = await rewriteAll(warehouse, area, before, removal);
    if (changes.length > 0) {
      const at = clock.now();
      const imports = before.imports.filter(({ id }) => files.some((file) => file.importId === id));
      const rewritten = changes.map((change): Rewritten => ({ ...change, at, because }));
      const next: Manifest = {
        ...before,
        version: before.version + 1,
        imports,
        files,
        rewritten: [...before.rewritten, ...rewritten],
      };
      await deriveRegister(warehouse, area, next, clock);
      await commitManifest(area, next);
      await sweep(area, next);
      return rewritten;
    }
    // What a stop left behind after the manifest had changed goes now.
    await sweep(area, before);
    return [];
  } finally {
    warehouse.close();
    await rm(spillFolder, { recursive: true, force: true });
    await lease.release();
  }
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
    const kind = formats.find((format) => format.kind === file.kind)?.kind;
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
