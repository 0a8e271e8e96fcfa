import { beginTransaction, type Records, type Tx } from '#store';
import type { Link } from './meeting-point.ts';
import { backDated, earliestAfter, lookProblems, looksLeft, rolledBack, short } from './check-looks.ts';
import { lineProblems, sealProblems } from './check-seal.ts';
import { idRanges, type IdRanges } from './id-ranges.ts';
import { compareCopy } from './kept-copy.ts';
import { inChunks, type WholeLine } from './in-chunks.ts';
import { outsideFile, readLines, type SealLine } from './outside-file.ts';
import type { LookRow } from './seal.ts';
import { publicKeyPath, readPublicKeys, type SignatureCheck } from './seal-key.ts';
import { isIn, readStanding, type SetAsideRead, type Standing } from './standing.ts';
import {
  becomeSealer,
  findLastSeal,
  findLooseStandIns,
  findOutsideSeals,
  listSealedLooks,
  listSeals,
  type LooseStandIn,
  type StoredSeal,
} from './stored-seals.ts';
import { startWalk, tell, TOLD, type Behind, type Verdict, type Walk } from './walk.ts';

export type VerifyOptions = {
  readonly folder: string;
  /** A copy of the outside file kept elsewhere: all of it has to stand unchanged in the file. */
  readonly copy?: string;
  /** A copy of the public key kept elsewhere. */
  readonly publicKey?: string;
  readonly onStep?: (looks: number) => void;
};

/**
 * Works every seal out again from the database, and holds it against the file outside it and the public key. It writes
 * nothing, not even a look. Looks and seals that come while it runs are left to the next time.
 */
export async function verifyLooks(records: Records, options: VerifyOptions): Promise<Verdict> {
  const reading = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    beginTransaction(records, async (tx) => {
      await becomeSealer(tx);
      return work(tx);
    });
  const file = outsideFile(options.folder);
  const walk = startWalk();
  // Asked before the file is read: a line is written before its row commits, so the file holds at least so many.
  const last = (await reading(findLastSeal))?.number ?? 0;
  const isNew = last === 0 && (await readLines(file).next()).done === true;
  const signed = isNew
    ? () => 'unknown' as const
    : await readPublicKeys(options.publicKey ?? publicKeyPath(options.folder));

  const standing = await readStanding(file, signed);
  walking: for await (const { lines, cutShort } of inChunks(readLines(file))) {
    walk.cutShort += cutShort;
    const read = await reading((tx) => readStored(tx, lines));
    for (const one of lines) {
      if (one.kind === 'seal') checkSeal(walk, { ...one, ...read.of(one), signed }, standing);
      else {
        const setAside = standing.setAsides.get(one.line);
        if (!setAside) break walking; // it came while this runs
        checkSetAside(walk, setAside);
      }
    }
    options.onStep?.(walk.looks);
  }
  const end = walk.before.number;
  if (end < last) tell(walk, `seal ${end + 1}`, endsBefore(end + 1, last, standing));
  if (options.copy !== undefined) {
    for await (const { place, problem } of compareCopy(options.copy, file)) tell(walk, place, problem);
  }
  const { waiting, early } = await reading((tx) =>
    findOutsideSeals(tx, walk.sealed.ranges, walk.emptiedAt && earliestAfter(walk.emptiedAt), TOLD),
  );
  for (const { id, at } of early) tell(walk, `look ${id}`, backDated(at));
  for (const loose of await reading((tx) => findLooseStandIns(tx, TOLD))) tell(walk, loose.standIn, looseWords(loose));
  return verdictOf(walk, standing, waiting);
}

function verdictOf(walk: Walk, standing: Standing, unsealed: number): Verdict {
  const { faults, moreFaults, seals, looks, since, until, cutShort, keys, left } = walk;
  const inForce = [...standing.setAsides.values()].filter(({ problems }) => problems.length === 0);
  const setAsides = inForce.map(({ line, setAside, again }) => {
    const { at, from, to, counted, sealedAfter, sealedUntil, goesOn } = setAside;
    return { at, from, to, counted, sealedAfter, sealedUntil, goesOn, again, left: left.get(line) ?? 0 };
  });
  return { faults, moreFaults, seals, looks, since, until, unsealed, cutShort, setAsides, keys };
}

function endsBefore(number: number, last: number, { setAsides }: Standing): string {
  const aside = [...setAsides.values()].findLast(
    ({ setAside: { from, to }, problems }) => problems.length === 0 && from <= number && number <= to,
  );
  return aside
    ? `Line ${aside.line} of the file outside the database sets it aside, and the database still has it, and goes on to seal ${last}: it may set aside only what the database no longer has.`
    : `The file outside the database ends before it, and the database goes on to seal ${last}: the file was cut off, or it is another’s.`;
}

function looseWords({ counted, told }: LooseStandIn): string {
  return told === undefined
    ? `It stands in the place of a child in looks (${counted}), and no erasure and no clearing of old looks put it there.`
    : `It stands in the place of a child in looks (${counted}), and its erasure tells of another number (${told}), or left no look of its own.`;
}

