import {
  CHILD,
  COHORT,
  cohortOf,
  firstDayIn,
  firstOf,
  hasMinutes,
  isLateToLesson,
  lastDayIn,
  letterOf,
  minutesAt,
  minutesOf,
  minuteHalves,
  sessionOf,
  runsOf,
  sessionsOf,
  STAY,
  stayOf,
  USUAL,
  usualOf,
  wordsIn,
} from '../folded/layout.ts';
import { openYearAt, DAYS, type OpenYear } from '../folded/open-year.ts';
import type { Years } from '../folded/years.ts';
import type { Ground } from './ground.ts';
import { LATE, RULE_OF, SPACE } from './letters.ts';

export const SESSIONS = DAYS * 2;
export const NO_SCHOOL = -1;

/** One stretch of a child at a school, laid out session by session; a letter of 0 is a session that is not its. */
export type Sheet = {
  school: number;
  stay: number;
  from: number;
  to: number;
  /** Its sessions by the school’s numbers: the first, and the one after the last. */
  first: number;
  end: number;
  /** The day to which the published measures count; -1 where they do not. */
  countsTo: number;
  readonly letters: Uint8Array;
  readonly minutes: Int32Array;
};

/** Where the year of a child is laid out whose sessions several schools have a say in; used for one after another. */
export type Desk = {
  readonly sheets: Sheet[];
  count: number;
  readonly minutes: Int32Array;
  /** What decides a session so far: whether a school has the child on roll, the rule, its letter, and whose it is. */
  readonly onRoll: Uint8Array;
  readonly rule: Uint8Array;
  readonly letter: Uint8Array;
  readonly rank: Int32Array;
  /** Off roll: the school last left, by session. */
  readonly leftFrom: Int32Array;
  readonly dualDays: Uint8Array;
};

export function newDesk(): Desk {
  return {
    sheets: [],
    count: 0,
    minutes: new Int32Array(SESSIONS),
    onRoll: new Uint8Array(SESSIONS),
    rule: new Uint8Array(SESSIONS),
    letter: new Uint8Array(SESSIONS),
    rank: new Int32Array(SESSIONS),
    leftFrom: new Int32Array(SESSIONS),
    dualDays: new Uint8Array(DAYS),
  };
}

/** Lays a child’s year out on the desk from its words. Returns the place of the word that follows. */
export function layOut(years: Years, from: number, child: number, ground: Ground, desk: Desk): number {
  const { words } = years;
  let at = from;
  desk.count = 0;
  desk.minutes.fill(0);
  desk.onRoll.fill(0);
  desk.rule.fill(0);
  desk.leftFrom.fill(NO_SCHOOL);
  if ((child & CHILD.stays) !== 0) at = layOutStays(years, at, ground, desk);
  if ((child & CHILD.gaps) !== 0) at = layOutGaps(words, at, ground, desk);
  if ((child & CHILD.removals) !== 0) at = layOutRemovals(words, at, ground, desk);
  markDualDays(desk);
  return at;
}

function layOutStays(years: Years, from: number, ground: Ground, desk: Desk): number {
  const { words } = years;
  let at = from;
  let stay: number;
  do {
    stay = words[at] ?? 0;
    const span = words[at + 1] ?? 0;
    at += 2;
    const school = stay & STAY.school;
    const open = openYearAt(ground.open, school);
    const sheet = nextSheet(desk);
    sheet.school = school;
    sheet.stay = stay;
    sheet.from = firstDayIn(span);
    sheet.to = lastDayIn(span);
    const cohort = cohortOf(stay);
    sheet.countsTo = cohort === COHORT.whole ? DAYS : cohort === COHORT.cut ? (words[at] ?? 0) : -1;
    if (cohort === COHORT.cut) at += 1;
    const pair = USUAL[usualOf(stay)] ?? '/.';
    const first = open.beforeDay[sheet.from] ?? 0;
    const end = Math.min(open.beforeDay[sheet.to + 1] ?? 0, open.beforeDay[ground.asOfDay + 1] ?? 0);
    [sheet.first, sheet.end] = [first, end];
    const [am, pm] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    for (let session = first; session < end; session += 1) {
      const pos = open.posOf[session] ?? 0;
      sheet.letters[pos] = (pos & 1) === 0 ? am : pm;
    }
    layOutDifferences(years.halves, at, at + wordsIn(span), open, sheet, desk);
    at += wordsIn(span);
    hear(sheet, ground, desk);
  } while ((stay & STAY.last) === 0);
  return at;
}

