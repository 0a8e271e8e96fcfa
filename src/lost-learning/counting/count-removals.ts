import {
  COHORT,
  cohortOf,
  differencesIn,
  firstOf,
  hasMinutes,
  isLateToLesson,
  letterOf,
  minutesAt,
  minutesOf,
  minuteWords,
  placeOf,
  sessionOf,
  sessionsOf,
  STAY,
  stayOf,
  usualOf,
} from '../folded/layout.ts';
import { openYearAt, type OpenYear } from '../folded/open-year.ts';
import { USUAL_AM, USUAL_PM } from './count-plain.ts';
import type { Ground } from './ground.ts';
import { LATE, MOST_LOST, OWN_RULE_OF, RULE } from './letters.ts';
import type { OneChild } from './one-child.ts';
import type { Tally } from './tally.ts';

/**
 * Counts the removals of a child whose sessions no other school has a say in: what each session in school loses beyond
 * the lateness in the register, which is counted. Returns the place of the word that follows.
 */
export function countRemovals(words: Uint32Array, from: number, ground: Ground, one: OneChild, tally: Tally): number {
  const end = from + 1 + (words[from] ?? 0);
  for (let at = from + 1; at < end;) {
    const word = words[at] ?? 0;
    const place = placeOf(word);
    const stayAt = one.stayAt[stayOf(word)] ?? 0;
    const school = (words[stayAt] ?? 0) & STAY.school;
    const open = openYearAt(ground.open, school);
    const session = sessionOf(word);
    const found =
      session < (open.beforeDay[ground.asOfDay + 1] ?? 0) ? findMark(words, stayAt, session, open) : undefined;
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
  words: Uint32Array,
  stayAt: number,
  session: number,
  open: OpenYear,
): { readonly letter: number; readonly minutes: number } {
  const stay = words[stayAt] ?? 0;
  const cut = cohortOf(stay) === COHORT.cut ? 1 : 0;
  let at = stayAt + 2 + cut;
  for (let left = differencesIn(words[stayAt + 1] ?? 0); left > 0; left -= 1) {
    const word = words[at] ?? 0;
    const [begins, length, withMinutes] = [firstOf(word), sessionsOf(word), hasMinutes(word)];
    if (session >= begins && session < begins + length) {
      const place = session - begins;
      const minutes = withMinutes ? minutesAt(words, at + 1, place) : 0;
      return { letter: letterOf(word), minutes };
    }
    at += 1 + (withMinutes ? minuteWords(length) : 0);
  }
  const usual = ((open.posOf[session] ?? 0) & 1) === 0 ? USUAL_AM : USUAL_PM;
  return { letter: usual[usualOf(stay)] ?? 0, minutes: 0 };
}
