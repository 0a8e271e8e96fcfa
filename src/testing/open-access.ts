import type { Clock } from '#kernel';
import { createAccess, type Access } from '#access';
import { closeRecords, openRecords, type Records } from '#store';

/** The door to empty records in memory, for tests of pages that read records and no account. */
export async function openAccess(
  clock: Clock,
): Promise<{ readonly access: Access; readonly records: Records; readonly close: () => Promise<void> }> {
  const records = await openRecords();
  return { access: createAccess(records, clock), records, close: () => closeRecords(records) };
}
