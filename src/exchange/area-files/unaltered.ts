import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '#kernel';
import { findHash, readManifest, type AreaFolder, type Manifest } from '#store';
import { parsedPath, rejectedPath } from './received.ts';

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
    const found = await findHash(join(area.received, sha256));
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

/** Files that this process found to be as they were written, each as it stands on the disk now. */
const found = new Set<string>();

/**
 * Holds what was read from received files, and is read again for every answer, against the hashes that were noted when it
 * was written. A file that is damaged or gone is named: no figure is ever worked out from it. Parquet has no sum of its own.
 */
export async function mustBeAsRead(area: AreaFolder, { files }: Manifest): Promise<void> {
  const damaged: string[] = [];
  for (const file of files) {
    const { parsed } = file;
    if (!parsed) continue;
    const whole =
      (await isAsWritten(parsedPath(area, file), parsed.rows)) &&
      (await isAsWritten(rejectedPath(area, file), parsed.rejected));
    if (!whole) damaged.push(`${file.name} (received ${file.receivedAt.slice(0, 10)}, ${file.importId})`);
  }
  if (damaged.length === 0) return;
  throw new Refusal(
    'store/parsed-damaged',
    `What was read from ${damaged.join(', ')} is damaged or gone from ${area.parsed}: restore the area’s folder from a copy, or take that import out with kith forget and bring the file in again.`,
  );
}

async function isAsWritten(path: string, hash: string): Promise<boolean> {
  const there = await stat(path, { bigint: true }).catch(() => undefined);
  const as = there && [path, there.ino, there.size, there.mtimeNs, hash].join(' ');
  if (as !== undefined && found.has(as)) return true;
  if ((await findHash(path)) !== hash) return false;
  if (as !== undefined) found.add(as);
  return true;
}
