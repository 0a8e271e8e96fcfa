import {
  afterStay,
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
  usualOf,
  wordsIn,
} from '../folded/layout.ts';
import { openYearAt, DAYS, type OpenYear } from '../folded/open-year.ts';
import type { Years } from '../folded/years.ts';
import type { Ground } from './ground.ts';
import { LATE, RULE_OF, SPACE, USUAL_AM, USUAL_PM } from './letters.ts';
import { clearDesk, nextSheet, NO_SHEET, widen, type Desk, type Sheet } from './desk.ts';

/** Lays a child’s contested stretches and gaps out on the desk from its words. Returns the place of the word that follows. */
export function layOut(years: Years, from: number, child: number, ground: Ground, desk: Desk): number {
  const { words } = years;
  let at = from;
  clearDesk(desk);
  if ((child & CHILD.stays) !== 0) at = layOutStays(years, at, ground, desk);
  if ((child & CHILD.gaps) !== 0) at = layOutGaps(words, at, ground, desk);
  desk.removalsAt = at;
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
    const contested = (stay & STAY.contested) !== 0;
    desk.sheetOf[desk.stayCount] = contested ? desk.count : NO_SHEET;
    desk.stayCount += 1;
    if (contested) layOutStay(years, at, ground, desk);
    at = afterStay(words, at);
  } while ((stay & STAY.last) === 0);
  return at;
}

function layOutStay({ words, halves }: Years, at: number, ground: Ground, desk: Desk): void {
  const stay = words[at] ?? 0;
  const span = words[at + 1] ?? 0;
  const school = stay & STAY.school;
  const open = openYearAt(ground.open, school);
  const sheet = nextSheet(desk);
  sheet.school = school;
  sheet.stay = stay;
  sheet.from = firstDayIn(span);
  sheet.to = lastDayIn(span);
  widen(desk, sheet.from, sheet.to);
  const cohort = cohortOf(stay);
  sheet.countsTo = cohort === COHORT.whole ? DAYS : cohort === COHORT.cut ? (words[at + 2] ?? 0) : -1;
  const am = USUAL_AM[usualOf(stay)] ?? 0;
  const pm = USUAL_PM[usualOf(stay)] ?? 0;
  sheet.first = open.beforeDay[sheet.from] ?? 0;
  sheet.end = Math.min(open.beforeDay[sheet.to + 1] ?? 0, open.beforeDay[ground.asOfDay + 1] ?? 0);
  for (let session = sheet.first; session < sheet.end; session += 1) {
    const pos = open.posOf[session] ?? 0;
    sheet.letters[pos] = (pos & 1) === 0 ? am : pm;
  }
  const after = afterStay(words, at);
  layOutDifferences(halves, after - wordsIn(span), after, open, sheet, desk);
  hear(sheet, ground, desk);
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
    const letter = letterOf(half);
    const runs = at + 1 + runsOf(half);
    let place = 0;
    for (at += 1; at < runs; at += 1) {
      const run = halves[at] ?? 0;
      const begins = firstOf(run);
      const length = sessionsOf(run);
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
    const rule = RULE_OF[letter] ?? 0;
    const before = desk.rule[pos] ?? 0;
    if (before !== 0 && (rule > before || (rule === before && rank > (desk.rank[pos] ?? 0)))) continue;
    desk.rule[pos] = rule;
    desk.letter[pos] = letter;
    desk.rank[pos] = rank;
  }
}

function layOutGaps(words: Uint32Array, from: number, ground: Ground, desk: Desk): number {
  const gaps = words[from] ?? 0;
  for (let at = from + 1; at < from + 1 + gaps * 2; at += 2) {
    const gap = words[at] ?? 0;
    const span = words[at + 1] ?? 0;
    widen(desk, firstDayIn(span), lastDayIn(span));
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
    const sheet = desk.sheets[desk.sheetOf[stayOf(word)] ?? NO_SHEET];
    if (!sheet) continue;
    const pos = openYearAt(ground.open, sheet.school).posOf[sessionOf(word)] ?? 0;
    const lateToLesson = isLateToLesson(word);
    const minutes = minutesOf(word);
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
