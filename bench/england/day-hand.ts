import {
  emptyChildRows,
  emptyTally,
  ENROLMENT_SUMS,
  groundOf,
  LIKENESS_SUMS,
  newDesk,
  newDraft,
  newOneChild,
  PLACES,
  RULES,
  settleEnds,
  sizesOf,
  totalsOf,
  WEEK_PLACES,
  WEEKS,
  type ChildRows,
  type Desk,
  type Draft,
  type Ends,
  type Folded,
  type Ground,
  type OneChild,
  type OpenYear,
  type Sizes,
  type Tally,
  type Totals,
} from '#lost-learning';
import type { DayGround } from './day-ground.ts';
import { addKinds, type Kinds } from './day-kinds.ts';
import { evenOf } from './day-state.ts';

/** What one thread counts a day with: the product’s own kernel, and what the day turns beside what it adds. */
export type DayHand = {
  readonly ground: Ground;
  readonly numberOf: ReadonlyMap<number, number>;
  readonly day: number;
  readonly week: number;
  /** Which of the day’s sessions a school opens: the morning’s bit and the afternoon’s. */
  readonly opens: Uint8Array;
  readonly one: OneChild;
  readonly desk: Desk;
  /** Sums and rows of the day alone. */
  readonly tally: Tally;
  readonly ends: Ends;
  readonly rows: ChildRows;
  /** What follows from the days before and the day together: counts of children and of enrolments. */
  readonly turns: Totals;
  /** Children whose day is wholly as usual, all over the area. */
  readonly kinds: Kinds;
  /** Of the part at hand: whom each child is like. */
  readonly likenesses: Int32Array;
  /** Children of the part at hand with one school and something different, who are counted together, and their words. */
  readonly plain: Int32Array;
  readonly draft: Draft;
};

export function newHand(year: DayGround, day: number, children: number, enrolments: number): DayHand {
  const folded = foldedOf(year);
  const [ground, sizes] = [groundOf(folded, day), sizesOf(folded)];
  const room = evenOf(children);
  return {
    ground,
    numberOf: year.schools.numberOf,
    day,
    week: ground.weekOf[day * 2] ?? 0,
    opens: Uint8Array.from(ground.open, (open) => opensOn(open, day)),
    one: newOneChild(),
    desk: newDesk(),
    tally: emptyTally(sizes),
    ends: {
      sessions: new Int32Array(sizes.schools * PLACES),
      weeks: new Int32Array(sizes.schools * WEEK_PLACES),
    },
    rows: emptyChildRows(room, enrolments),
    turns: emptyTotals(sizes),
    kinds: [],
    likenesses: new Int32Array(room),
    plain: new Int32Array(room),
    draft: newDraft(),
  };
}

function opensOn({ beforeDay, posOf }: OpenYear, day: number): number {
  let opens = 0;
  for (let session = beforeDay[day] ?? 0; session < (beforeDay[day + 1] ?? 0); session += 1)
    opens |= 1 << ((posOf[session] ?? 0) & 1);
  return opens;
}

/** A year as tables and grounds are made of it: a day has no folder of it and no parts. */
export function foldedOf(year: DayGround): Folded {
  return { ...year, folder: '', parts: [], markedDays: [] };
}

export function emptyTotals(sizes: Sizes): Totals {
  const { schoolWeeks: _cells, weeksBeyond: _beyond, ...others } = emptyTally(sizes);
  return {
    ...others,
    schools: new Float64Array(sizes.schools * RULES),
    weeks: new Float64Array(WEEKS * RULES),
  };
}

export function addTotals(into: Totals, more: Totals): void {
  const added = new Map(Object.entries(more));
  for (const [name, sums] of Object.entries(into)) {
    const others = added.get(name) ?? sums.subarray(0, 0);
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (others[at] ?? 0);
  }
}

/** Places among the sums of enrolments and of a likeness that count enrolments and children. */
const COUNTED_ENROLMENTS = [0, 4, 5];
const COUNTED_CHILDREN = [RULES];

/** By how much the day changes the totals: its own sums, but for what it turns. The hand is done with. */
export function changeOf({ ground, tally, ends, turns, kinds, week }: DayHand): Totals {
  settleEnds(ends, ground, tally);
  const day = totalsOf(tally);
  addKinds(day, kinds, week);
  takePlaces(day.schoolEnrolments, turns.schoolEnrolments, ENROLMENT_SUMS, COUNTED_ENROLMENTS);
  takePlaces(day.likenessEnrolments, turns.likenessEnrolments, ENROLMENT_SUMS, COUNTED_ENROLMENTS);
  takePlaces(day.likenesses, turns.likenesses, LIKENESS_SUMS, COUNTED_CHILDREN);
  const { schoolChildren, weekChildren, phaseAgain, trustAgain, authorityAgain, regionAgain } = turns;
  return { ...day, schoolChildren, weekChildren, phaseAgain, trustAgain, authorityAgain, regionAgain };
}

function takePlaces(into: Float64Array, from: Float64Array, step: number, places: readonly number[]): void {
  for (let at = 0; at < into.length; at += step) for (const place of places) into[at + place] = from[at + place] ?? 0;
}
