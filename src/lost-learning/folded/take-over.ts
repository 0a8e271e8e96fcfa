import { copyFile, link, rm } from 'node:fs/promises';
import { findHash } from '#store';
import { PART_FILES, partFileIn, type Part } from './parts.ts';

/** A folded register of the same year made before, by the same rules and with numbers that still stand. */
export type Before = { readonly folder: string; readonly parts: readonly Part[] };

/**
 * Puts the files of a part of before in the place of those that would be made, where it was folded from what this digest
 * says and its bytes are still those that were written; undefined where it has to be folded.
 */
export async function takeOver(
  before: Before | undefined,
  name: string,
  digest: string,
  folder: string,
): Promise<Part | undefined> {
  const found = before?.parts.find((part) => part.part === name && part.digest === digest);
  if (!before || !found) return undefined;
  for (const file of PART_FILES) {
    const to = partFileIn(folder, file, name);
    if ((await taken(partFileIn(before.folder, file, name), to)) && (await findHash(to)) === found.hashes[file])
      continue;
    // What is written next must not be written into the other folder’s file.
    for (const one of PART_FILES) await rm(partFileIn(folder, one, name), { force: true });
    return undefined;
  }
  return found;
}

/** The very file under a second name, or a copy where the file system cannot do that; false where it is gone. */
async function taken(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to).catch(() => copyFile(from, to));
    return true;
  } catch {
    return false;
  }
}
