import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '#kernel';
import { openPassingFolder } from '#store';

/** Stands in a folder only if `makeNorthmoor` filled it: it comes with the rest, by one rename. */
const MADE_BY_KITH = 'northmoor.json';

/** Whether a folder holds a whole Northmoor, so that an import that was stopped can go on from its files. */
export async function isNorthmoor(folder: string): Promise<boolean> {
  return stat(join(folder, MADE_BY_KITH)).then(
    () => true,
    () => false,
  );
}

// An empty folder may be there already; one that holds anything is left alone.
export async function putInPlace(draft: string, folder: string, made: object): Promise<void> {
  await writeFile(join(draft, MADE_BY_KITH), `${JSON.stringify(made)}\n`);
  await moveInto(draft, folder);
}

/**
 * Fills a folder at once: `fill` writes what is to stand in it into the first folder that it is given, and what it needs
 * meanwhile into the second. A stop leaves nothing that counts, and what a killed one left goes with the next.
 */
export async function fillFolder<T>(
  folder: string,
  fill: (whole: string, meanwhile: string) => Promise<T>,
): Promise<T> {
  const place = resolve(folder);
  if ((await readdir(place).catch(() => [])).length > 0) throw inUse(folder);
  await mkdir(dirname(place), { recursive: true });
  const passing = await openPassingFolder(dirname(place), `.${basename(place)}-draft-`);
  try {
    const [whole, meanwhile] = [join(passing.path, 'whole'), join(passing.path, 'meanwhile')];
    for (const each of [whole, meanwhile]) await mkdir(each);
    const made = await fill(whole, meanwhile);
    await moveInto(whole, place);
    return made;
  } finally {
    await passing.close();
  }
}

async function moveInto(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (cause) {
    throw inUse(folder, cause);
  }
}

function inUse(folder: string, cause?: unknown): Refusal {
  const message = `The folder ${folder} holds files already. Choose a folder that is empty or does not exist`;
  return new Refusal('demo/folder-in-use', message, { cause });
}
