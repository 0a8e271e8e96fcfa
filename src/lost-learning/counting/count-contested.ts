import { afterStay, CHILD, STAY } from '../folded/layout.ts';
import { openYearAt } from '../folded/open-year.ts';
import type { Years } from '../folded/years.ts';
import type { ChildRows } from './child-rows.ts';
import { addEnds, countStay, PLACES, type Ends } from './count-plain.ts';
import { countRemovals } from './count-removals.ts';
import { NO_SCHOOL, NO_SHEET, type Desk } from './desk.ts';
import type { Ground } from './ground.ts';
import { layOut } from './lay-out.ts';
import { CAUSE, MOST_LOST, OWN_RULE_OF, RULE, RULES, SPACE } from './letters.ts';
import { addSchool, addStay, beginEnrolment, endEnrolment, type OneChild } from './one-child.ts';
import { SCHOOL_CELLS, type Tally } from './tally.ts';

/**
 * Counts a child with marks of several schools in one session or a guest’s marks: where that is so every session is laid out
 * and judged by the rules of the account, and what is before and after is counted as it stands. Few children are like that.
 * Returns the place of the word that follows.
 */
export function countContested(
  years: Years,
  from: number,
  child: number,
  ground: Ground,
  one: OneChild,
  desk: Desk,
  tally: Tally,
  ends: Ends,
  rows: ChildRows,
): number {
  const { words } = years;
  const end = layOut(years, from, child, ground, desk);
  let at = from;
  let sheet = 0;
  for (let stay = 0; stay < desk.stayCount; stay += 1) {
    if (desk.sheetOf[stay] === NO_SHEET) {
      at = countStay(years, at, false, ground, one, tally, ends, rows);
    } else {
      addStay(one, at);
      countOwnRegister(desk, sheet, ground, one, tally, ends, rows);
      sheet += 1;
      at = afterStay(words, at);
    }
  }
  endEnrolment(one, ground, tally, rows);
  countSessions(desk, ground, one, tally);
  if ((child & CHILD.removals) !== 0) countRemovals(years, desk.removalsAt, ground, one, tally);
  return end;
}

/** A school’s own register: its own marks decide, and its `D` is not required. */
function countOwnRegister(
  desk: Desk,
  place: number,
  ground: Ground,
  one: OneChild,
  tally: Tally,
  ends: Ends,
  rows: ChildRows,
): void {
  const sheet = desk.sheets[place];
  if (!sheet) return;
  const { school, stay, letters, countsTo } = sheet;
  if ((stay & STAY.again) === 0) {
    endEnrolment(one, ground, tally, rows);
    beginEnrolment(one, school);
  }
  if ((stay & STAY.own) === 0) return;
  if (sheet.first < sheet.end) {
    addSchool(one, school);
    addEnds(ends.sessions, school * PLACES, sheet.first, sheet.end);
  }
  const { posOf, weekOf } = openYearAt(ground.open, school);
  const { schoolWeeks, weeksBeyond } = tally;
  const { enrolled } = one;
  const cells = school * SCHOOL_CELLS;
  for (let session = sheet.first; session < sheet.end; session += 1) {
    const pos = posOf[session] ?? 0;
    const rule = OWN_RULE_OF[letters[pos] ?? SPACE] ?? 0;
    // Taken out again of what the weeks of children are beyond the schools’.
    const cell = (weekOf[session] ?? 0) * RULES + rule;
    weeksBeyond[cell] = (weeksBeyond[cell] ?? 0) - 1;
    if (rule !== RULE.attended) schoolWeeks[cells + cell] = (schoolWeeks[cells + cell] ?? 0) + 1;
    const minutes = sheet.minutes[pos] ?? 0;
    if (minutes !== 0 && rule === RULE.attended) {
      tally.schoolMinutes[school] = (tally.schoolMinutes[school] ?? 0) + Math.min(MOST_LOST, minutes);
    }
    if (pos >> 1 <= countsTo) enrolled[rule] = (enrolled[rule] ?? 0) + 1;
  }
}

/** The child’s own sessions: one state each, by the first rule that fits. */
function countSessions(desk: Desk, ground: Ground, one: OneChild, tally: Tally): void {
  const { onRoll, leftFrom, dualDays, letter } = desk;
  const { causes, weeksBeyond } = tally;
  const { rules, weeks } = one;
  const places = Math.min(desk.end, (ground.asOfDay + 1) * 2);
  for (let pos = desk.first; pos < places; pos += 1) {
    const here = onRoll[pos] === 1;
    if (!here && leftFrom[pos] === NO_SCHOOL) continue;
    const heard = desk.rule[pos] ?? 0;
    const rule = here ? judged(heard, dualDays[pos >> 1] === 1) : judgedOffRoll(heard);
    const cause = CAUSE_OF_RULE[rule] || (letter[pos] ?? SPACE);
    const week = ground.weekOf[pos] ?? 0;
    const cell = week * RULES + rule;
    rules[rule] = (rules[rule] ?? 0) + 1;
    causes[cause] = (causes[cause] ?? 0) + 1;
    weeks[week] = 1;
    // A session off roll stands in the register of the school last left too: it is nothing beyond the schools’.
    if (rule === RULE.offRoll) countOffRoll(leftFrom[pos] ?? 0, cell, one, tally);
    else weeksBeyond[cell] = (weeksBeyond[cell] ?? 0) + 1;
    const minutes = desk.minutes[pos] ?? 0;
    if (minutes !== 0 && rule === RULE.attended) {
      one.minutes += Math.min(MOST_LOST, minutes);
      tally.weekMinutes[week] = (tally.weekMinutes[week] ?? 0) + Math.min(MOST_LOST, minutes);
    }
  }
}

function countOffRoll(school: number, cell: number, one: OneChild, tally: Tally): void {
  const at = school * SCHOOL_CELLS + cell;
  tally.schoolWeeks[at] = (tally.schoolWeeks[at] ?? 0) + 1;
  addSchool(one, school);
}

/** What is told of as the cause where no mark decided. */
const CAUSE_OF_RULE = new Uint8Array(RULES);
CAUSE_OF_RULE[RULE.dual] = CAUSE.dual;
CAUSE_OF_RULE[RULE.unmarked] = CAUSE.unmarked;
CAUSE_OF_RULE[RULE.offRoll] = CAUSE.offRoll;

/** The rule of a session on roll, from that of the mark that was heard (0: none). */
function judged(heard: number, dual: boolean): number {
  if (heard === 0) return RULE.unmarked;
  if (heard !== RULE.d) return heard;
  return dual ? RULE.dual : RULE.notRequired;
}

/** The same off roll, where only a guest’s mark can have been heard. */
function judgedOffRoll(heard: number): number {
  return heard === 0 || heard === RULE.d ? RULE.offRoll : heard;
}
