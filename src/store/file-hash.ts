import { createHash, webcrypto } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** Files at most this large are read at once, which is quicker; larger ones bit by bit. */
const AT_ONCE = 64 * 1024 * 1024;

/** SHA-256 of a file’s bytes, by which a derived file is known to be as it was written; undefined where it cannot be read. */
export async function findHash(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).size <= AT_ONCE ? await hashAtOnce(path) : await hashBitByBit(path);
  } catch {
    return undefined;
  }
}

/** Worked out beside other work: several files’ at once where there are processors for it. */
async function hashAtOnce(path: string): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', await readFile(path))).toString('hex');
}

async function hashBitByBit(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** SHA-256 of bytes that are at hand already. */
export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Writes what a folder says of itself as JSON, with its own hash on the line below. */
export async function writeSaid(path: string, said: unknown): Promise<void> {
  const json = JSON.stringify(said);
  await writeFile(path, `${json}\n${hashOfText(json)}\n`);
}

/** What such a file says; undefined where it is not there or not as it was written. */
export async function findSaid(path: string): Promise<unknown> {
  const [json = '', hash = ''] = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  return hash !== '' && hashOfText(json) === hash ? JSON.parse(json) : undefined;
}
