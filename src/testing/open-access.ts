import type { Clock } from '#kernel';
import { createAccess, type Access } from '#access';
import { closeRecords, openRecords } from '#store';

/** The door to empty records in memory, for tests of pages that read records and no account. */
export async function openAccess(
  clock: Clock,
): Promise<{ readonly access: Access; readonly close: () => Promise<void> }> {
  const records = await openRecords();
  return { access: createAccess(records, clock), close: () => closeRecords(records) };
}
