import { Refusal, type Clock } from '#kernel';
import { goOnSealing, verifyLooks, type SetAside } from '#access';
import type { GoOnSealing, VerifyLooks } from '#cli';
import { findStore } from '#exchange/area-files';
import { closeRecords, openRecords, type Records } from '#store';
import { recordsPlace } from './records-place.ts';
import { sealsFolder } from './seals-folder.ts';

/** Verifies the record of looks of an area that nobody serves, or that is on a server. */
export const verifyLooksOf: VerifyLooks = (folder, { seals, ...options }) =>
  withSeals(folder, seals, (records, found) => verifyLooks(records, { folder: found, ...options }));

/** Sets aside what its records no longer have, once a backup was restored into them. */
export const goOnSealingOf = (clock: Clock, ...[folder, { seals }]: Parameters<GoOnSealing>): Promise<SetAside> =>
  withSeals(folder, seals, (records, found) => goOnSealing(records, clock, found));

async function withSeals<T>(
  folder: string,
  seals: string | undefined,
  work: (records: Records, seals: string) => Promise<T>,
): Promise<T> {
  const area = await findStore(folder);
  if (!area) {
    throw new Refusal(
      'serve/no-area',
      `There is no area at ${folder}. Give the folder that kith serve was started with.`,
    );
  }
  const records = await openRecords(recordsPlace(area));
  try {
    return await work(records, seals ?? sealsFolder(area));
  } finally {
    await closeRecords(records);
  }
}
