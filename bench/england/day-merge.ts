import { ENROLMENT_SUMS, LIKENESS_SUMS, RULES } from '#lost-learning';
import type { DayHand } from './day-hand.ts';
import { addFurther, NO_SCHOOL, NO_WEEK, WEEK_AT, type PartState } from './day-state.ts';

/** What a child’s day turns beside what it adds: whether it is a first session, school or enrolment, or absence now persistent. */

/** A child has a session: perhaps its first, or its first in this week. */
export function addSession(hand: DayHand, state: PartState, child: number): void {
  const seen = state.seen[child] ?? 0;
  const week = seen >>> WEEK_AT;
  if (week === hand.week) return;
  const { weekChildren, likenesses } = hand.turns;
  weekChildren[hand.week] = (weekChildren[hand.week] ?? 0) + 1;
  state.seen[child] = (seen & NO_SCHOOL) | (hand.week << WEEK_AT);
  if (week !== NO_WEEK) return;
  const at = (hand.likenesses[child] ?? 0) * LIKENESS_SUMS + RULES;
  likenesses[at] = (likenesses[at] ?? 0) + 1;
}

/** Puts a school that the child is at into its own columns; the one that stood there goes to the further ones. */
export function bringForward(hand: DayHand, state: PartState, child: number, school: number): void {
  const seen = state.seen[child] ?? 0;
  const before = seen & NO_SCHOOL;
  if (before === school) return;
  const enrolment = [state.possible[child] ?? 0, state.authorised[child] ?? 0, state.unauthorised[child] ?? 0];
  const at = findFurther(state, child, school);
  const { further } = state;
  state.seen[child] = (seen & ~NO_SCHOOL) | school;
  state.possible[child] = at < 0 ? 0 : (further.possible[at] ?? 0);
  state.authorised[child] = at < 0 ? 0 : (further.authorised[at] ?? 0);
  state.unauthorised[child] = at < 0 ? 0 : (further.unauthorised[at] ?? 0);
  if (at >= 0) {
    further.school[at] = before;
    [further.possible[at] = 0, further.authorised[at] = 0, further.unauthorised[at] = 0] = enrolment;
    return;
  }
  const { schoolChildren } = hand.turns;
  schoolChildren[school] = (schoolChildren[school] ?? 0) + 1;
  if (before === NO_SCHOOL) return;
  addFurther(state, child, before, enrolment);
  countAgain(hand, state, child, school);
}

/** Where a child stands at a further school; -1 where it does not. */
function findFurther(state: PartState, child: number, school: number): number {
  const { further } = state;
  for (let at = firstFurther(state, child); at < further.sorted && further.child[at] === child; at += 1)
    if (further.school[at] === school) return at;
  // Children come in order: what came today of this child is at the end.
  for (let at = further.count - 1; at >= further.sorted && further.child[at] === child; at -= 1)
    if (further.school[at] === school) return at;
  return -1;
}

function firstFurther({ further }: PartState, child: number): number {
  let [from, to] = [0, further.sorted];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((further.child[middle] ?? 0) < child) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A child of two schools of one group is counted in it once: its newest school may be one too many. */
function countAgain({ area: ground, turns }: DayHand, state: PartState, child: number, school: number): void {
  const { further } = state;
  const others: number[] = [];
  for (let at = firstFurther(state, child); at < further.sorted && further.child[at] === child; at += 1)
    others.push(further.school[at] ?? 0);
  for (let at = further.count - 1; at >= further.sorted && further.child[at] === child; at -= 1)
    others.push(further.school[at] ?? 0);
  addWhereSeen(ground.phaseOf, turns.phaseAgain, others, school);
  addWhereSeen(ground.trustOf, turns.trustAgain, others, school);
  addWhereSeen(ground.authorityOf, turns.authorityAgain, others, school);
  addWhereSeen(ground.regionOf, turns.regionAgain, others, school);
}

function addWhereSeen(groupOf: Int32Array, again: Int32Array, others: readonly number[], school: number): void {
  const group = groupOf[school] ?? 0;
  if (others.some((other) => groupOf[other] === group)) again[group] = (again[group] ?? 0) + 1;
}

/** Adds to the enrolment in the child’s own columns, which may become one, or persistent or severe, or no longer so. */
export function addEnrolment(
  hand: DayHand,
  state: PartState,
  child: number,
  possible: number,
  authorised: number,
  unauthorised: number,
): void {
  const before = state.possible[child] ?? 0;
  const overallBefore = (state.authorised[child] ?? 0) + (state.unauthorised[child] ?? 0);
  const after = before + possible;
  const overall = overallBefore + authorised + unauthorised;
  state.possible[child] = after;
  if (overall !== overallBefore) {
    state.authorised[child] = (state.authorised[child] ?? 0) + authorised;
    state.unauthorised[child] = (state.unauthorised[child] ?? 0) + unauthorised;
  }
  const persistent = (overall * 10 >= after ? 1 : 0) - (before > 0 && overallBefore * 10 >= before ? 1 : 0);
  const severe = (overall * 2 >= after ? 1 : 0) - (before > 0 && overallBefore * 2 >= before ? 1 : 0);
  if (before > 0 && persistent === 0 && severe === 0) return;
  const { schoolEnrolments, likenessEnrolments } = hand.turns;
  const first = before === 0 ? 1 : 0;
  turn(schoolEnrolments, (state.seen[child] ?? 0) & NO_SCHOOL, first, persistent, severe);
  turn(likenessEnrolments, hand.likenesses[child] ?? 0, first, persistent, severe);
}

function turn(sums: Float64Array, group: number, first: number, persistent: number, severe: number): void {
  const at = group * ENROLMENT_SUMS;
  sums[at] = (sums[at] ?? 0) + first;
  sums[at + 4] = (sums[at + 4] ?? 0) + persistent;
  sums[at + 5] = (sums[at + 5] ?? 0) + severe;
}
