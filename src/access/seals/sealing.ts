import { instantOf, type Clock } from '#kernel';
import { beginTransaction, type Records, type Tx } from '#store';
import { appendSeal, outsideFile, readTail, type Tail } from './outside-file.ts';
import { digestOfSeal, makeSeal, type Seal, type Signer } from './seal.ts';
import { openSigner } from './seal-key.ts';
import {
  becomeSealer,
  countUnsealed,
  findLastSeal,
  findUnsealed,
  holdSealing,
  insertSeal,
  type StoredSeal,
} from './stored-seals.ts';

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

  return (everyLook) =>
    beginTransaction(records, async (tx): Promise<SealingAnswer> => {
      await becomeSealer(tx);
      if (!(await holdSealing(tx))) return { kind: 'busy' };
      const known = await readTail(path, tail);
      tail = known;
      const stored = await findLastSeal(tx);
      signer ??= await openSigner(folder, known.size === 0 && stored === undefined);
      const before = await agreed(tx, known.last, stored, signer);
      if (before.kind === 'trouble') return before;
      const settled = everyLook ? undefined : instantOf(clock.milliseconds() - SETTLED_AFTER);
      const looks = await findUnsealed(tx, settled, after, BATCH + 1);
      after = 0;
      if (looks.length === 0) return { kind: 'nothing' };
      const about = { sealedAt: clock.now(), emptied: looks.length <= BATCH };
      const seal = makeSeal(looks.slice(0, BATCH), known.last, about, signer);
      // The row first, so that a database that will not take it leaves the file as it is. It commits after the file is
      // on the disk: a stop between the two leaves a line more than rows, never a row that the file does not know.
      await insertSeal(tx, seal, before.highest);
      tail = await appendSeal(path, seal);
      if (!seal.emptied) after = Number(looks[BATCH - 1]?.id ?? 0);
      return { kind: 'sealed', seal };
    });
}

/** Looks that are recorded and wait for their seal, of every process with these records. */
export async function unsealedLooks(records: Records, clock: Clock): Promise<number> {
  return beginTransaction(records, async (tx) => {
    await becomeSealer(tx);
    return countUnsealed(tx, instantOf(clock.milliseconds() - SETTLED_AFTER));
  });
}

type Agreed = { readonly kind: 'agreed'; readonly highest: number };

/** Whether the database stands where the outside file ends. A line whose row did not come to be is taken in. */
async function agreed(
  tx: Tx,
  outside: Seal | undefined,
  stored: StoredSeal | undefined,
  signer: Signer,
): Promise<Agreed | (SealingAnswer & { readonly kind: 'trouble' })> {
  const [far, near] = [outside?.number ?? 0, stored?.number ?? 0];
  const highest = stored?.highest ?? 0;
  if (far === near && outside?.digest === stored?.seal?.digest && near === (stored?.seal?.number ?? 0))
    return { kind: 'agreed', highest };
  if (outside && far === near + 1 && outside.previous === (stored?.seal?.digest ?? '') && isOwn(outside, signer)) {
    await insertSeal(tx, outside, highest);
    return { kind: 'agreed', highest: Math.max(highest, (await findLastSeal(tx))?.highest ?? 0) };
  }
  const differ =
    far === near
      ? `seal ${far} is another in the database than in the file outside it`
      : `the database ends at seal ${near}, and the file outside it at seal ${far}`;
  return {
    kind: 'trouble',
    problem: `Looks are recorded and not sealed: ${differ}. Run kith records verify-looks, and find out why before you go on.`,
  };
}

// Ed25519 signs the same thing in the same way each time (RFC 8032).
function isOwn(seal: Seal, signer: Signer): boolean {
  return seal.key === signer.key && seal.digest === digestOfSeal(seal) && seal.signature === signer.sign(seal.digest);
}
