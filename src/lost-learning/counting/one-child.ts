import { MOST_STAYS } from '../folded/layout.ts';
import { WEEKS } from '../folded/open-year.ts';
import { RULE, RULES } from './letters.ts';
import type { ChildRows } from './child-rows.ts';
import type { Ground } from './ground.ts';
import { ENROLMENT_SUMS, LIKENESS_SUMS, type Tally } from './tally.ts';

/** What is known of the child that is being counted; one of these is used for all, and cleared for each. */
export type OneChild = {
  readonly rules: Int32Array;
  /** Of the enrolment that is open: sessions by rule up to the last day that counts. */
  readonly enrolled: Int32Array;
  enrolmentSchool: number;
  minutes: number;
  likeness: number;
  /** Schools in whose own register the child has a session. */
  readonly schools: Int32Array;
  schoolCount: number;
  /** Where the words of each stretch begin. */
  readonly stayAt: Int32Array;
  stayCount: number;
  /** Weeks with a session, a byte each. */
  readonly weeks: Uint8Array;
};

const NONE = -1;

export function newOneChild(): OneChild {
  return {
    rules: new Int32Array(RULES),
    enrolled: new Int32Array(RULES),
    enrolmentSchool: NONE,
    minutes: 0,
    likeness: 0,
    schools: new Int32Array(MOST_STAYS + 1),
    schoolCount: 0,
    stayAt: new Int32Array(MOST_STAYS + 1),
    stayCount: 0,
    weeks: new Uint8Array(WEEKS),
  };
}

export function beginChild(one: OneChild, likeness: number): void {
  for (let rule = 0; rule < RULES; rule += 1) one.rules[rule] = 0;
  one.minutes = 0;
  one.likeness = likeness;
  one.schoolCount = 0;
  one.stayCount = 0;
}

export function addSchool(one: OneChild, school: number): void {
  for (let at = 0; at < one.schoolCount; at += 1) if (one.schools[at] === school) return;
  one.schools[one.schoolCount] = school;
  one.schoolCount += 1;
}

/** Notes where the words of a stretch begin: removals name it by its number. */
export function addStay(one: OneChild, at: number): void {
  one.stayAt[one.stayCount] = at;
  one.stayCount += 1;
}

/** Opens the enrolment of a school: its stretches add up until the next school’s. */
export function beginEnrolment(one: OneChild, school: number): void {
  for (let rule = 0; rule < RULES; rule += 1) one.enrolled[rule] = 0;
  one.enrolmentSchool = school;
}

/** The enrolment that was open, written and summed: none without possible sessions. */
export function endEnrolment(one: OneChild, ground: Ground, tally: Tally, rows: ChildRows): void {
  const school = one.enrolmentSchool;
  if (school === NONE) return;
  one.enrolmentSchool = NONE;
  const { enrolled } = one;
  const suspended = enrolled[RULE.suspended] ?? 0;
  const unauthorised = enrolled[RULE.unauthorised] ?? 0;
  const authorised = suspended + (enrolled[RULE.partTime] ?? 0) + (enrolled[RULE.authorised] ?? 0);
  const overall = authorised + unauthorised;
  const possible = (enrolled[RULE.attended] ?? 0) + overall;
  if (possible === 0) return;
  addRow(rows, ground.urns[school] ?? 0, possible, authorised, unauthorised);
  const persistent = overall * 10 >= possible ? 1 : 0;
  const severe = overall * 2 >= possible ? 1 : 0;
  addEnrolment(tally.schoolEnrolments, school, possible, authorised, unauthorised, persistent, severe);
  addEnrolment(tally.likenessEnrolments, one.likeness, possible, authorised, unauthorised, persistent, severe);
}

/** A child’s first enrolment stands beside the child’s figures; a further one, which few have, in a list. */
function addRow(rows: ChildRows, urn: number, possible: number, authorised: number, unauthorised: number): void {
  const first = rows.first.possible[rows.count] === 0;
  const into = first ? rows.first : rows.further;
  const at = first ? rows.count : rows.furtherCount;
  into.urn[at] = urn;
  into.possible[at] = possible;
  into.authorised[at] = authorised;
  into.unauthorised[at] = unauthorised;
  if (first) return;
  rows.furtherChild[at] = rows.count;
  rows.furtherCount = at + 1;
}

function addEnrolment(
  sums: Float64Array,
  group: number,
  possible: number,
  authorised: number,
  unauthorised: number,
  persistent: number,
  severe: number,
): void {
  const at = group * ENROLMENT_SUMS;
  sums[at] = (sums[at] ?? 0) + 1;
  sums[at + 1] = (sums[at + 1] ?? 0) + possible;
  sums[at + 2] = (sums[at + 2] ?? 0) + authorised;
  sums[at + 3] = (sums[at + 3] ?? 0) + unauthorised;
  sums[at + 4] = (sums[at + 4] ?? 0) + persistent;
  sums[at + 5] = (sums[at + 5] ?? 0) + severe;
}

/** The child’s row and its part in the sums of its likeness and its schools: a row of nothing where it has no session. */
export function endChild(one: OneChild, ground: Ground, tally: Tally, rows: ChildRows): void {
  const { rules } = one;
  let calendar = 0;
  for (let rule = RULE.attended; rule <= RULE.offRoll; rule += 1) {
    const sessions = rules[rule] ?? 0;
    calendar += sessions;
    rows.rules[rule * rows.room + rows.count] = sessions;
  }
  rows.calendar[rows.count] = calendar;
  rows.minutes[rows.count] = one.minutes;
  rows.count += 1;
  if (calendar === 0) return;
  const { likenesses } = tally;
  const at = one.likeness * LIKENESS_SUMS;
  likenesses[at] = (likenesses[at] ?? 0) + one.minutes;
  for (let rule = RULE.attended; rule <= RULE.offRoll; rule += 1) {
    likenesses[at + rule] = (likenesses[at + rule] ?? 0) + (rules[rule] ?? 0);
  }
  likenesses[at + RULES] = (likenesses[at + RULES] ?? 0) + 1;
  for (let place = 0; place < one.schoolCount; place += 1) {
    const school = one.schools[place] ?? 0;
    tally.schoolChildren[school] = (tally.schoolChildren[school] ?? 0) + 1;
  }
  if (one.schoolCount > 1) countAgain(one, ground, tally);
}

/** A child of two schools of one group is counted in it once: what the schools’ numbers add up to beyond that. */
function countAgain(one: OneChild, ground: Ground, tally: Tally): void {
  for (let place = 1; place < one.schoolCount; place += 1) {
    addWhereSeen(one, place, ground.phaseOf, tally.phaseAgain);
    addWhereSeen(one, place, ground.trustOf, tally.trustAgain);
    addWhereSeen(one, place, ground.authorityOf, tally.authorityAgain);
    addWhereSeen(one, place, ground.regionOf, tally.regionAgain);
  }
}

function addWhereSeen(one: OneChild, place: number, groupOf: Int32Array, again: Int32Array): void {
  const group = groupOf[one.schools[place] ?? 0] ?? 0;
  for (let before = 0; before < place; before += 1) {
    if (groupOf[one.schools[before] ?? 0] !== group) continue;
    again[group] = (again[group] ?? 0) + 1;
    return;
  }
}
