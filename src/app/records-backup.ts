import { Refusal, type Clock } from '#kernel';
import { compareSeals } from '#access';
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
  type Records,
} from '#store';
import { recordsPlace } from './records-place.ts';
import { sealsFolder } from './seals-folder.ts';

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
    return { ...checked, standing, seals: await nextForSeals(records, sealsFolder(area)) };
  } finally {
    await closeRecords(records);
  }
}

/** What has to be done before looks are sealed again; undefined where nothing has to. */
async function nextForSeals(records: Records, folder: string): Promise<string | undefined> {
  try {
    const { kind, problem } = await compareSeals(records, folder);
    return kind === 'ahead'
      ? 'Looks were sealed since the backup was made, and until that is said no more are sealed. Run kith records go-on-sealing for this area before you start Kith. If this is a drill beside records in use, leave their seals alone: work on a copy of the folder of seals, which --seals and KITH_SEALS name.'
      : problem && `No looks are sealed as it is: ${problem}`;
  } catch (error) {
    if (error instanceof Refusal) return `No looks are sealed as it is: ${error.message}`;
    throw error;
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
