import {
  COHORT,
  cohortOf,
  firstDayIn,
  firstOf,
  hasMinutes,
  lastDayIn,
  letterOf,
  minuteHalves,
  minutesAt,
  runsOf,
  sessionsOf,
  STAY,
  usualOf,
  wordsIn,
} from '../folded/layout.ts';
import { openYearAt, DAYS, WEEKS, type OpenYear } from '../folded/open-year.ts';
import type { Years } from '../folded/years.ts';
import type { ChildRows } from './child-rows.ts';
import type { Ground } from './ground.ts';
import { CAUSE, causeOf, MOST_LOST, OWN_RULE_OF, RULE, RULES, USUAL_AM, USUAL_PM } from './letters.ts';
import { addSchool, addStay, beginEnrolment, endEnrolment, type OneChild } from './one-child.ts';
import { SCHOOL_CELLS, type Tally } from './tally.ts';

/** Places of a school among the sessions at which stays begin and end. */
export const PLACES = DAYS * 2 + 1;

/** Places of a school among the weeks in which it opens. */
export const WEEK_PLACES = WEEKS + 1;

/**
 * Stays of plain children, told by their ends alone: 1 more where one begins, 1 less after it ends. Summed up from the
 * left they say how many children were there at each session, without a step for each session of each child.
 */
export type Ends = { readonly sessions: Int32Array; readonly weeks: Int32Array };

/**
 * Counts a stay in which no other school has a say: every session is attended, as usual, but where the stay differs, so
 * what is counted is the differences. Returns the place of the word that follows. `alone`: the child has nothing else.
 */
export function countStay(
  { words, halves }: Years,
  from: number,
  alone: boolean,
  ground: Ground,
  one: OneChild,
  tally: Tally,
  ends: Ends,
  rows: ChildRows,
): number {
  const stay = words[from] ?? 0;
  const span = words[from + 1] ?? 0;
  let at = from + 2;
  addStay(one, from);
  const school = stay & STAY.school;
  const open = openYearAt(ground.open, school);
  const { mornings, weekOf, beforeDay } = open;
  const first = beforeDay[firstDayIn(span)] ?? 0;
  const end = Math.min(beforeDay[lastDayIn(span) + 1] ?? 0, beforeDay[ground.asOfDay + 1] ?? 0);
  const cohort = cohortOf(stay);
  let counted = first;
  if (cohort === COHORT.whole) counted = end;
  else if (cohort === COHORT.cut) {
    counted = Math.min(end, beforeDay[(words[at] ?? 0) + 1] ?? 0);
    at += 1;
  }
  const am = USUAL_AM[usualOf(stay)] ?? 0;
  const pm = USUAL_PM[usualOf(stay)] ?? 0;
  if ((stay & STAY.again) === 0) {
    endEnrolment(one, ground, tally, rows);
    beginEnrolment(one, school);
  }
  const { rules, enrolled } = one;
  const { schoolWeeks, causes } = tally;
  const cells = school * SCHOOL_CELLS;
  // Only where the cohort ends within the stay is there a run of which a part counts.
  const cut = counted > first && counted < end;
  const next = at + wordsIn(span);
  let different = 0;
  let differentMornings = 0;
  let missed = 0;
  let missedCounted = 0;
  let half = at * 2;
  while (half < next * 2) {
    const head = halves[half] ?? 0;
    const runs = half + 1;
    const stop = runs + runsOf(head);
    const letter = letterOf(head);
    const rule = OWN_RULE_OF[letter] ?? 0;
    let some = 0;
    let someCounted = 0;
    for (half = runs; half < stop; half += 1) {
      const run = halves[half] ?? 0;
      const begins = firstOf(run);
      const stops = Math.min(begins + sessionsOf(run), end);
      if (begins >= stops) continue;
      some += stops - begins;
      differentMornings += (mornings[stops] ?? 0) - (mornings[begins] ?? 0);
      // What is attended follows from the rest, so that a late mark costs next to nothing.
      if (rule === RULE.attended) continue;
      if (cut) someCounted += Math.max(0, Math.min(stops, counted) - begins);
      const week = weekOf[begins] ?? 0;
      if (week === weekOf[stops - 1]) {
        const cell = cells + week * RULES + rule;
        schoolWeeks[cell] = (schoolWeeks[cell] ?? 0) + stops - begins;
      } else {
        addWeeks(schoolWeeks, cells + rule, open, begins, stops);
      }
    }
    if (hasMinutes(head)) half = countMinutes(halves, runs, stop, end, open, school, one, tally);
    const cause = causeOf(letter);
    causes[cause] = (causes[cause] ?? 0) + some;
    different += some;
    if (rule === RULE.attended) continue;
    rules[rule] = (rules[rule] ?? 0) + some;
    missed += some;
    if (!cut) someCounted = counted > first ? some : 0;
    enrolled[rule] = (enrolled[rule] ?? 0) + someCounted;
    missedCounted += someCounted;
  }
  at = next;
  const sessions = end - first;
  if (sessions <= 0) return at;
  rules[RULE.attended] = (rules[RULE.attended] ?? 0) + sessions - missed;
  if (counted > first) enrolled[RULE.attended] = (enrolled[RULE.attended] ?? 0) + counted - first - missedCounted;
  const usualMornings = (mornings[end] ?? 0) - (mornings[first] ?? 0) - differentMornings;
  causes[am] = (causes[am] ?? 0) + usualMornings;
  causes[pm] = (causes[pm] ?? 0) + sessions - different - usualMornings;
  addSchool(one, school);
  addEnds(ends.sessions, school * PLACES, first, end);
  const firstWeek = open.openWeekOf[first] ?? 0;
  const lastWeek = open.openWeekOf[end - 1] ?? 0;
  if (alone) addEnds(ends.weeks, school * WEEK_PLACES, firstWeek, lastWeek + 1);
  else for (let place = firstWeek; place <= lastWeek; place += 1) one.weeks[open.openWeeks[place] ?? 0] = 1;
  return at;
}

