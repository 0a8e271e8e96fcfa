import type { Tx } from '#store';
import { digestOfEntry, type Entry, type Tail } from './outside-file.ts';
import { countIn, idRanges } from './id-ranges.ts';
import { digestLooks, digestOfSeal, type Seal } from './seal.ts';
import type { SignatureCheck } from './seal-key.ts';
import { digestOfSetAside } from './set-aside.ts';
import { listSealedLooks, type StoredSeal } from './stored-seals.ts';

/** What the next seal goes on from: the number of the last seal, and the digest of the last line. */
export type Link = { readonly number: number; readonly digest: string };

export const NO_LINK: Link = { number: 0, digest: '' };

export type MeetingPoint =
  /** The database stands where the outside file ends. */
  | { readonly kind: 'agreed'; readonly link: Link }
  /** It does but for the last line, whose row a stop kept from coming to be. */
  | { readonly kind: 'not-stored'; readonly seal: Seal }
  | { readonly kind: 'apart'; readonly differ: string };

/** Whether the database stands where the outside file ends. */
export async function findMeetingPoint(
  tx: Tx,
  tail: Pick<Tail, 'last' | 'before'>,
  stored: StoredSeal | undefined,
  signed: () => Promise<SignatureCheck>,
): Promise<MeetingPoint> {
  const held = { number: stored?.number ?? 0, digest: stored?.seal?.digest ?? '' };
  if (stored && stored.seal?.number !== stored.number) return apart(tail.last, held.number);
  const { last } = tail;
  if (last?.kind === 'set-aside') {
    const { setAside } = last;
    const isRight =
      setAside.goesOn === held.number + 1 &&
      setAside.goesOnFrom === held.digest &&
      setAside.digest === digestOfSetAside(setAside) &&
      (await signed())(setAside.key, setAside.digest, setAside.signature) === 'right';
    return isRight
      ? { kind: 'agreed', link: { number: held.number, digest: setAside.digest } }
      : apart(last, held.number);
  }
  const end = last?.seal;
  if ((end?.number ?? 0) === held.number && (end?.digest ?? '') === held.digest) return { kind: 'agreed', link: held };
  const isNext =
    end?.number === held.number + 1 &&
    end.previous === digestOfEntry(tail.before) &&
    leadsTo(tail.before) === held.digest &&
    end.digest === digestOfSeal(end) &&
    (await signed())(end.key, end.digest, end.signature) === 'right' &&
    // Where the database was put back to an earlier state its looks are not there.
    (await standsInDatabase(tx, end));
  return isNext ? { kind: 'not-stored', seal: end } : apart(last, held.number);
}

/** The digest of the seal that the database ends at, where this is the last line it knows of. */
function leadsTo(entry: Entry | undefined): string {
  return entry?.kind === 'set-aside' ? entry.setAside.goesOnFrom : digestOfEntry(entry);
}

async function standsInDatabase(tx: Tx, seal: Seal): Promise<boolean> {
  const ranges = idRanges.parse(seal.looks);
  const looks = (await listSealedLooks(tx, [{ line: 0, ranges }])).get(0) ?? [];
  return looks.length === countIn(ranges) && digestLooks(looks).rows === seal.rows;
}

function apart(last: Entry | undefined, near: number): MeetingPoint {
  if (last?.kind === 'set-aside') {
    const differ = `the file outside the database goes on after seal ${last.setAside.goesOn - 1}, and the database ends at another`;
    return { kind: 'apart', differ };
  }
  const far = last?.seal.number ?? 0;
  return {
    kind: 'apart',
    differ:
      far === near
        ? `seal ${far} is another in the database than in the file outside it`
        : `the database ends at seal ${near}, and the file outside it at seal ${far}`,
  };
}
