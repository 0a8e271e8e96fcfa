import { instantOf, type Clock } from '#kernel';
import { beginTransaction, type Records } from '#store';
import { findMeetingPoint } from './meeting-point.ts';
import { appendEntry, outsideFile, readTail, type Tail } from './outside-file.ts';
import { makeSeal, type Seal, type Signer } from './seal.ts';
import { openSigner, publicKeyPath, readPublicKeys } from './seal-key.ts';
import { becomeSealer, countUnsealed, findLastSeal, findUnsealed, holdSealing, insertSeal } from './stored-seals.ts';

/**
 * How long a transaction that writes a look may take, at most: what was sealed longer ago is settled. One that takes
 * longer is found at the next start, and told of by the verifier.
 */
const SETTLED_AFTER = 15 * 60_000;

/** Looks a seal. The embedded store has one session, which a seal holds for some milliseconds. */
export const BATCH = 1000;

export type SealingAnswer =
  | { readonly kind: 'sealed'; readonly seal: Seal }
  | { readonly kind: 'nothing' }
  /** Another process is sealing. */
  | { readonly kind: 'busy' }
  /** The database and the outside file do not go on from each other, and nothing was sealed. */
  | { readonly kind: 'trouble'; readonly problem: string };

/** Seals the looks that wait, a batch a call. Remembers where it left the outside file. */
export type Sealing = (everyLook: boolean) => Promise<SealingAnswer>;

export function createSealing(records: Records, clock: Clock, folder: string): Sealing {
  const path = outsideFile(folder);
  let tail: Tail | undefined;
  let signer: Signer | undefined;
  // Where a batch was full, the next goes on after it: a long backlog is gone through once.
  let after = 0;

  const sealNext = (everyLook: boolean): Promise<SealingAnswer | { readonly kind: 'taken-in' }> =>
    beginTransaction(records, async (tx) => {
      await becomeSealer(tx);
      if (!(await holdSealing(tx))) return { kind: 'busy' };
      const known = await readTail(path, tail);
      tail = known;
      const stored = await findLastSeal(tx);
      signer ??= await openSigner(folder, known.size === 0 && stored === undefined);
      const meeting = await findMeetingPoint(tx, known, stored, () => readPublicKeys(publicKeyPath(folder)));
      if (meeting.kind === 'apart') return trouble(meeting.differ);
      if (meeting.kind === 'not-stored') {
        await insertSeal(tx, meeting.seal, stored?.highest ?? 0);
        return { kind: 'taken-in' };
      }
      const settled = everyLook ? undefined : instantOf(clock.milliseconds() - SETTLED_AFTER);
      let looks = await findUnsealed(tx, settled, after, BATCH + 1);
      // A seal that says that none is left waiting has gone through all: one may have come late into an earlier batch.
      if (after > 0 && looks.length <= BATCH) looks = await findUnsealed(tx, settled, 0, BATCH + 1);
      after = 0;
      if (looks.length === 0) return { kind: 'nothing' };
      const about = { sealedAt: clock.now(), emptied: looks.length <= BATCH };
      const seal = makeSeal(looks.slice(0, BATCH), meeting.link, about, signer);
      // The row first, so that a database that will not take it leaves the file as it is. It commits after the file is
      // on the disk: a stop between the two leaves a line more than rows, never a row that the file does not know.
      await insertSeal(tx, seal, stored?.highest ?? 0);
      tail = await appendEntry(path, { kind: 'seal', seal }, known);
      if (!seal.emptied) after = Number(looks[BATCH - 1]?.id ?? 0);
      return { kind: 'sealed', seal };
    });

  return async (everyLook) => {
    for (;;) {
      // A line whose row did not come to be is taken in by itself: the row of a seal is committed before the looks of the
      // next one are read. The verifier relies on that (`rolledBack`).
      const answer = await sealNext(everyLook);
      if (answer.kind !== 'taken-in') return answer;
    }
  };
}

/** Looks that are recorded and wait for their seal, of every process with these records. */
export async function unsealedLooks(records: Records, clock: Clock): Promise<number> {
  return beginTransaction(records, async (tx) => {
    await becomeSealer(tx);
    return countUnsealed(tx, instantOf(clock.milliseconds() - SETTLED_AFTER));
  });
}

function trouble(differ: string): SealingAnswer {
  return {
    kind: 'trouble',
    problem: `Looks are recorded and not sealed: ${differ}. Run kith records verify-looks, and find out why before you go on. Where the database was restored from a backup, kith records go-on-sealing goes on.`,
  };
}