/** Says that a child was at a school from one session until another. */
export function addEnds(ends: Int32Array, at: number, first: number, end: number): void {
  ends[at + first] = (ends[at + first] ?? 0) + 1;
  ends[at + end] = (ends[at + end] ?? 0) - 1;
}

/** Adds a run of sessions to the weeks that it touches. */
function addWeeks(sums: Int32Array, rule: number, open: OpenYear, begins: number, stops: number): void {
  let from = begins;
  while (from < stops) {
    const week = open.weekOf[from] ?? 0;
    const to = Math.min(stops, open.throughWeek[week] ?? stops);
    const cell = rule + week * RULES;
    sums[cell] = (sums[cell] ?? 0) + to - from;
    from = to;
  }
}

/** Counts the minutes behind runs of sessions. Returns the place of the half word that follows. */
function countMinutes(
  halves: Uint16Array,
  runs: number,
  minutesFrom: number,
  end: number,
  open: OpenYear,
  school: number,
  one: OneChild,
  tally: Tally,
): number {
  let place = 0;
  for (let half = runs; half < minutesFrom; half += 1) {
    const run = halves[half] ?? 0;
    const begins = firstOf(run);
    for (let session = begins; session < begins + sessionsOf(run); session += 1, place += 1) {
      const minutes = session < end ? Math.min(MOST_LOST, minutesAt(halves, minutesFrom, place)) : 0;
      if (minutes === 0) continue;
      const week = open.weekOf[session] ?? 0;
      one.minutes += minutes;
      tally.schoolMinutes[school] = (tally.schoolMinutes[school] ?? 0) + minutes;
      tally.weekMinutes[week] = (tally.weekMinutes[week] ?? 0) + minutes;
    }
  }
  return minutesFrom + minuteHalves(place);
}

/** Counts the time off roll of a child that no guest school marks. Returns the place of the word that follows. */
export function countGaps(words: Uint32Array, from: number, ground: Ground, one: OneChild, tally: Tally): number {
  const gaps = words[from] ?? 0;
  for (let at = from + 1; at < from + 1 + gaps * 2; at += 2) {
    const [gap, span] = [words[at] ?? 0, words[at + 1] ?? 0];
    const school = gap & STAY.school;
    const open = (gap & STAY.own) === 0 ? openYearAt(ground.open, school) : ground.usualDays;
    const first = open.beforeDay[firstDayIn(span)] ?? 0;
    const end = Math.min(open.beforeDay[lastDayIn(span) + 1] ?? 0, open.beforeDay[ground.asOfDay + 1] ?? 0);
    if (first >= end) continue;
    one.rules[RULE.offRoll] = (one.rules[RULE.offRoll] ?? 0) + end - first;
    tally.causes[CAUSE.offRoll] = (tally.causes[CAUSE.offRoll] ?? 0) + end - first;
    addWeeks(tally.schoolWeeks, school * SCHOOL_CELLS + RULE.offRoll, open, first, end);
    addSchool(one, school);
    const [firstWeek, lastWeek] = [open.openWeekOf[first] ?? 0, open.openWeekOf[end - 1] ?? 0];
    for (let place = firstWeek; place <= lastWeek; place += 1) one.weeks[open.openWeeks[place] ?? 0] = 1;
  }
  return from + 1 + gaps * 2;
}
