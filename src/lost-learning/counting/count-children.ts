import { CHILD, STAY } from '../folded/layout.ts';
import { openYearAt, WEEKS } from '../folded/open-year.ts';
import type { Years } from '../folded/years.ts';
import type { ChildRows } from './child-rows.ts';
import { countContested } from './count-contested.ts';
import { countGaps, countStay, PLACES, WEEK_PLACES, type Ends } from './count-plain.ts';
import { countRemovals } from './count-removals.ts';
import type { Desk } from './desk.ts';
import type { Ground } from './ground.ts';
import { RULE, RULES } from './letters.ts';
import { beginChild, endChild, endEnrolment, type OneChild } from './one-child.ts';
import { SCHOOL_CELLS, type Tally } from './tally.ts';

/** Counts the years of children: into the sums, and a row each. */
export function countChildren(
  years: Years,
  ground: Ground,
  one: OneChild,
  desk: Desk,
  tally: Tally,
  ends: Ends,
  rows: ChildRows,
): void {
  const { words } = years;
  let at = 0;
  while (at < words.length) {
    const child = words[at] ?? 0;
    at += 1;
    beginChild(one, child & CHILD.likeness);
    if ((child & CHILD.contested) !== 0) {
      one.weeks.fill(0);
      at = countContested(years, at, child, ground, one, desk, tally, ends, rows);
      countWeeks(one, tally);
    } else {
      const first = words[at] ?? 0;
      const alone = (child & CHILD.gaps) === 0 && (child & CHILD.stays) !== 0 && (first & STAY.last) !== 0;
      if (!alone) one.weeks.fill(0);
      if ((child & CHILD.stays) !== 0) {
        let stay: number;
        do {
          stay = words[at] ?? 0;
          at = countStay(years, at, alone, ground, one, tally, ends, rows);
        } while ((stay & STAY.last) === 0);
        endEnrolment(one, ground, tally, rows);
      }
      if ((child & CHILD.gaps) !== 0) at = countGaps(words, at, ground, one, tally);
      if ((child & CHILD.removals) !== 0) at = countRemovals(years, at, ground, one, tally);
      if (!alone) countWeeks(one, tally);
    }
    endChild(one, ground, tally, rows);
  }
}

function countWeeks(one: OneChild, tally: Tally): void {
  for (let week = 0; week < WEEKS; week += 1) {
    tally.weekChildren[week] = (tally.weekChildren[week] ?? 0) + (one.weeks[week] ?? 0);
  }
}

/**
 * Brings the stays that were told by their ends into the sums, once all children are counted: what schools’ weeks hold of
 * attended sessions is all sessions of those there less all that were missed.
 */
export function settleEnds(ends: Ends, ground: Ground, tally: Tally): void {
  const { schoolWeeks, weekChildren } = tally;
  for (let school = 0; school < ground.open.length; school += 1) {
    const open = openYearAt(ground.open, school);
    for (let session = 0, there = 0; session < open.sessions; session += 1) {
      there += ends.sessions[school * PLACES + session] ?? 0;
      const cell = school * SCHOOL_CELLS + (open.weekOf[session] ?? 0) * RULES + RULE.attended;
      schoolWeeks[cell] = (schoolWeeks[cell] ?? 0) + there;
    }
    for (let week = 0; week < WEEKS; week += 1) {
      const cell = school * SCHOOL_CELLS + week * RULES;
      for (let rule = RULE.attended + 1; rule < RULE.offRoll; rule += 1) {
        schoolWeeks[cell + RULE.attended] = (schoolWeeks[cell + RULE.attended] ?? 0) - (schoolWeeks[cell + rule] ?? 0);
      }
    }
    for (let place = 0, there = 0; place < open.openWeeks.length; place += 1) {
      there += ends.weeks[school * WEEK_PLACES + place] ?? 0;
      const week = open.openWeeks[place] ?? 0;
      weekChildren[week] = (weekChildren[week] ?? 0) + there;
    }
  }
}
