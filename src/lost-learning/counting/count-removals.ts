import {
  afterStay,
  firstOf,
  hasMinutes,
  isLateToLesson,
  letterOf,
  minutesAt,
  minutesOf,
  minuteHalves,
  placeOf,
  runsOf,
  sessionOf,
  sessionsOf,
  STAY,
  stayOf,
  usualOf,
  wordsIn,
} from '../folded/layout.ts';
import { openYearAt, type OpenYear } from '../folded/open-year.ts';
import type { Years } from '../folded/years.ts';
import type { Ground } from './ground.ts';
import { LATE, MOST_LOST, OWN_RULE_OF, RULE, USUAL_AM, USUAL_PM } from './letters.ts';
import type { OneChild } from './one-child.ts';
import type { Tally } from './tally.ts';

/**
 * Counts the removals of a child in stays that no other school has a say in: what each session in school loses beyond
 * the lateness in the register, which is counted. Returns the place of the word that follows.
 */
export function countRemovals(years: Years, from: number, ground: Ground, one: OneChild, tally: Tally): number {
  const { words } = years;
  const end = from + 1 + (words[from] ?? 0);
  for (let at = from + 1; at < end;) {
    const word = words[at] ?? 0;
    const place = placeOf(word);
    const stayAt = one.stayAt[stayOf(word)] ?? 0;
    const stay = words[stayAt] ?? 0;
    if ((stay & STAY.contested) !== 0) {
      at += 1;
      continue;
    }
    const school = stay & STAY.school;
    const open = openYearAt(ground.open, school);
    const session = sessionOf(word);
    const found =
      session < (open.beforeDay[ground.asOfDay + 1] ?? 0) ? findMark(years, stayAt, session, open) : undefined;
    const late = found?.minutes ?? 0;
    let minutes = late;
    for (; at < end && placeOf(words[at] ?? 0) === place; at += 1) {
      const removal = words[at] ?? 0;
      if (!isLateToLesson(removal) || found?.letter !== LATE) minutes += minutesOf(removal);
    }
    if (!found || OWN_RULE_OF[found.letter] !== RULE.attended) continue;
    const more = Math.min(MOST_LOST, minutes) - Math.min(MOST_LOST, late);
    const week = open.weekOf[session] ?? 0;
    one.minutes += more;
    tally.schoolMinutes[school] = (tally.schoolMinutes[school] ?? 0) + more;
    tally.weekMinutes[week] = (tally.weekMinutes[week] ?? 0) + more;
  }
  return end;
}

/** The letter of one session of a stretch, and the minutes late. */
function findMark(
  { words, halves }: Years,
  stayAt: number,
  session: number,
  open: OpenYear,
): { readonly letter: number; readonly minutes: number } {
  const stay = words[stayAt] ?? 0;
  const after = afterStay(words, stayAt);
  for (let at = (after - wordsIn(words[stayAt + 1] ?? 0)) * 2; at < after * 2;) {
    const half = halves[at] ?? 0;
    const runs = at + 1 + runsOf(half);
    let place = 0;
    for (at += 1; at < runs; at += 1) {
      const run = halves[at] ?? 0;
      const into = session - firstOf(run);
      if (into >= 0 && into < sessionsOf(run)) {
        const minutes = hasMinutes(half) ? minutesAt(halves, runs, place + into) : 0;
        return { letter: letterOf(half), minutes };
      }
      place += sessionsOf(run);
    }
    if (hasMinutes(half)) at += minuteHalves(place);
  }
  const usual = ((open.posOf[session] ?? 0) & 1) === 0 ? USUAL_AM : USUAL_PM;
  return { letter: usual[usualOf(stay)] ?? 0, minutes: 0 };
}
