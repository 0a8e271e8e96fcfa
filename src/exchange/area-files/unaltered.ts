import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '#kernel';
import { readManifest, type AreaFolder } from '#store';

/**
 * Reads every received file again and holds its bytes against the hash they are kept under, which the manifest says. All
 * else is worked out from these: where one byte of them is another, nobody can say what the figures stand on. Throws
 * `Refusal` with the files that differ, or are gone.
 */
export async function mustBeAsReceived(area: AreaFolder): Promise<void> {
  const { files } = await readManifest(area);
  const differ: string[] = [];
  const gone: string[] = [];
  for (const { name, sha256, receivedAt } of files) {
    const found = await hashOf(join(area.received, sha256));
    if (found === sha256) continue;
    (found === undefined ? gone : differ).push(`${name} (received ${receivedAt.slice(0, 10)})`);
  }
  if (differ.length + gone.length === 0) return;
  const said = [
    ...(differ.length > 0 ? [`the bytes kept of ${differ.join(', ')} are no longer those that were received`] : []),
    ...(gone.length > 0 ? [`the bytes kept of ${gone.join(', ')} are gone`] : []),
  ].join(', and ');
  throw new Refusal(
    'store/received-altered',
    `${said.charAt(0).toUpperCase()}${said.slice(1)}: restore the area’s folder from a copy, and find out who can write to it.`,
  );
}

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}
