import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AreaFolder, Manifest } from '#store';

/** Where a version keeps what was derived of the one before, for whoever can tell which of it is unchanged. */
export function beforeFolder(area: AreaFolder, version: number): string {
  return join(area.derived, String(version), BEFORE);
}

const BEFORE = 'before';
/** The last thing that is written into a folder that is whole. */
const ABOUT = 'about.json';

/**
 * Keeps what was derived of a version, its packed register apart, within reach of the next: the same files under second
 * names, so that it costs neither time nor room. Of what was at hand there and never used, the rest. Only for a version
 * that adds something: one that takes something out (an erasure, an import taken out) must leave nothing behind that
 * holds it.
 */
export async function keepBefore(area: AreaFolder, before: Manifest, next: Manifest): Promise<void> {
  const from = join(area.derived, String(before.version));
  const to = beforeFolder(area, next.version);
  await rm(to, { recursive: true, force: true });
  const own = (await wholeIn(from)).filter((folder) => !/^(register|before)(\/|$)/.test(folder));
  const older = (await wholeIn(join(from, BEFORE))).filter((folder) => !own.includes(folder));
  for (const folder of own) await linkFolder(join(from, folder), join(to, folder));
  for (const folder of older) await linkFolder(join(from, BEFORE, folder), join(to, folder));
}

/** Folders that were finished, by their place in `folder`. */
async function wholeIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(`/${ABOUT}`))
    .map((name) => dirname(name));
}

/** It is a help and no more: where it goes away meanwhile, or there is no room, all is made anew. */
async function linkFolder(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const target = join(to, path.slice(from.length));
    await mkdir(dirname(target), { recursive: true });
    await link(path, target)
      .catch(() => copyFile(path, target))
      .catch(() => undefined);
  }
}
