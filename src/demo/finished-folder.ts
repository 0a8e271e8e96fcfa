import { rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '#kernel';

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
  try {
    await rename(draft, folder);
  } catch (cause) {
    throw new Refusal(
      'demo/folder-in-use',
      `The folder ${folder} holds files already. Choose a folder that is empty or does not exist`,
      { cause },
    );
  }
}
