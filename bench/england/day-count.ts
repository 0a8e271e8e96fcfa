import {
  clearChildRows,
  countChildren,
  foldedWords,
  RULES,
  writeWord,
  type Draft,
  type OneChild,
  type Years,
} from '#lost-learning';
import { addFew, isFull, MOST_OF_ONE, numberHere } from './day-few-schools.ts';
import type { DayHand } from './day-hand.ts';
import { kindOf, learnKind, type Kind } from './day-kinds.ts';
import { addEnrolment, addSession, bringForward } from './day-merge.ts';
import { NO_SCHOOL, WEEK_AT, type PartState } from './day-state.ts';

const { afterStay, CHILD, STAY, wordsIn } = foldedWords;

/**
 * Counts the day of a part’s children into their state, all with the product’s kernel: of children with a usual day the
 * first of each kind, children with something different many at once, and each other child, of several schools or with
 * time off roll on the day, alone: then the kernel says at which schools it was.
 */
export function countDay(hand: DayHand, years: Years, state: PartState): void {
  const { words } = years;
  const { plain, likenesses, opens, kinds, draft } = hand;
  let [at, child] = [0, 0];
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
    at = alone ? endOfPlain(words, from) : endOfChild(words, from);
    if (alone && at === from + 3) {
      const school = stay & STAY.school;
      const number = kindOf(stay, opens[school] ?? 0);
      const kind = kinds[number];
      if (kind) {
        addUsual(hand, state, child, school, kind);
        continue;
      }
    }
    if (isHandFull(hand)) addCounted(hand, state);
    if (!alone) {
      countOther(hand, years, from, at, state, child);
    } else if (at === from + 3) {
      kinds[kindOf(stay, opens[stay & STAY.school] ?? 0)] = countFirst(hand, years, from, at, state, child);
    } else {
      plain[hand.plainCount] = child;
      hand.plainCount += 1;
      copyWords(hand, words, from, at, draft);
    }
  }
  if (child !== state.children) throw new Error(`The day has ${child} children where the state has ${state.children}`);
  addCounted(hand, state);
}

/** Whether what is counted is to be added up before another child. */
export function isHandFull({ rows, plainCount, few }: DayHand): boolean {
  return rows.count + plainCount === rows.room || rows.furtherCount > rows.room - MOST_OF_ONE || isFull(few);
}

function endOfPlain(words: Uint32Array, from: number): number {
  const at = from + 3 + wordsIn(words[from + 2] ?? 0);
  return ((words[from] ?? 0) & CHILD.removals) === 0 ? at : at + 1 + (words[at] ?? 0);
}

/** Copies a child’s words, with schools by their numbers among the few that are counted now. */
function copyWords({ few, area }: DayHand, words: Uint32Array, from: number, to: number, draft: Draft): void {
  const start = draft.length;
  for (let at = from; at < to; at += 1) writeWord(draft, words[at] ?? 0);
  const { words: copied } = draft.years;
  const renumber = (at: number): void => {
    const word = copied[at] ?? 0;
    copied[at] = (word & ~STAY.school) | numberHere(few, area, word & STAY.school);
  };
  const child = words[from] ?? 0;
  let at = start + 1;
  for (let more = (child & CHILD.stays) !== 0; more;) {
    const stay = copied[at] ?? 0;
    renumber(at);
    at = afterStay(copied, at);
    more = (stay & STAY.last) === 0;
  }
  if ((child & CHILD.gaps) === 0) return;
  const end = at + 1 + (copied[at] ?? 0) * 2;
  for (at += 1; at < end; at += 2) renumber(at);
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
  const { rows, sizes, few } = hand;
  const [before, row] = [few.tally.causes.slice(), rows.count];
  countOther(hand, years, from, to, state, child);
  const causes = few.tally.causes.map((sessions, letter) => sessions - (before[letter] ?? 0));
  return learnKind(rows, row, causes, sizes);
}

/** Counts the children with one school and something different that stand in the draft, and adds all sums up. */
export function addCounted(hand: DayHand, state: PartState): void {
  const { rows, plain, plainCount, draft, few, opens, week } = hand;
  const { words } = draft.years;
  const first = rows.count;
  countWords(hand, draft);
  for (let [nth, at] = [0, 0]; nth < plainCount; nth += 1) {
    const [child, row] = [plain[nth] ?? 0, first + nth];
    const school = few.schools[(words[at + 1] ?? 0) & STAY.school] ?? 0;
    at = endOfPlain(words, at);
    if (opens[school] === 0) continue;
    addRow(hand, state, child, row);
    if (state.seen[child] !== (school | (week << WEEK_AT))) {
      addSession(hand, state, child);
      bringForward(hand, state, child, school);
    }
    if (rows.first.possible[row] !== 0) addFirst(hand, state, child, row);
  }
  hand.plainCount = 0;
  clearChildRows(rows);
  addFew(few, hand.adds);
}

/** Where the words of a child end, of a day or of a year. */
export function endOfChild(words: Uint32Array, from: number): number {
  const word = words[from] ?? 0;
  let at = from + 1;
  for (let more = (word & CHILD.stays) !== 0; more;) {
    const stay = words[at] ?? 0;
    at = afterStay(words, at);
    more = (stay & STAY.last) === 0;
  }
  if ((word & CHILD.gaps) !== 0) at += 1 + (words[at] ?? 0) * 2;
  if ((word & CHILD.removals) !== 0) at += 1 + (words[at] ?? 0);
  return at;
}

/** Lets the kernel count the children in a draft, which is empty afterwards. */
function countWords({ few, one, desk, rows }: DayHand, draft: Draft): void {
  const { words, halves } = draft.years;
  const some = { words: words.subarray(0, draft.length), halves: halves.subarray(0, draft.length * 2) };
  countChildren(some, few.ground, one, desk, few.tally, few.ends, rows);
  draft.length = 0;
}

/** Lets the kernel count one child, of whom it then still knows all. */
export function countAlone(hand: DayHand, years: Years, from: number, to: number): void {
  copyWords(hand, years.words, from, to, hand.alone);
  countWords(hand, hand.alone);
}

/** Counts a child alone into its state. */
export function countOther(
  hand: DayHand,
  years: Years,
  from: number,
  to: number,
  state: PartState,
  child: number,
): void {
  const { one, rows, numberOf, few } = hand;
  const { further } = rows;
  const [row, before] = [rows.count, rows.furtherCount];
  countAlone(hand, years, from, to);
  if (sessionsIn(one) === 0) return;
  addRow(hand, state, child, row);
  addSession(hand, state, child);
  for (let place = 0; place < one.schoolCount; place += 1)
    bringForward(hand, state, child, few.schools[one.schools[place] ?? 0] ?? 0);
  if (rows.first.possible[row] === 0) return;
  bringForward(hand, state, child, numberOf.get(rows.first.urn[row] ?? 0) ?? NO_SCHOOL);
  addFirst(hand, state, child, row);
  for (let at = before; at < rows.furtherCount; at += 1) {
    bringForward(hand, state, child, numberOf.get(further.urn[at] ?? 0) ?? NO_SCHOOL);
    const { possible, authorised, unauthorised } = further;
    addEnrolment(hand, state, child, possible[at] ?? 0, authorised[at] ?? 0, unauthorised[at] ?? 0);
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
