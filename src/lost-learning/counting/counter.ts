import type { Years } from '../folded/years.ts';
import { countChildren, settleEnds } from './count-children.ts';
import type { ChildRows } from './child-rows.ts';
import { newDesk } from './desk.ts';
import { PLACES, WEEK_PLACES, type Ends } from './count-plain.ts';
import type { Ground } from './ground.ts';
import { newOneChild } from './one-child.ts';
import { emptyTally, type Sizes, type Tally } from './tally.ts';

/** Counts children’s years one after another into one tally. */
export type Counter = {
  readonly count: (years: Years, rows: ChildRows) => void;
  /** The sums, once everything is counted; nothing can be counted after it. */
  readonly settle: () => Tally;
};

export function openCounter(ground: Ground, sizes: Sizes): Counter {
  const tally = emptyTally(sizes);
  const [one, desk] = [newOneChild(), newDesk()];
  const schools = ground.open.length;
  const ends: Ends = {
    sessions: new Int32Array(schools * PLACES),
    weeks: new Int32Array(schools * WEEK_PLACES),
  };
  return {
    count: (years, rows) => countChildren(years, ground, one, desk, tally, ends, rows),
    settle: () => {
      settleEnds(ends, ground, tally);
      return tally;
    },
  };
}
