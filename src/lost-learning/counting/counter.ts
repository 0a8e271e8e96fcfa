import type { Folded } from '../folded/open-folded.ts';
import { countChildren, settleEnds } from './count-children.ts';
import type { ChildRows } from './child-rows.ts';
import { newDesk } from './desk.ts';
import { PLACES, WEEK_PLACES, type Ends } from './count-plain.ts';
import { weeksOfPlaces } from '../folded/open-year.ts';
import type { Ground } from './ground.ts';
import { newOneChild } from './one-child.ts';
import { emptyTally, type Sizes, type Tally } from './tally.ts';

/** Names of the groups of schools, in order of their numbers. */
type SchoolGroups = {
  readonly phases: readonly string[];
  readonly trusts: readonly string[];
  readonly authorities: readonly string[];
};

/** Counts blocks of the folded register one after another into one tally. */
export type Counter = {
  readonly count: (words: Uint32Array, rows: ChildRows) => void;
  /** The sums, once everything is counted; nothing can be counted after it. */
  readonly settle: () => Tally;
};

export function openCounter(folded: Folded, asOfDay: number): Counter {
  const ground = groundOf(folded, asOfDay);
  const tally = emptyTally(sizesOf(folded));
  const [one, desk] = [newOneChild(), newDesk()];
  const schools = folded.schools.open.length;
  const ends: Ends = {
    sessions: new Int32Array(schools * PLACES),
    weeks: new Int32Array(schools * WEEK_PLACES),
  };
  return {
    count: (words, rows) => countChildren(words, ground, one, desk, tally, ends, rows),
    settle: () => {
      settleEnds(ends, ground, tally);
      return tally;
    },
  };
}

function groupsOf({ schools }: Folded): SchoolGroups {
  return {
    phases: [...new Set(schools.phases)],
    trusts: [...new Set(schools.trusts)],
    authorities: [...new Set(schools.authorities)],
  };
}

function sizesOf(folded: Folded): Sizes {
  const { phases, trusts, authorities } = groupsOf(folded);
  return {
    schools: folded.schools.open.length,
    likenesses: folded.likenesses.length,
    phases: phases.length,
    trusts: trusts.length,
    authorities: authorities.length,
  };
}

function groundOf(folded: Folded, asOfDay: number): Ground {
  const { schools, weekday } = folded;
  const { phases, trusts, authorities } = groupsOf(folded);
  return {
    open: schools.open,
    usualDays: schools.usualDays,
    urns: schools.urns,
    phaseOf: numbersOf(schools.phases, phases),
    trustOf: numbersOf(schools.trusts, trusts),
    authorityOf: numbersOf(schools.authorities, authorities),
    asOfDay,
    weekOf: weeksOfPlaces(weekday),
  };
}

function numbersOf(names: readonly string[], groups: readonly string[]): Int32Array {
  const numbers = new Map(groups.map((name, at) => [name, at]));
  return Int32Array.from(names, (name) => numbers.get(name) ?? 0);
}
