import type { Instant } from '#kernel';
import { beginTransaction, type Records, type Tx } from '#store';
import { backDated, earliestAfter, lookProblems, short } from './check-looks.ts';
import { sealProblems } from './check-seal.ts';
import { IdSet, idRanges, type IdRanges } from './id-ranges.ts';
import { compareCopy } from './kept-copy.ts';
import { inChunks, outsideFile, readLines, type SealLine } from './outside-file.ts';
import type { LookRow, Seal } from './seal.ts';
import { publicKeyPath, readPublicKeys } from './seal-key.ts';
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

/** Something that is not as it was sealed: where, and what. */
export type Fault = { readonly place: string; readonly problem: string };

export type Verdict = {
  /** At most the first hundred, and how many more there are. */
  readonly faults: readonly Fault[];
  readonly moreFaults: number;
  readonly seals: number;
  /** Looks that stand as they were sealed. */
  readonly looks: number;
  /** When the first and the last seal were made. */
  readonly since: Instant | undefined;
  readonly until: Instant | undefined;
  /** Looks that wait for their seal. */
  readonly unsealed: number;
  /** Lines that a stop left half written: nothing is wrong with them. */
  readonly cutShort: number;
};

export type VerifyOptions = {
  readonly folder: string;
  /** A copy of the outside file kept elsewhere: all of it has to stand unchanged in the file. */
  readonly copy?: string;
  /** A copy of the public key kept elsewhere. */
  readonly publicKey?: string;
  readonly onStep?: (looks: number) => void;
};

const TOLD = 100;

type Walk = {
  faults: Fault[];
  moreFaults: number;
  seals: number;
  looks: number;
  since: Instant | undefined;
  cutShort: number;
  before: Seal | undefined;
  emptiedAt: Instant | undefined;
  highest: number;
  readonly sealed: IdSet;
};

function startWalk(): Walk {
  return {
    faults: [],
    moreFaults: 0,
    seals: 0,
    looks: 0,
    since: undefined,
    cutShort: 0,
    before: undefined,
    emptiedAt: undefined,
    highest: 0,
    sealed: new IdSet(),
  };
}

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

  for await (const { lines, cutShort } of inChunks(readLines(file))) {
    walk.cutShort += cutShort;
    const read = await reading((tx) => readStored(tx, lines));
    for (const { line, seal } of lines) {
      const ranges = idRanges.parse(seal.looks);
      checkOne(walk, {
        line,
        seal,
        ranges,
        signed,
        stored: read.seals.get(seal.number),
        looks: read.looks.get(line) ?? [],
      });
    }
    options.onStep?.(walk.looks);
  }
  const end = walk.before?.number ?? 0;
  if (end < last) tell(walk, `seal ${end + 1}`, cutOff(last));
  if (options.copy !== undefined) {
    for await (const { place, problem } of compareCopy(options.copy, file)) tell(walk, place, problem);
  }
  const { waiting, early } = await reading((tx) =>
    findOutsideSeals(tx, walk.sealed.ranges, walk.emptiedAt && earliestAfter(walk.emptiedAt), TOLD),
  );
  for (const { id, at } of early) tell(walk, `look ${id}`, backDated(at));
  for (const loose of await reading((tx) => findLooseStandIns(tx, TOLD))) tell(walk, loose.standIn, looseWords(loose));
  const { faults, moreFaults, seals, looks, since, cutShort } = walk;
  return { faults, moreFaults, seals, looks, since, until: walk.before?.sealedAt, unsealed: waiting, cutShort };
}

function cutOff(last: number): string {
  return `The file outside the database ends before it, and the database goes on to seal ${last}: the file was cut off, or it is another’s.`;
}

function looseWords({ counted, told }: LooseStandIn): string {
  return told === undefined
    ? `It stands in the place of a child in looks (${counted}), and no erasure and no clearing of old looks put it there.`
    : `It stands in the place of a child in looks (${counted}), and its erasure tells of another number (${told}), or left no look of its own.`;
}

async function readStored(tx: Tx, lines: readonly SealLine[]) {
  if (lines.length === 0) return { seals: new Map<number, StoredSeal>(), looks: new Map<number, readonly LookRow[]>() };
  const numbers = lines.map(({ seal }) => seal.number);
  const seals = await listSeals(tx, Math.min(...numbers), Math.max(...numbers));
  const wanted = lines.map(({ line, seal }) => ({ line, ranges: idRanges.parse(seal.looks) }));
  return { seals: new Map(seals.map((one) => [one.number, one])), looks: await listSealedLooks(tx, wanted) };
}

type One = SealLine & {
  readonly ranges: IdRanges;
  readonly signed: Parameters<typeof sealProblems>[1];
  readonly stored: StoredSeal | undefined;
  readonly looks: readonly LookRow[];
};

function checkOne(walk: Walk, { line, seal, ranges, signed, stored, looks }: One): void {
  const place = `seal ${seal.number} (line ${line}, sealed ${short(seal.sealedAt)})`;
  walk.highest = Math.max(walk.highest, ranges.at(-1)?.to ?? 0);
  for (const problem of sealProblems({ seal, before: walk.before, stored, highest: walk.highest }, signed)) {
    tell(walk, place, problem);
  }
  for (const range of ranges) {
    const twice = walk.sealed.add(range);
    if (twice !== undefined) tell(walk, `look ${twice} in ${place}`, 'It is in an earlier seal too.');
  }
  const problems = lookProblems({ seal, ranges, looks, emptiedAt: walk.emptiedAt });
  for (const { id, problem } of problems) tell(walk, id === undefined ? place : `look ${id} in ${place}`, problem);
  walk.looks += problems.some(({ id }) => id === undefined) ? 0 : seal.counted - problems.length;
  walk.seals += 1;
  walk.since ??= seal.sealedAt;
  if (seal.emptied) walk.emptiedAt = seal.sealedAt;
  walk.before = seal;
}

function tell(walk: Walk, place: string, problem: string): void {
  if (walk.faults.length < TOLD) walk.faults.push({ place, problem });
  else walk.moreFaults += 1;
}
