import { CHILD, COHORT, STAY, USUAL } from '../folded/layout.ts';
import { DAYS } from '../folded/open-year.ts';
import type { ChildRows } from './child-rows.ts';
import { openAt, type Ground } from './ground.ts';
import { CAUSE, causeOf, LATE, OWN_RULE_OF, RULE, RULE_OF, RULES, SPACE } from './letters.ts';
import { addSchool, beginEnrolment, endEnrolment, type OneChild } from './one-child.ts';
import { SCHOOL_CELLS, type Tally } from './tally.ts';

const SESSIONS = DAYS * 2;
const MOST_LOST = 180;
const NO_SCHOOL = -1;

/** One stretch of a child at a school, laid out session by session; a letter of 0 is a session that is not its. */
type Sheet = {
  school: number;
  urn: number;
  stay: number;
  from: number;
  to: number;
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
  /** Off roll: the school last left, by session. */
  readonly leftFrom: Int32Array;
  readonly dualDays: Uint8Array;
};

export function newDesk(): Desk {
  return {
    sheets: [],
    count: 0,
    minutes: new Int32Array(SESSIONS),
    leftFrom: new Int32Array(SESSIONS),
    dualDays: new Uint8Array(DAYS),
  };
}

/**
 * Counts a child with marks of several schools in one session, a guest’s marks or removals: every session is laid out and
 * judged by the rules of the account. Few children are like that. Returns the place of the word that follows.
 */
export function countContested(
  words: Uint32Array,
  from: number,
  child: number,
  ground: Ground,
  one: OneChild,
  desk: Desk,
  tally: Tally,
  rows: ChildRows,
): number {
  let at = from;
  desk.count = 0;
  desk.minutes.fill(0);
  desk.leftFrom.fill(NO_SCHOOL);
  if ((child & CHILD.stays) !== 0) at = layOutStays(words, at, ground, desk);
  if ((child & CHILD.gaps) !== 0) at = layOutGaps(words, at, ground, desk);
  if ((child & CHILD.removals) !== 0) at = layOutRemovals(words, at, ground, desk);
  markDualDays(desk);
  for (let sheet = 0; sheet < desk.count; sheet += 1) countOwnRegister(desk, sheet, ground, one, tally, rows);
  endEnrolment(one, tally, rows);
  countSessions(desk, ground, one, tally);
  return at;
}

function layOutStays(words: Uint32Array, from: number, ground: Ground, desk: Desk): number {
  let at = from;
  let stay: number;
  do {
    stay = words[at] ?? 0;
    const span = words[at + 1] ?? 0;
    at += 2;
    const school = stay & STAY.school;
    const open = openAt(ground, school);
    const sheet = nextSheet(desk);
    sheet.school = school;
    sheet.urn = ground.urns[school] ?? 0;
    sheet.stay = stay;
    sheet.from = (span >>> 10) & 0x1ff;
    sheet.to = (span >>> 19) & 0x1ff;
    const cohort = (stay >>> STAY.cohortAt) & 3;
    sheet.countsTo = cohort === COHORT.whole ? DAYS : cohort === COHORT.cut ? (words[at] ?? 0) : -1;
    if (cohort === COHORT.cut) at += 1;
    const pair = USUAL[(stay >>> STAY.usualAt) & 3] ?? '  ';
    const first = open.beforeDay[sheet.from] ?? 0;
    const end = Math.min(open.beforeDay[sheet.to + 1] ?? 0, open.beforeDay[ground.asOfDay + 1] ?? 0);
    for (let session = first; session < end; session += 1) {
      const pos = open.posOf[session] ?? 0;
      sheet.letters[pos] = pair.charCodeAt(pos & 1);
    }
    for (let left = span & 0x3ff; left > 0; left -= 1) {
      const word = words[at] ?? 0;
      at += 1;
      const [begins, length, letter] = [word & 0x3ff, (word >>> 10) & 0x3ff, (word >>> 20) & 0x7f];
      const withMinutes = (word & (1 << 27)) !== 0;
      for (let session = begins; session < Math.min(begins + length, end); session += 1) {
        const [pos, place] = [open.posOf[session] ?? 0, session - begins];
        sheet.letters[pos] = letter;
        const minutes = withMinutes ? ((words[at + (place >> 2)] ?? 0) >>> ((place & 3) * 8)) & 0xff : 0;
        sheet.minutes[pos] = minutes;
        desk.minutes[pos] = (desk.minutes[pos] ?? 0) + minutes;
      }
      if (withMinutes) at += (length + 3) >> 2;
    }
  } while ((stay & STAY.last) === 0);
  return at;
}

function nextSheet(desk: Desk): Sheet {
  const sheet = desk.sheets[desk.count] ?? {
    school: 0,
    urn: 0,
    stay: 0,
    from: 0,
    to: 0,
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
    const open = (gap & STAY.own) === 0 ? openAt(ground, school) : ground.usualDays;
    const end = Math.min(open.beforeDay[((span >>> 19) & 0x1ff) + 1] ?? 0, open.beforeDay[ground.asOfDay + 1] ?? 0);
    for (let session = open.beforeDay[(span >>> 10) & 0x1ff] ?? 0; session < end; session += 1) {
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
    const sheet = desk.sheets[word & 0xff];
    if (!sheet) continue;
    const pos = openAt(ground, sheet.school).posOf[(word >>> 8) & 0x3ff] ?? 0;
    if (pos > ground.asOfDay * 2 + 1) continue;
    const [lateToLesson, minutes] = [(word & (1 << 18)) !== 0, (word >>> 19) & 0xff];
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
      desk.dualDays.fill(1, Math.max(one.from, other.from), Math.max(one.from, other.from, Math.min(one.to, other.to) + 1));
    }
  }
}

