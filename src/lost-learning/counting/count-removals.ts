import { COHORT, STAY } from '../folded/layout.ts';
import type { OpenYear } from '../folded/open-year.ts';
import { USUAL_AM, USUAL_PM } from './count-plain.ts';
import { openAt, type Ground } from './ground.ts';
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
    const place = word & SAME_SESSION;
    const stayAt = one.stayAt[word & 0xff] ?? 0;
    const school = (words[stayAt] ?? 0) & STAY.school;
    const open = openAt(ground, school);
    const session = (word >>> 8) & 0x3ff;
    const found =
      session < (open.beforeDay[ground.asOfDay + 1] ?? 0) ? findMark(words, stayAt, session, open) : undefined;
    const late = found?.minutes ?? 0;
    let minutes = late;
    for (; at < end && ((words[at] ?? 0) & SAME_SESSION) === place; at += 1) {
      const removal = words[at] ?? 0;
      if ((removal & (1 << 18)) === 0 || found?.letter !== LATE) minutes += (removal >>> 19) & 0xff;
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

/** The bits of a removal that say in which session of which stretch. */
const SAME_SESSION = 0x3_ffff;

/** The letter of one session of a stretch, and the minutes late. */
function findMark(
  words: Uint32Array,
  stayAt: number,
  session: number,
  open: OpenYear,
): { readonly letter: number; readonly minutes: number } {
  const stay = words[stayAt] ?? 0;
  const cut = ((stay >>> STAY.cohortAt) & 3) === COHORT.cut ? 1 : 0;
  let at = stayAt + 2 + cut;
  for (let left = (words[stayAt + 1] ?? 0) & 0x3ff; left > 0; left -= 1) {
    const word = words[at] ?? 0;
    const [begins, length, withMinutes] = [word & 0x3ff, (word >>> 10) & 0x3ff, (word & (1 << 27)) !== 0];
    if (session >= begins && session < begins + length) {
      const place = session - begins;
      const minutes = withMinutes ? ((words[at + 1 + (place >> 2)] ?? 0) >>> ((place & 3) * 8)) & 0xff : 0;
      return { letter: (word >>> 20) & 0x7f, minutes };
    }
    at += 1 + (withMinutes ? (length + 3) >> 2 : 0);
  }
  const usual = ((open.posOf[session] ?? 0) & 1) === 0 ? USUAL_AM : USUAL_PM;
  return { letter: usual[(stay >>> STAY.usualAt) & 3] ?? 0, minutes: 0 };
}
