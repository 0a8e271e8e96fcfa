import type { Clock } from '#kernel';
import { createAccess, type Access, type Purpose } from '#access';
import { closeRecords, openRecords, type Records } from '#store';

/** The door to empty records in memory, for tests of pages that read records and no account. */
export async function openAccess(
  clock: Clock,
): Promise<{ readonly access: Access; readonly records: Records; readonly close: () => Promise<void> }> {
  const records = await openRecords();
  return { access: createAccess(records, clock), records, close: () => closeRecords(records) };
}

/** A door that nobody may use: whoever does is told `why`. With one purpose left open, where pages may ask for that. */
export function closedAccess(why: string, left?: { readonly purpose: Purpose; readonly of: Access }): Access {
  const closed = (): never => {
    throw new Error(why);
  };
  return {
    actingAs: (actor, purpose, subject, work) =>
      purpose === left?.purpose ? left.of.actingAs(actor, purpose, subject, work) : closed(),
    permitFor: closed,
    listLooks: closed,
    readLooks: closed,
    findSeers: closed,
    listOwnTies: closed,
    openEmergency: closed,
    findEmergency: closed,
    countEmergenciesWaiting: async () => 0,
    findRestrictionUnseen: async () => undefined,
    leavesOutOf: closed,
    publish: closed,
    mayTakeOut: closed,
    takeChildOut: closed,
    clearPastTime: closed,
  };
}
