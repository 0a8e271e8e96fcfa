import {
  clearChildRows,
  countChildren,
  foldedWords,
  RULES,
  writeWord,
  type OneChild,
  type Years,
} from '#lost-learning';
import type { DayHand } from './day-hand.ts';
import { kindOf, learnKind, type Kind } from './day-kinds.ts';
import { addEnrolment, addSession, bringForward } from './day-merge.ts';
import { NO_SCHOOL, WEEK_AT, type PartState } from './day-state.ts';

const { CHILD, COHORT, cohortOf, STAY, wordsIn } = foldedWords;

/**
 * Counts the day of a part’s children into their state, all with the product’s kernel: of children with a usual day the
 * first of each kind, children with something different many at once, and each other child, of several schools or with
 * time off roll on the day, alone: then the kernel says at which schools it was.
 */
export function countDay(hand: DayHand, years: Years, state: PartState): void {
  const { words } = years;
  const { rows, plain, likenesses, opens, kinds, draft } = hand;
  clearChildRows(rows);
  let [at, child, different] = [0, 0, 0];
  for (; at < words.length; child += 1) {
    const from = at;
    const word = words[at] ?? 0;
    likenesses[child] = word & CHILD.likeness;
    if ((word & (CHILD.contested | CHILD.gaps | CHILD.stays)) === 0) {
      at += 1;
      continue;
    }
    const stay = words[at + 1] ?? 0;
    const alone = (word & (CHILD.contested | CHILD.gaps)) === 0 && (stay & STAY.last) !== 0;
    if (!alone) {
      at = endOfChild(words, from);
      countOther(hand, years, from, at, state, child);
      continue;
    }
    const differences = wordsIn(words[at + 2] ?? 0);
    at += 3 + differences;
    if ((word & CHILD.removals) !== 0) at += 1 + (words[at] ?? 0);
    if (at === from + 3) {
      const school = stay & STAY.school;
      const number = kindOf(stay, opens[school] ?? 0);
      const kind = kinds[number];
      if (kind) addUsual(hand, state, child, school, kind);
      else kinds[number] = countFirst(hand, years, from, at, state, child);
    } else {
      plain[different] = child;
      different += 1;
      for (let place = from; place < at; place += 1) writeWord(draft, words[place] ?? 0);
    }
  }
  if (child !== state.children) throw new Error(`The day has ${child} children where the state has ${state.children}`);
  countDifferent(hand, state, different);
}

/** A usual child beside whom the kernel has counted another of the same kind. */
function addUsual(hand: DayHand, state: PartState, child: number, school: number, kind: Kind): void {
  const { rules, sessions } = kind;
  if (rules.length === 0) return;
  const likeness = hand.likenesses[child] ?? 0;
  kind.schools[school] = (kind.schools[school] ?? 0) + 1;
  kind.likenesses[likeness] = (kind.likenesses[likeness] ?? 0) + 1;
  for (let nth = 0; nth < rules.length; nth += 1) {
    const at = ((rules[nth] ?? 0) - 1) * state.room + child;
    state.rules[at] = (state.rules[at] ?? 0) + (sessions[nth] ?? 0);
  }
  if (state.seen[child] !== (school | (hand.week << WEEK_AT))) {
    addSession(hand, state, child);
    bringForward(hand, state, child, school);
  }
  if (kind.possible !== 0) addEnrolment(hand, state, child, kind.possible, kind.authorised, kind.unauthorised);
}

function countFirst(hand: DayHand, years: Years, from: number, to: number, state: PartState, child: number): Kind {
  const causes = hand.tally.causes.slice();
  const row = hand.rows.count;
  countOther(hand, years, from, to, state, child);
  return learnKind(hand, row, causes);
}

/** Children with one school and something different on the day, whose words stand in the draft one after another. */
function countDifferent(hand: DayHand, state: PartState, children: number): void {
  const { rows, plain, draft, week } = hand;
  const { words } = draft.years;
  const first = rows.count;
  countWords(hand, draft.years, 0, draft.length);
  for (let [nth, at] = [0, 0]; nth < children; nth += 1) {
    const [child, row] = [plain[nth] ?? 0, first + nth];
    const school = (words[at + 1] ?? 0) & STAY.school;
    at = endOfChild(words, at);
    if ((hand.opens[school] ?? 0) === 0) continue;
    addRow(hand, state, child, row);
    if (state.seen[child] !== (school | (week << WEEK_AT))) {
      addSession(hand, state, child);
      bringForward(hand, state, child, school);
    }
    if (rows.first.possible[row] !== 0) addFirst(hand, state, child, row);
  }
  draft.length = 0;
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

/** Counts a child alone. */
export function countOther(
  hand: DayHand,
  years: Years,
  from: number,
  to: number,
  state: PartState,
  child: number,
): void {
  const { one, rows, numberOf } = hand;
  const { further } = rows;
  const [row, before] = [rows.count, rows.furtherCount];
  countWords(hand, years, from, to);
  if (sessionsIn(one) === 0) return;
  addRow(hand, state, child, row);
  addSession(hand, state, child);
  for (let place = 0; place < one.schoolCount; place += 1) bringForward(hand, state, child, one.schools[place] ?? 0);
  if (rows.first.possible[row] === 0) return;
  bringForward(hand, state, child, numberOf.get(rows.first.urn[row] ?? 0) ?? NO_SCHOOL);
  addFirst(hand, state, child, row);
  for (let at = before; at < rows.furtherCount; at += 1) {
    bringForward(hand, state, child, numberOf.get(further.urn[at] ?? 0) ?? NO_SCHOOL);
    const [possible, authorised, unauthorised] = [
      further.possible[at],
      further.authorised[at],
      further.unauthorised[at],
    ];
    addEnrolment(hand, state, child, possible ?? 0, authorised ?? 0, unauthorised ?? 0);
  }
}

/** The sessions of the child that was counted last. */
export function sessionsIn({ rules }: OneChild): number {
  let sessions = 0;
  for (let rule = 1; rule < RULES - 1; rule += 1) sessions += rules[rule] ?? 0;
  return sessions;
}

/** What only adds up: sessions by rule, and minutes. */
function addRow({ rows }: DayHand, state: PartState, child: number, row: number): void {
  state.minutes[child] = (state.minutes[child] ?? 0) + (rows.minutes[row] ?? 0);
  for (let rule = 1; rule < RULES - 1; rule += 1) {
    const sessions = rows.rules[rule * rows.room + row] ?? 0;
    const at = (rule - 1) * state.room + child;
    if (sessions !== 0) state.rules[at] = (state.rules[at] ?? 0) + sessions;
  }
}

/** The first enrolment of a row, at the school that stands in the child’s own columns. */
function addFirst(hand: DayHand, state: PartState, child: number, row: number): void {
  const { possible, authorised, unauthorised } = hand.rows.first;
  addEnrolment(hand, state, child, possible[row] ?? 0, authorised[row] ?? 0, unauthorised[row] ?? 0);
}
