import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#kernel';
import { areaFolderAt, type AreaFolder, type Manifest } from '#store';
import type { Read } from './receive.ts';
import { parsedPath, rejectedPath } from './received.ts';

/**
 * An area beside the real one, for asking what a change would do: the files it holds by links, the incoming ones by
 * what was read of them. Nothing is written into the real area.
 */

export async function makeScratchArea(folder: string, real: AreaFolder, held: Manifest): Promise<AreaFolder> {
  const scratch = areaFolderAt(folder);
  await Promise.all([scratch.received, scratch.parsed].map((path) => mkdir(path, { recursive: true })));
  for (const file of held.files) {
    for (const path of [parsedPath, rejectedPath]) await symlink(path(real, file), path(scratch, file));
  }
  return scratch;
}

/** The first place in reading order that is free. */
export function firstFree(held: Manifest): number {
  return Math.max(0, ...held.files.map((file) => file.position)) + 1;
}

/** The manifest as it would be if these files were brought in now. */
export function manifestWith(held: Manifest, reads: readonly Read[], now: Instant): Manifest {
  const first = firstFree(held);
  const importId = 'preview';
  return {
    ...held,
    files: [
      ...held.files,
      ...reads.map((read, index) => ({ ...read, receivedAt: now, importId, position: first + index })),
    ],
  };
}

/** The same, with only what incoming rows are judged against: the schools, days and rolls held, and what comes in. */
export function judgedManifest(all: Manifest, first: number): Manifest {
  const against = ['schools', 'sessions', 'roll'];
  return {
    ...all,
    // Findings name a file; two files may bear one name, so here each goes by its place.
    files: all.files
      .filter((file) => file.position >= first || against.includes(file.kind))
      .map((file) => ({ ...file, name: String(file.position) })),
  };
}

/** Where the rejections of the n-th incoming file are listed. */
export function rejectionsPath(folder: string, index: number): string {
  return join(folder, `rejections-${index}.csv`);
}
