import type { Instant } from '#kernel';
import { NO_LINK, type Link } from './meeting-point.ts';
import { IdSet } from './id-ranges.ts';
import type { SetAsideFacts } from './set-aside.ts';

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
  /** Each time that seals were set aside, because the database was put back to an earlier state. */
  readonly setAsides: readonly ToldSetAside[];
  /** The keys that sign, and the first seal of each. */
  readonly keys: readonly { readonly key: string; readonly from: number }[];
};

/** Seals set aside: which, and how many of their looks are in the database all the same, as they were sealed. */
export type ToldSetAside = Pick<SetAsideFacts, 'from' | 'to' | 'counted' | 'sealedAfter' | 'sealedUntil' | 'goesOn'> & {
  readonly at: Instant;
  readonly left: number;
  /** Seals set aside earlier that stand again. */
  readonly again: number;
};

/** Faults that are told one by one. */
export const TOLD = 100;

/** What the verifier knows when it comes to a line. */
export type Walk = {
  faults: Fault[];
  moreFaults: number;
  seals: number;
  looks: number;
  since: Instant | undefined;
  cutShort: number;
  until: Instant | undefined;
  /** What the next line has to go on from. */
  before: Link;
  emptiedAt: Instant | undefined;
  highest: number;
  readonly sealed: IdSet;
  readonly keys: { readonly key: string; readonly from: number }[];
  /** How many looks are left of the seals that each line set aside. */
  readonly left: Map<number, number>;
  /** The seal that the next one goes on from, and those that one after a restore may go on from, by their digests. */
  behind: Behind | undefined;
  readonly branches: Map<string, Behind>;
};

/** A seal that another goes on from, and the line of the one that it goes on from itself: 0 where it is the first. */
export type Behind = {
  readonly line: number;
  readonly number: number;
  readonly emptied: boolean;
  readonly before: number;
};

export function startWalk(): Walk {
  return {
    faults: [],
    moreFaults: 0,
    seals: 0,
    looks: 0,
    since: undefined,
    cutShort: 0,
    until: undefined,
    before: NO_LINK,
    emptiedAt: undefined,
    highest: 0,
    sealed: new IdSet(),
    keys: [],
    left: new Map(),
    behind: undefined,
    branches: new Map(),
  };
}

export function tell(walk: Walk, place: string, problem: string): void {
  if (walk.faults.length < TOLD) walk.faults.push({ place, problem });
  else walk.moreFaults += 1;
}
