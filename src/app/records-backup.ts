import { Refusal, type Clock } from '#kernel';
import type { BackUp, Restore } from '#cli';
import { findStore } from '#exchange/area-files';
import {
  backUpRecords,
  checkBackup,
  closeRecords,
  findAreaId,
  keepAreaId,
  openRecords,
  restoreRecords,
  type AreaFolder,
} from '#store';
import { recordsPlace } from './records-place.ts';

/** Writes an area’s records to one file. */
export async function backUp(clock: Clock, ...[folder, path, onStep]: Parameters<BackUp>): ReturnType<BackUp> {
  const area = await getArea(folder);
  const records = await openRecords(recordsPlace(area));
  try {
    return await backUpRecords(records, path, clock, onStep);
  } finally {
    await closeRecords(records);
  }
}

/** Puts a backup into an area’s records, which hold nothing yet. */
export async function restore(...[folder, path, onStep]: Parameters<Restore>): ReturnType<Restore> {
  const area = await getArea(folder);
  // Before a store is opened, which would make one: a file that is no backup changes nothing at all.
  const checked = await checkBackup(path);
  const id = await findAreaId(area);
  if (checked.area !== undefined && id !== undefined && checked.area !== id) {
    throw new Refusal(
      'store/backup-other-area',
      `The backup is of another area (${checked.area}) than the one in ${area.path} (${id}). If it is the same area, whose files were brought in anew, write ${checked.area} into ${area.path}/area-id.`,
    );
  }
  const records = await openRecords(recordsPlace(area));
  try {
    const standing = await restoreRecords(records, path, onStep);
    if (checked.area !== undefined) await keepAreaId(area, checked.area);
    return { ...checked, standing };
  } finally {
    await closeRecords(records);
  }
}

async function getArea(folder: string): Promise<AreaFolder> {
  const area = await findStore(folder);
  if (area) return area;
  throw new Refusal(
    'serve/no-area',
    `There is no area at ${folder}. Give the folder that kith serve was started with; before restoring, bring its files there first.`,
  );
}
