import {
  emptyChildRows,
  emptyTally,
  ENROLMENT_SUMS,
  groundOf,
  LIKENESS_SUMS,
  newDesk,
  newDraft,
  newOneChild,
  RULES,
  sizesOf,
  WEEKS,
  type ChildRows,
  type Desk,
  type Draft,
  type Folded,
  type Ground,
  type OneChild,
  type OpenYear,
  type Sizes,
  type Totals,
} from '#lost-learning';
import { newFewSchools, type FewSchools } from './day-few-schools.ts';
import type { DayGround } from './day-ground.ts';
import { addKinds, newKinds, type Kinds } from './day-kinds.ts';

/** What one thread counts a day with: the product’s own kernel, and what the day turns beside what it adds. */
export type DayHand = {
  readonly day: number;
  readonly week: number;
  /** The whole area, by the numbers that all words have. */
  readonly area: Ground;
  readonly sizes: Sizes;
  readonly numberOf: ReadonlyMap<number, number>;
  /** Which of the day’s sessions a school opens: the morning’s bit and the afternoon’s. */
  readonly opens: Uint8Array;
  /** Where a few schools at a time are counted. */
  readonly few: FewSchools;
  readonly one: OneChild;
  readonly desk: Desk;
  readonly rows: ChildRows;
  /** What the day adds, all over the area. */
  readonly adds: Totals;
  /** What follows from the days before and the day together: counts of children and of enrolments. */
  readonly turns: Totals;
  /** Children whose day is wholly as usual, all over the area. */
  readonly kinds: Kinds;
  /** Of the part at hand: whom each child is like. */
  readonly likenesses: Int32Array;
  /** Children with one school and something different, who are counted together, and their words. */
  readonly plain: Int32Array;
  plainCount: number;
  readonly draft: Draft;
  /** The words of a child that is counted alone. */
  readonly alone: Draft;
};

/** Children of whom there are rows before they are added to the state. */
const ROWS = 1 << 15;

export function newHand(year: DayGround, day: number, children: number): DayHand {
  const folded = foldedOf(year);
  const [area, sizes] = [groundOf(folded, day), sizesOf(folded)];
  return {
    day,
    week: area.weekOf[day * 2] ?? 0,
    area,
    sizes,
    numberOf: year.schools.numberOf,
    opens: Uint8Array.from(area.open, (open) => opensOn(open, day)),
    few: newFewSchools(area, sizes),
    one: newOneChild(),
    desk: newDesk(),
    rows: emptyChildRows(ROWS, ROWS),
    adds: emptyTotals(sizes),
    turns: emptyTotals(sizes),
    kinds: newKinds(),
    likenesses: new Int32Array(children),
    plain: new Int32Array(ROWS),
    plainCount: 0,
    draft: newDraft(),
    alone: newDraft(),
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
  const { schoolWeeks: _cells, weeksBeyond: _beyond, ...others } = emptyTally({ ...sizes, schools: 0 });
  const { schools } = sizes;
  return {
    ...others,
    schoolChildren: new Int32Array(schools),
    schoolMinutes: new Float64Array(schools),
    schoolEnrolments: new Float64Array(schools * ENROLMENT_SUMS),
    schools: new Float64Array(schools * RULES),
    weeks: new Float64Array(WEEKS * RULES),
  };
}

/** Places among the sums of enrolments and of a likeness that count enrolments and children. */
const COUNTED_ENROLMENTS = [0, 4, 5];
const COUNTED_CHILDREN = [RULES];

/** By how much the day changes the totals: what it adds, but for what it turns. The hand is done with. */
export function changeOf({ adds, turns, kinds, week, few: { tally } }: DayHand): Totals {
  const { causes, weekMinutes, likenesses, likenessEnrolments } = tally;
  const day = { ...adds, causes, weekMinutes, likenesses, likenessEnrolments };
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
