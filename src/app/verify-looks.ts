import { Refusal } from '#kernel';
import { verifyLooks } from '#access';
import type { VerifyLooks } from '#cli';
import { findStore } from '#exchange/area-files';
import { closeRecords, openRecords } from '#store';
import { recordsPlace } from './records-place.ts';
import { sealsFolder } from './seals-folder.ts';

/** Verifies the record of looks of an area that nobody serves, or that is on a server. */
export const verifyLooksOf: VerifyLooks = async (folder, { seals, ...options }) => {
  const area = await findStore(folder);
  if (!area) {
    throw new Refusal(
      'serve/no-area',
      `There is no area at ${folder}. Give the folder that kith serve was started with.`,
    );
  }
  const records = await openRecords(recordsPlace(area));
  try {
    return await verifyLooks(records, { folder: seals ?? sealsFolder(area), ...options });
  } finally {
    await closeRecords(records);
  }
};
