import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** SHA-256 of a file’s bytes; undefined where it is not there or cannot be read. */
export async function findHash(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
