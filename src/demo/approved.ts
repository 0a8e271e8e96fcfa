import { happens, poisson } from './chance.ts';
import type { SchoolEvents } from './school-events.ts';
import { claim, claimDay, drawPlace, isFree, markOf, shareOfYear, type Page } from './sheet.ts';

const B = markOf('B');
const K = markOf('K');
const L = markOf('L');
const P = markOf('P');
const Q = markOf('Q');
const V = markOf('V');
const W = markOf('W');
const Y1 = markOf('Y1');
const Y7 = markOf('Y7');

/** Educated, but not in the classroom: visits with the year group, off-site courses, sport, provision the authority arranged. */
export function learnElsewhere(page: Page, events: SchoolEvents): void {
  const { random, rates, calendar, yearGroup } = page;
  if (yearGroup === 10) for (const place of events.workExperience) if (happens(random, 0.85)) claimDay(page, place, W);
  for (const place of events.visits.get(yearGroup) ?? [])
    if (happens(random, 0.72 * (rates.visits / 3))) claimDay(page, place, V);
  if (happens(random, rates.arranged)) {
    const from = drawPlace(calendar.ordinary, page.from, page.to, random);
    for (let place = from; place < from + 90; place += 1) claimDay(page, place, K);
  }
  // Off-site education is a weekly course for a few.
  if (happens(random, rates.offSite / 22)) {
    const weekday = 1 + random.below(5);
    for (let place = page.from; place <= page.to; place += 1) {
      if (calendar.weekdays[place] === weekday && happens(random, 0.8)) claim(page, 2 * place + 1, B);
    }
  }
  for (
    let each = poisson(random, rates.sport * shareOfYear(calendar.ordinary, page.from, page.to));
    each > 0;
    each -= 1
  ) {
    claim(page, 2 * drawPlace(calendar.ordinary, page.from, page.to, random) + 1, P);
  }
}

/** Could not come, through nobody in the family: transport owed and not there (Y1, Q), or another cause (Y7). */
export function waitForTransport(page: Page): void {
  const { random, calendar, spell } = page;
  const special = spell.school.phase === 'special';
  if (special && happens(random, 0.06)) {
    const from = drawPlace(calendar.ordinary, page.from, page.to, random);
    for (let place = from; place < from + 1 + random.below(4); place += 1) claimDay(page, place, Y1);
  }
  if (happens(random, special ? 0.012 : 0.0002))
    for (let place = page.from; place < page.from + 15; place += 1) claimDay(page, place, Q);
  if (happens(random, 0.001)) claimDay(page, drawPlace(calendar.ordinary, page.from, page.to, random), Y7);
}

/** Late before the register closed, most of it by few children. Minutes stay within the closing time of thirty. */
export function beLate(page: Page): void {
  const { random, rates, calendar, spell, sheet } = page;
  const share = shareOfYear(calendar.ordinary, page.from, page.to);
  const times = poisson(random, Math.min(120, rates.lateBeforeClose * spell.pupil.temper.lateness * share));
  for (let each = 0; each < times; each += 1) {
    const session = 2 * drawPlace(calendar.ordinary, page.from, page.to, random) + (happens(random, 0.1) ? 1 : 0);
    if (!isFree(page, session)) continue;
    claim(page, session, L);
    sheet.lateMinutes[session] = 1 + Math.floor(29 * Math.pow(random.next(), 1.8));
  }
}