/** A school’s own register: its own marks decide, and its `D` is not required. */
function countOwnRegister(
  desk: Desk,
  place: number,
  ground: Ground,
  one: OneChild,
  tally: Tally,
  rows: ChildRows,
): void {
  const sheet = desk.sheets[place];
  if (!sheet) return;
  const { school, stay, letters } = sheet;
  if ((stay & STAY.again) === 0) {
    endEnrolment(one, tally, rows);
    beginEnrolment(one, school);
  }
  if ((stay & STAY.own) === 0) return;
  for (let pos = sheet.from * 2; pos < (sheet.to + 1) * 2; pos += 1) {
    const letter = letters[pos] ?? 0;
    if (letter === 0) continue;
    const rule = OWN_RULE_OF[letter] ?? 0;
    addSchoolSession(school, pos, rule, ground, tally);
    addSchool(one, school);
    if (rule === RULE.attended) {
      const minutes = Math.min(MOST_LOST, sheet.minutes[pos] ?? 0);
      tally.schoolMinutes[school] = (tally.schoolMinutes[school] ?? 0) + minutes;
    }
    if (pos >> 1 <= sheet.countsTo) one.enrolled[rule] = (one.enrolled[rule] ?? 0) + 1;
  }
}

/** A session of a school’s own register, taken out again of what the weeks of children are beyond the schools’. */
function addSchoolSession(school: number, pos: number, rule: number, ground: Ground, tally: Tally): void {
  const week = weekOf(pos, ground);
  const cell = school * SCHOOL_CELLS + week * RULES + rule;
  tally.schoolWeeks[cell] = (tally.schoolWeeks[cell] ?? 0) + 1;
  tally.weeksBeyond[week * RULES + rule] = (tally.weeksBeyond[week * RULES + rule] ?? 0) - 1;
}

function weekOf(pos: number, ground: Ground): number {
  return Math.floor((pos + (ground.weekday - 1) * 2) / 14);
}

/** The child’s own sessions: one state each, by the first rule that fits. */
function countSessions(desk: Desk, ground: Ground, one: OneChild, tally: Tally): void {
  for (let pos = 0; pos < Math.min(SESSIONS, (ground.asOfDay + 1) * 2); pos += 1) {
    const heard = deciding(desk, pos);
    const left = desk.leftFrom[pos] ?? NO_SCHOOL;
    if (!heard.onRoll && left === NO_SCHOOL) continue;
    const { rule, cause } = heard.onRoll ? judged(heard, desk.dualDays[pos >> 1] === 1) : judgedOffRoll(heard);
    one.rules[rule] = (one.rules[rule] ?? 0) + 1;
    tally.causes[cause] = (tally.causes[cause] ?? 0) + 1;
    const week = weekOf(pos, ground);
    one.weeks[week] = 1;
    tally.weeksBeyond[week * RULES + rule] = (tally.weeksBeyond[week * RULES + rule] ?? 0) + 1;
    if (!heard.onRoll && rule === RULE.offRoll) {
      addSchoolSession(left, pos, rule, ground, tally);
      addSchool(one, left);
    }
    if (rule === RULE.attended) {
      const minutes = Math.min(MOST_LOST, desk.minutes[pos] ?? 0);
      one.minutes += minutes;
      tally.weekMinutes[week] = (tally.weekMinutes[week] ?? 0) + minutes;
    }
  }
}

type Heard = { readonly onRoll: boolean; readonly rule: number; readonly letter: number };

/** The mark that decides a session: the first rule; of several, the main or single school’s, then the lowest URN. */
function deciding(desk: Desk, pos: number): Heard {
  let [onRoll, rule, letter, main, urn] = [false, 0, 0, false, 0];
  for (let place = 0; place < desk.count; place += 1) {
    const sheet = desk.sheets[place];
    const here = sheet?.letters[pos] ?? 0;
    if (!sheet || here === 0) continue;
    if ((sheet.stay & STAY.own) !== 0) onRoll = true;
    if (here === SPACE) continue;
    const [hereRule, hereMain] = [RULE_OF[here] ?? 0, (sheet.stay & STAY.main) !== 0];
    const before = rule === 0 || hereRule < rule;
    const nearer = hereRule === rule && (hereMain === main ? sheet.urn < urn : hereMain);
    if (before || nearer) [rule, letter, main, urn] = [hereRule, here, hereMain, sheet.urn];
  }
  return { onRoll, rule, letter };
}

function judged({ rule, letter }: Heard, dual: boolean): { readonly rule: number; readonly cause: number } {
  if (rule === 0) return { rule: RULE.unmarked, cause: CAUSE.unmarked };
  if (rule !== RULE.d) return { rule, cause: causeOf(letter) };
  return dual ? { rule: RULE.dual, cause: CAUSE.dual } : { rule: RULE.notRequired, cause: letter };
}

function judgedOffRoll({ rule, letter }: Heard): { readonly rule: number; readonly cause: number } {
  return rule === 0 || rule === RULE.d ? { rule: RULE.offRoll, cause: CAUSE.offRoll } : { rule, cause: causeOf(letter) };
}
