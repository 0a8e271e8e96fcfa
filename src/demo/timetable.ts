import { findOpenDay, placeOf, schoolLeavingDay, type SchoolYear } from './calendar.ts';
import { happens, poisson } from './chance.ts';
import type { SchoolEvents } from './school-events.ts';
import { claim, claimDay, drawPlace, isFree, markOf, noteFirst, placeOfDay, SILENT, type Page } from './sheet.ts';
import type { CalendarOf } from './world.ts';

const B = markOf('B');
const C2 = markOf('C2');
const D = markOf('D');
const E = markOf('E');
const K = markOf('K');
const N = markOf('N');
const O = markOf('O');
const S = markOf('S');
const X = markOf('X');
const Y4 = markOf('Y4');

/** Days on which the school itself could not open (Y4), or on which no buses ran (Y2). */
export function closeSchool(page: Page, events: SchoolEvents): void {
  for (const place of events.closures) claimDay(page, place, Y4);
  if (events.disruption && happens(page.random, events.disruption.share))
    claimDay(page, events.disruption.place, markOf('Y2'));
}

/** The days that belong to the other school. A day on which that school is closed stays with this one. */
export function shareWeek(page: Page, calendarOf: CalendarOf): void {
  const { calendar, spell } = page;
  for (const plan of spell.elsewhere) {
    const other = calendarOf(plan.other, calendar.year);
    const mark = plan.mark === 'D' ? D : plan.mark === 'B' ? B : SILENT;
    for (let place = Math.max(page.from, placeOf(calendar, plan.from)); place <= page.to; place += 1) {
      const day = calendar.days[place] ?? 0;
      if (day > plan.to) break;
      const away = plan.weekdays.includes(calendar.weekdays[place] ?? 0);
      if (away && (isOpen(other, day) || plan.mark === '')) claimDay(page, place, mark);
    }
  }
}

function isOpen(calendar: SchoolYear, day: number): boolean {
  return findOpenDay(calendar, day, 0) === day;
}

/**
 * After a permanent exclusion the child stays on roll until the review is over: E for five school days, then the
 * authority’s provision from the sixth (Education Act 1996 s. 19; Education and Inspections Act 2006 s. 101).
 */
export function awaitReview(page: Page): void {
  const { excludedOn } = page.spell;
  if (excludedOn === undefined) return;
  const first = placeOfDay(page, excludedOn);
  for (let place = first; place <= page.to; place += 1) claimDay(page, place, place < first + 5 ? E : K);
}

/** Before a deletion under ground (i): absent without good reason throughout, the reason asked for and never given. */
export function beGone(page: Page): void {
  const { goneFrom } = page.spell;
  if (goneFrom === undefined) return;
  for (let place = placeOfDay(page, goneFrom); place <= page.to; place += 1) {
    for (const session of [2 * place, 2 * place + 1]) if (claim(page, session, O)) noteFirst(page, session, N, 6);
  }
}

/** Not required: mornings only for most new reception children in September, free afternoons in the sixth form. */
export function startGently(page: Page): void {
  const { yearGroup, spell, start } = page;
  if (yearGroup === 0 && spell.bornInto === start && page.from < 3) {
    for (let place = page.from; place < page.from + 8; place += 1) {
      if (place >= page.compulsory) break;
      if (place < page.from + 2 && spell.pupil.id % 2 === 0) claimDay(page, place, X);
      claim(page, 2 * place + 1, X);
    }
  }
  if (yearGroup >= 12) {
    const free = 1 + (spell.pupil.id % 5);
    for (let place = page.from; place <= page.to; place += 1) {
      if (page.calendar.weekdays[place] === free) claim(page, 2 * place + 1, X);
    }
  }
}

/** Study leave for year 11: from late May in some schools, from June in the rest; examinations bring children in. */
export function revise(page: Page, events: SchoolEvents): void {
  if (page.yearGroup !== 11) return;
  const leavingDay = schoolLeavingDay(page.calendar.year);
  for (let place = Math.max(page.from, events.studyLeave); place <= page.to; place += 1) {
    const over = (page.calendar.days[place] ?? 0) > leavingDay;
    for (const session of [2 * place, 2 * place + 1]) {
      if (over) claim(page, session, X);
      else if (happens(page.random, 0.72)) claim(page, session, S);
    }
  }
}

/**
 * A part-time timetable: the same sessions every week, agreed for six to twelve weeks, sometimes for longer. It takes only
 * sessions at which the child would have been in school: an absent child keeps the true reason.
 */
export function workPartTime(page: Page): void {
  const { random, rates, calendar, spell } = page;
  const { temper } = spell.pupil;
  const likelihood =
    rates.partTime * (page.circumstances.sen === 'N' ? 0.55 : 2.2) * (temper.conduct < 0.25 ? 2.2 : 0.6);
  if (page.yearGroup < 1 || page.yearGroup > 11 || !happens(random, likelihood)) return;
  const begin = drawPlace(calendar.ordinary, page.from, page.to, random);
  const days = happens(random, 0.2) ? 190 : 30 + random.below(45);
  const pattern = random.below(3);
  for (let place = begin; place < Math.min(begin + days, page.to + 1); place += 1) {
    const weekday = calendar.weekdays[place] ?? 0;
    if (pattern !== 2 || weekday === 1 || weekday === 5) claim(page, 2 * place + 1, C2);
    if (pattern === 1 && weekday >= 4) claim(page, 2 * place, C2);
  }
}

/** Registers that were not taken: most are filled in within days, some never are. */
export function missRegister(page: Page, events: SchoolEvents): void {
  const { random, sheet } = page;
  const missed = [...(events.missedRegisters.get(`${page.yearGroup}${page.spell.form}`) ?? [])];
  for (let each = poisson(random, 0.06); each > 0; each -= 1) {
    missed.push({
      session: 2 * (page.from + random.below(page.to - page.from + 1)),
      filledAfter: happens(random, 0.5) ? 2 : 0,
    });
  }
  for (const { session, filledAfter } of missed) {
    if (filledAfter > 0 && session >> 1 >= page.from && session >> 1 <= page.to && sheet.marks[session] !== SILENT) {
      noteFirst(page, session, SILENT, filledAfter);
    } else if (isFree(page, session)) claim(page, session, SILENT);
  }
}