/** Lays out what differs from the usual letters: the words from one place to another. */
function layOutDifferences(
  halves: Uint16Array,
  from: number,
  to: number,
  open: OpenYear,
  sheet: Sheet,
  desk: Desk,
): void {
  for (let at = from * 2; at < to * 2;) {
    const half = halves[at] ?? 0;
    const [letter, runs] = [letterOf(half), at + 1 + runsOf(half)];
    let place = 0;
    for (at += 1; at < runs; at += 1) {
      const run = halves[at] ?? 0;
      const [begins, length] = [firstOf(run), sessionsOf(run)];
      for (let session = begins; session < Math.min(begins + length, sheet.end); session += 1) {
        const pos = open.posOf[session] ?? 0;
        sheet.letters[pos] = letter;
        const minutes = hasMinutes(half) ? minutesAt(halves, runs, place + session - begins) : 0;
        sheet.minutes[pos] = minutes;
        desk.minutes[pos] = (desk.minutes[pos] ?? 0) + minutes;
      }
      place += length;
    }
    if (hasMinutes(half)) at += minuteHalves(place);
  }
}

/** Behind every URN of a main or single school. */
const NOT_MAIN = 1 << 30;

/** Lets a stretch have its say in each of its sessions: the first rule decides; of several marks the main or single school’s, then the lowest URN. */
function hear(sheet: Sheet, ground: Ground, desk: Desk): void {
  const { posOf } = openYearAt(ground.open, sheet.school);
  const own = (sheet.stay & STAY.own) !== 0;
  const rank = (ground.urns[sheet.school] ?? 0) + ((sheet.stay & STAY.main) === 0 ? NOT_MAIN : 0);
  for (let session = sheet.first; session < sheet.end; session += 1) {
    const pos = posOf[session] ?? 0;
    if (own) desk.onRoll[pos] = 1;
    const letter = sheet.letters[pos] ?? SPACE;
    if (letter === SPACE) continue;
    const [rule, before] = [RULE_OF[letter] ?? 0, desk.rule[pos] ?? 0];
    if (before !== 0 && (rule > before || (rule === before && rank > (desk.rank[pos] ?? 0)))) continue;
    desk.rule[pos] = rule;
    desk.letter[pos] = letter;
    desk.rank[pos] = rank;
  }
}

function nextSheet(desk: Desk): Sheet {
  const sheet = desk.sheets[desk.count] ?? {
    school: 0,
    stay: 0,
    from: 0,
    to: 0,
    first: 0,
    end: 0,
    countsTo: -1,
    letters: new Uint8Array(SESSIONS),
    minutes: new Int32Array(SESSIONS),
  };
  desk.sheets[desk.count] = sheet;
  desk.count += 1;
  sheet.letters.fill(0);
  sheet.minutes.fill(0);
  return sheet;
}

function layOutGaps(words: Uint32Array, from: number, ground: Ground, desk: Desk): number {
  const gaps = words[from] ?? 0;
  for (let at = from + 1; at < from + 1 + gaps * 2; at += 2) {
    const [gap, span] = [words[at] ?? 0, words[at + 1] ?? 0];
    const school = gap & STAY.school;
    const open = (gap & STAY.own) === 0 ? openYearAt(ground.open, school) : ground.usualDays;
    const end = Math.min(open.beforeDay[lastDayIn(span) + 1] ?? 0, open.beforeDay[ground.asOfDay + 1] ?? 0);
    for (let session = open.beforeDay[firstDayIn(span)] ?? 0; session < end; session += 1) {
      desk.leftFrom[open.posOf[session] ?? 0] = school;
    }
  }
  return from + 1 + gaps * 2;
}

/** Lateness to a lesson does not count where a register has an L: for the child any school’s, in a school’s own its own. */
function layOutRemovals(words: Uint32Array, from: number, ground: Ground, desk: Desk): number {
  const removals = words[from] ?? 0;
  for (let at = from + 1; at <= from + removals; at += 1) {
    const word = words[at] ?? 0;
    const sheet = desk.sheets[stayOf(word)];
    if (!sheet) continue;
    const pos = openYearAt(ground.open, sheet.school).posOf[sessionOf(word)] ?? 0;
    if (pos > ground.asOfDay * 2 + 1) continue;
    const [lateToLesson, minutes] = [isLateToLesson(word), minutesOf(word)];
    let late = false;
    for (let other = 0; other < desk.count; other += 1) if (desk.sheets[other]?.letters[pos] === LATE) late = true;
    if (!lateToLesson || !late) desk.minutes[pos] = (desk.minutes[pos] ?? 0) + minutes;
    if (!lateToLesson || sheet.letters[pos] !== LATE) sheet.minutes[pos] = (sheet.minutes[pos] ?? 0) + minutes;
  }
  return from + 1 + removals;
}

/** Days on which two or more schools have the child on roll, guest stretches apart. */
function markDualDays(desk: Desk): void {
  desk.dualDays.fill(0);
  for (let place = 1; place < desk.count; place += 1) {
    const one = desk.sheets[place];
    for (let before = 0; before < place; before += 1) {
      const other = desk.sheets[before];
      if (!one || !other || one.school === other.school || (one.stay & other.stay & STAY.own) === 0) continue;
      desk.dualDays.fill(
        1,
        Math.max(one.from, other.from),
        Math.max(one.from, other.from, Math.min(one.to, other.to) + 1),
      );
    }
  }
}