type Stored = {
  readonly ranges: IdRanges;
  readonly stored: StoredSeal | undefined;
  readonly looks: readonly LookRow[];
};

async function readStored(tx: Tx, lines: readonly WholeLine[]): Promise<{ readonly of: (line: SealLine) => Stored }> {
  const read = lines.flatMap((one) =>
    one.kind === 'seal' ? [{ ...one, ranges: idRanges.parse(one.seal.looks) }] : [],
  );
  const numbers = read.map(({ seal }) => seal.number);
  const rows = read.length === 0 ? [] : await listSeals(tx, Math.min(...numbers), Math.max(...numbers));
  const looks = read.length === 0 ? new Map<number, readonly LookRow[]>() : await listSealedLooks(tx, read);
  const seals = new Map(rows.map((one) => [one.number, one]));
  const ranges = new Map(read.map((one) => [one.line, one.ranges]));
  return {
    of: ({ line, seal }) => ({
      ranges: ranges.get(line) ?? [],
      stored: seals.get(seal.number),
      looks: looks.get(line) ?? [],
    }),
  };
}

type One = SealLine & Stored & { readonly signed: SignatureCheck };

function checkSeal(walk: Walk, one: One, standing: Standing): void {
  const { line, seal, ranges, signed, stored, looks } = one;
  const place = `seal ${seal.number} (line ${line}, sealed ${short(seal.sealedAt)})`;
  if (walk.keys.at(-1)?.key !== seal.key) walk.keys.push({ key: seal.key, from: seal.number });
  const { before, behind } = walk;
  walk.before = seal;
  walk.behind = { line, number: seal.number, emptied: seal.emptied, before: behind?.line ?? 0 };
  if (standing.leadsBack(seal.digest)) walk.branches.set(seal.digest, walk.behind);
  if (!standing.stands(line)) {
    checkAside(walk, one, place, { before, behind, standing });
    return;
  }
  walk.highest = Math.max(walk.highest, ranges.at(-1)?.to ?? 0);
  for (const problem of sealProblems({ seal, before, stored, highest: walk.highest }, signed)) {
    tell(walk, place, problem);
  }
  for (const range of ranges) {
    const twice = walk.sealed.add(range);
    if (twice !== undefined) tell(walk, `look ${twice} in ${place}`, 'It is in an earlier seal too.');
  }
  const problems = lookProblems({ seal, ranges, looks, emptiedAt: walk.emptiedAt });
  const by = setAsideBy(line, standing);
  if (by.length > 0) countLeft(walk, by, looksLeft({ seal, ranges, looks }).left);
  for (const { id, problem } of problems) tell(walk, id === undefined ? place : `look ${id} in ${place}`, problem);
  walk.looks += problems.some(({ id }) => id === undefined) ? 0 : seal.counted - problems.length;
  walk.seals += 1;
  walk.since ??= seal.sealedAt;
  walk.until = seal.sealedAt;
  if (seal.emptied) walk.emptiedAt = seal.sealedAt;
}

/** A seal that was set aside: its line is as it was, and what is left of its looks. */
function checkAside(
  walk: Walk,
  { line, seal, ranges, signed, looks }: One,
  place: string,
  told: { readonly before: Link; readonly behind: Behind | undefined; readonly standing: Standing },
): void {
  const { before, behind, standing } = told;
  for (const problem of lineProblems(seal, before, signed)) tell(walk, place, problem);
  const { left, problems } = looksLeft({ seal, ranges, looks });
  for (const { id, problem } of problems) {
    // Where a seal that stands had the number first, its look is held to that one.
    if (!walk.sealed.has(id)) tell(walk, `look ${id} in ${place}`, problem);
  }
  if (left > 0 && behind?.emptied && behind.before > 0 && !standing.stands(behind.before)) {
    tell(walk, place, rolledBack(left, behind.number));
  }
  countLeft(walk, setAsideBy(line, standing), left);
}

/** The lines that set aside the seal of a line, also where it stands again. */
function setAsideBy(line: number, { setAsides }: Standing): readonly number[] {
  return [...setAsides.values()].filter(({ lines }) => isIn(lines, line)).map((one) => one.line);
}

function countLeft(walk: Walk, by: readonly number[], left: number): void {
  for (const line of by) walk.left.set(line, (walk.left.get(line) ?? 0) + left);
}

function checkSetAside(walk: Walk, { setAside, problems, line }: SetAsideRead): void {
  const place = `line ${line}, which sets seals aside (${short(setAside.at)})`;
  for (const problem of problems) tell(walk, place, problem);
  const number = problems.length > 0 ? walk.before.number : setAside.goesOn - 1;
  walk.before = { number, digest: setAside.digest };
  if (problems.length === 0) walk.behind = walk.branches.get(setAside.goesOnFrom);
}
