import { isDeepStrictEqual } from 'node:util';
import { digestOfEntry, listSetAsides, readLines, type SealLine } from './outside-file.ts';
import type { Seal } from './seal.ts';
import type { SignatureCheck } from './seal-key.ts';
import { digestOfSetAside, factsOf, type SetAside, type SetAsideFacts } from './set-aside.ts';

type LineRange = { readonly from: number; readonly to: number };

/** A place in the file that may be gone on from: a seal, and the lines of the seals that it stands on and of its own. */
type Place = {
  readonly line: number;
  readonly number: number;
  readonly digest: string;
  readonly sealedAt: Seal['sealedAt'] | '';
  /** Looks in this seal and those that it stands on. */
  readonly looks: number;
  readonly lines: readonly LineRange[];
};

const START: Place = { line: 0, number: 0, digest: '', sealedAt: '', looks: 0, lines: [] };

/** A line that sets seals aside, as it was read. */
export type SetAsideRead = {
  readonly line: number;
  readonly setAside: SetAside;
  readonly problems: readonly string[];
  /** The lines of the seals that it set aside, and how many seals that were set aside before it let stand again. */
  readonly lines: readonly LineRange[];
  readonly again: number;
};

/** Which seals of the file stand. */
export type Standing = {
  readonly setAsides: ReadonlyMap<number, SetAsideRead>;
  /** Whether the seal of a line stands. */
  readonly stands: (line: number) => boolean;
  /** Whether a line that sets aside goes on from the seal of this digest. */
  readonly leadsBack: (digest: string) => boolean;
  /** What would be set aside in order to go on from a seal; undefined where the file has none of this digest. */
  readonly findFacts: (goesOnFrom: string) => SetAsideFacts | undefined;
};

/**
 * Follows the file from its beginning. Each line that sets aside leads back to a seal that stands before it, and the next
 * seals go on from there: seals are a tree, and those stand that the last one stands on. Only branches are remembered.
 * A line with something wrong sets nothing aside. `maybe`: a digest to ask `findFacts` for.
 */
export async function readStanding(path: string, signed: SignatureCheck, maybe?: string): Promise<Standing> {
  const wanted = new Set((await listSetAsides(path)).map(({ goesOnFrom }) => goesOnFrom));
  const setAsides = new Map<number, SetAsideRead>();
  if (maybe === undefined && wanted.size === 0) {
    return { setAsides, stands: () => true, leadsBack: () => false, findFacts: () => undefined };
  }
  if (maybe !== undefined) wanted.add(maybe);
  const places = new Map([['', START]]);
  // Where the last seal is, and where the seals since the last line that set aside begin.
  let [head, branch, since, previous] = [START, START.lines, 1, ''];
  for await (const { line, ...entry } of readLines(path)) {
    if (entry.kind === 'cut-short') continue;
    if (entry.kind === 'seal') {
      head = sealedOn(head, { line, seal: entry.seal }, [...branch, { from: since, to: line }]);
      if (wanted.has(head.digest) && !places.has(head.digest)) places.set(head.digest, head);
    } else {
      const { setAside } = entry;
      const led = ledTo(head, places, setAside.goesOnFrom);
      const problems = setAsideProblems(setAside, previous, led?.facts, signed);
      setAsides.set(line, { line, setAside, problems, lines: led?.lines ?? [], again: led?.again ?? 0 });
      if (led && problems.length === 0) [head, branch, since] = [led.to, led.to.lines, line + 1];
    }
    previous = digestOfEntry(entry);
  }
  const standing = [...branch, { from: since, to: Infinity }];
  return {
    setAsides,
    stands: (line) => isIn(standing, line),
    leadsBack: (digest) => wanted.has(digest),
    findFacts: (goesOnFrom) => ledTo(head, places, goesOnFrom)?.facts,
  };
}

function sealedOn(head: Place, { line, seal }: SealLine, lines: readonly LineRange[]): Place {
  const { number, digest, sealedAt, counted } = seal;
  return { line, number, digest, sealedAt, looks: head.looks + counted, lines };
}

type Led = Pick<SetAsideRead, 'lines' | 'again'> & { readonly to: Place; readonly facts: SetAsideFacts };

/** What it comes to that sealing goes on from another seal than the last. */
function ledTo(head: Place, places: ReadonlyMap<string, Place>, goesOnFrom: string): Led | undefined {
  const to = places.get(goesOnFrom);
  if (!to) return undefined;
  // The last seal that both stand on: one of them, or one that a branch begins at, and those are all remembered.
  const shared = [head, ...places.values()]
    .filter(({ line }) => line === 0 || (isIn(head.lines, line) && isIn(to.lines, line)))
    .reduce((last, place) => (place.line > last.line ? place : last), START);
  const lines = head.lines.flatMap((range) => {
    const from = Math.max(range.from, shared.line + 1);
    return from <= range.to ? [{ from, to: range.to }] : [];
  });
  return {
    to,
    lines,
    again: to.number - shared.number,
    facts: {
      from: shared.number + 1,
      to: head.number,
      counted: head.looks - shared.looks,
      sealedAfter: shared.sealedAt,
      sealedUntil: head.sealedAt,
      goesOn: to.number + 1,
      goesOnFrom,
    },
  };
}

export function isIn(ranges: readonly LineRange[], line: number): boolean {
  return ranges.some(({ from, to }) => from <= line && line <= to);
}

function setAsideProblems(
  setAside: SetAside,
  previous: string,
  facts: SetAsideFacts | undefined,
  signed: SignatureCheck,
): readonly string[] {
  const problems: string[] = [];
  const { key, digest, signature } = setAside;
  if (setAside.previous !== previous) {
    problems.push('It does not go on from the line before it: one of the two was replaced, or put in.');
  }
  if (digest !== digestOfSetAside(setAside)) {
    problems.push('It was changed: it is not what its digest was made of.');
  }
  const answer = signed(key, digest, signature);
  if (answer === 'wrong') problems.push('Its signature is wrong: it was not made with the key of this record.');
  if (answer === 'unknown') problems.push(`It is signed with key ${key}, which is not a key of this record.`);
  if (!facts) problems.push('It goes on from a seal that does not stand before it in the file.');
  else if (!isDeepStrictEqual(factsOf(setAside), facts)) {
    problems.push(
      `It says that it sets aside seals ${setAside.from} to ${setAside.to} (looks ${setAside.counted}), and it would be seals ${facts.from} to ${facts.to} (looks ${facts.counted}).`,
    );
  }
  return problems;
}
