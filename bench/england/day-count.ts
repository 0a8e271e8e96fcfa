import {
  clearChildRows,
  columnOfRule,
  countChildren,
  foldedWords,
  RULES,
  type OneChild,
  type Years,
} from '#lost-learning';
import type { DayHand } from './day-hand.ts';
import { addEnrolment, addSession, bringForward } from './day-merge.ts';
import { NO_SCHOOL, WEEK_AT, type PartState } from './day-state.ts';

const { CHILD, COHORT, cohortOf, STAY, wordsIn } = foldedWords;

/**
 * Counts the day of a part’s children into their state. The kernel counts plain children many at once. Each other child,
 * with several schools or time off roll on the day, is counted alone: then the kernel says at which schools it was.
 */
export function countDay(hand: DayHand, years: Years, state: PartState): void {
  const { words } = years;
  const { rows, schools, likenesses, opens } = hand;
  clearChildRows(rows);
  let [at, child, plain] = [0, 0, 0];
  while (at < words.length) {
    const from = at;
    const word = words[at] ?? 0;
    likenesses[child] = word & CHILD.likeness;
    schools[child] = NO_SCHOOL;
    if ((word & (CHILD.contested | CHILD.gaps | CHILD.stays)) === 0) {
      at += 1;
    } else if ((word & (CHILD.contested | CHILD.gaps)) === 0 && ((words[at + 1] ?? 0) & STAY.last) !== 0) {
      const school = (words[at + 1] ?? 0) & STAY.school;
      if (opens[school] === 1) schools[child] = school;
      at += 3 + wordsIn(words[at + 2] ?? 0);
      if ((word & CHILD.removals) !== 0) at += 1 + (words[at] ?? 0);
    } else {
      at = endOfChild(words, from);
      countWords(hand, years, plain, from);
      const further = rows.furtherCount;
      countWords(hand, years, from, at);
      addOther(hand, state, child, further);
      plain = at;
    }
    child += 1;
  }
  countWords(hand, years, plain, at);
  if (child !== state.children) throw new Error(`The day has ${child} children where the state has ${state.children}`);
  addPlain(hand, state);
  addColumns(hand, state);
}

/** Where the words of a child end, of a day or of a year. */
export function endOfChild(words: Uint32Array, from: number): number {
  const word = words[from] ?? 0;
  let at = from + 1;
  for (let more = (word & CHILD.stays) !== 0; more;) {
    const stay = words[at] ?? 0;
    at += (cohortOf(stay) === COHORT.cut ? 3 : 2) + wordsIn(words[at + 1] ?? 0);
    more = (stay & STAY.last) === 0;
  }
  if ((word & CHILD.gaps) !== 0) at += 1 + (words[at] ?? 0) * 2;
  if ((word & CHILD.removals) !== 0) at += 1 + (words[at] ?? 0);
  return at;
}

export function countWords(
  { ground, one, desk, tally, ends, rows }: DayHand,
  years: Years,
  from: number,
  to: number,
): void {
  if (from === to) return;
  const some = { words: years.words.subarray(from, to), halves: years.halves.subarray(from * 2, to * 2) };
  countChildren(some, ground, one, desk, tally, ends, rows);
}

/** The child that was counted last, alone. */
export function addOther(hand: DayHand, state: PartState, child: number, furtherFrom: number): void {
  const { one, rows } = hand;
  if (sessionsIn(one) === 0) return;
  addSession(hand, state, child);
  for (let place = 0; place < one.schoolCount; place += 1) bringForward(hand, state, child, one.schools[place] ?? 0);
  const enrol = (from: typeof rows.first, at: number): void => {
    bringForward(hand, state, child, hand.numberOf.get(from.urn[at] ?? 0) ?? NO_SCHOOL);
    addEnrolment(hand, state, child, from.possible[at] ?? 0, from.authorised[at] ?? 0, from.unauthorised[at] ?? 0);
  };
  if (rows.first.possible[child] !== 0) enrol(rows.first, child);
  for (let at = furtherFrom; at < rows.furtherCount; at += 1) enrol(rows.further, at);
}

/** The sessions of the child that was counted last. */
export function sessionsIn({ rules }: OneChild): number {
  let sessions = 0;
  for (let rule = 1; rule < RULES - 1; rule += 1) sessions += rules[rule] ?? 0;
  return sessions;
}

/** Children with one school and nothing else on the day. */
function addPlain(hand: DayHand, state: PartState): void {
  const { schools, rows, week } = hand;
  const { possible, authorised, unauthorised } = rows.first;
  const { seen, children } = state;
  for (let child = 0; child < children; child += 1) {
    const school = schools[child] ?? 0;
    if (school === NO_SCHOOL) continue;
    if (seen[child] !== (school | (week << WEEK_AT))) {
      addSession(hand, state, child);
      bringForward(hand, state, child, school);
    }
    const sessions = possible[child] ?? 0;
    if (sessions !== 0) {
      addEnrolment(hand, state, child, sessions, authorised[child] ?? 0, unauthorised[child] ?? 0);
    }
  }
}

/** What only adds up: minutes, and sessions by rule, two children at once: no sum of a year’s sessions fills 15 bits. */
export function addColumns({ rows }: DayHand, state: PartState): void {
  const { children, room, minutes } = state;
  for (let child = 0; child < children; child += 1) minutes[child] = (minutes[child] ?? 0) + (rows.minutes[child] ?? 0);
  for (let rule = 1; rule < RULES - 1; rule += 1) {
    const more = columnOfRule(rows, rule);
    if (children < room) more[children] = 0;
    const pairs = new Int32Array(state.rules.buffer, state.rules.byteOffset + (rule - 1) * room * 2, room / 2);
    const added = new Int32Array(more.buffer, more.byteOffset, room / 2);
    for (let at = 0; at < pairs.length; at += 1) pairs[at] = (pairs[at] ?? 0) + (added[at] ?? 0);
  }
}
