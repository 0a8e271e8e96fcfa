import type { Clock, Upn } from '#kernel';
import { drawStandIn, type Access, type Actor, type ErasureGround, type TakenOut } from '#access';
import { getFormat, rewriteReceived, type Removal, type Rewritten } from '#exchange/area-files';
import { quoted, scrubRecords, type AreaFolder, type Records } from '#store';
import { beginJournal, endJournal, findBegun, type Begun } from './journal.ts';

/** What erasing needs of its surroundings. Nobody else has the area open meanwhile. */
export type Erasing = {
  readonly area: AreaFolder;
  readonly records: Records;
  readonly access: Access;
  readonly clock: Clock;
  /** Works the account out anew from the files as they are now, and publishes it. */
  readonly publish: () => Promise<void>;
};

export type Erased = TakenOut & {
  readonly rewritten: readonly Rewritten[];
  /** False: the records are on a server, whose files and log are for its operator to clear. */
  readonly scrubbed: boolean;
};

/**
 * Erases one child (UK GDPR article 17): out of the files as received, of what was read and derived from them, of the
 * records, and of what the database keeps of deleted rows. Looks stay, without her. It is finished or not begun: a note on
 * the disk outlives a stop, and `finishErasure` goes on from it.
 */
export async function eraseChild(
  erasing: Erasing,
  actor: Actor,
  child: { readonly upn: Upn; readonly because: ErasureGround },
): Promise<Erased> {
  const begun: Begun = { ...child, standIn: drawStandIn(), actor: actor.id };
  await erasing.access.mayTakeOut(actor, begun);
  await beginJournal(erasing.area, begun);
  return carryOut(erasing, actor, begun);
}

/** Goes on with an erasure that a stop cut short; undefined where none was begun. */
export async function finishErasure(erasing: Erasing, actorOf: (id: string) => Actor): Promise<Erased | undefined> {
  const begun = await findBegun(erasing.area);
  return begun && carryOut(erasing, actorOf(begun.actor), begun);
}

// Every step can be done again: what is done already changes nothing.
async function carryOut(
  { area, records, access, clock, publish }: Erasing,
  actor: Actor,
  begun: Begun,
): Promise<Erased> {
  const rewritten = await rewriteReceived(area, removalOf(begun.upn), begun.because, clock);
  await publish();
  const taken = await access.takeChildOut(actor, begun);
  const scrubbed = await scrubRecords(records);
  await endJournal(area);
  return { ...taken, rewritten, scrubbed };
}

/** Every line about the child, and the UPN wherever else it stands: in another child’s row, or in a line that is no row. */
function removalOf(upn: Upn): Removal {
  const named = (relation: string): string => `select line from ${relation} where upn = ${quoted(upn)}`;
  return {
    lines: (kind) =>
      getFormat(kind).columns.some(({ name }) => name === 'upn')
        ? `${named('read')} union ${named('unread')}`
        : named('unread'),
    word: upn,
  };
}
