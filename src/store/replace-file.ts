import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Puts a file in the place of another, all at once: written beside it, flushed to disk, then renamed over it. */
export async function replaceFile(path: string, text: string, mode?: number): Promise<void> {
  const draft = draftOf(path);
  const file = await open(draft, 'w', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await settleFolder(dirname(path));
}

/** Where it is written first; what a stop left there counts for nothing. */
export function draftOf(path: string): string {
  return `${path}.draft`;
}

/** A name that came or went is on the disk when its folder is. */
export async function settleFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().catch(() => undefined); // some file systems cannot flush a folder
  await folder.close();
}

/** What was written to a file, by whatever means, is on the disk. */
export async function settleFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
