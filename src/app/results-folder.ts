import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomId } from '#kernel';
import type { AreaFolder } from '#store';

/**
 * The sums of a publication stand in a folder of their own inside the derived folder of the area’s version, under a
 * name that nobody could know before: they count when the records name them, and in no other moment.
 */
export function newResults(version: number): string {
  return `${version}/${randomId()}`;
}

/** Where the sums of a publication stand. */
export function aggregatesFolder(area: AreaFolder, results: string): string {
  return join(area.derived, results, 'aggregates');
}

/** Where what to mend stands, child by child: read with a permit only. */
export function findingsFolder(area: AreaFolder, results: string): string {
  return join(area.derived, results, 'findings');
}

/** Removes what a publication of this version replaced, and what a publisher that was killed left. Only for the holder of the lease. */
export async function sweepResults(area: AreaFolder, results: string): Promise<void> {
  const [version = '', current] = results.split('/');
  const folder = join(area.derived, version);
  for (const name of await readdir(folder).catch(() => [])) {
    // Beside these stands the packed register of the version, which the next account reads.
    if (name !== current && isResults(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Also as an older Kith left them. */
function isResults(name: string): boolean {
  return /^[0-9a-f]{32}$/.test(name) || name === 'aggregates' || name === 'findings';
}
