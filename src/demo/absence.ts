import { EIDS, placeOf } from './calendar.ts';
import { geometric, happens, poisson, weighted } from './chance.ts';
import { BY_CIRCUMSTANCE } from './rates.ts';
import { claim, claimDay, drawPlace, markOf, noteFirst, shareOfYear, type Page } from './sheet.ts';

const I = markOf('I');
const M = markOf('M');
const C = markOf('C');
const C1 = markOf('C1');
const J1 = markOf('J1');
const G = markOf('G');
const N = markOf('N');
const O = markOf('O');
const R = markOf('R');
const T = markOf('T');
const U = markOf('U');

/** Of absences, the share whose reason was not known on the evening, and the share whose reason never came. */
const NOT_KNOWN_AT_FIRST = 0.13;
const NEVER_KNOWN = 0.016;

/** Days until a reason takes the place of N: within five school days as a rule (so councils sum up the guidance). Our own weights. */
// prettier-ignore
const DAYS_UNTIL_KNOWN: readonly (readonly [days: number, weight: number])[] = [
  [1, 34], [2, 20], [3, 14], [4, 10], [6, 8], [7, 6], [10, 4], [14, 2], [21, 1.5], [35, 0.5],
];

/** An absence from one session on, for so many sessions, for one reason, which the school may learn only later. */
export function beAway(page: Page, session: number, sessions: number, reason: number): void {
  const { random } = page;
  const neverKnown = happens(random, NEVER_KNOWN);
  const unknownAtFirst = !neverKnown && happens(random, NOT_KNOWN_AT_FIRST) ? weighted(random, DAYS_UNTIL_KNOWN) : 0;
  for (let at = session; at < session + sessions; at += 1) {
    const early = at - session < 4;
    const claimed = claim(page, at, neverKnown && early ? N : reason);
    if (claimed && unknownAtFirst > 0 && early && at >> 1 >= page.compulsory) noteFirst(page, at, N, unknownAtFirst);
  }
}

/** Illness comes in runs: it lasts, it starts more often in winter, and it can begin at midday. */
export function beIll(page: Page, factor: number): void {
  const { random, rates, calendar, spell } = page;
  const { temper } = spell.pupil;
  const circumstance = page.circumstances.fsm ? BY_CIRCUMSTANCE.illness.fsm : BY_CIRCUMSTANCE.illness.noFsm;
  const expected = rates.illnessSpells * temper.illness * circumstance * factor * spell.school.absence;
  const spells = poisson(random, expected * shareOfYear(calendar.illness, page.from, page.to));
  for (let each = 0; each < spells; each += 1) {
    const place = drawPlace(calendar.illness, page.from, page.to, random);
    const days = happens(random, 0.05) ? 4 + geometric(random, 3) : geometric(random, rates.illnessDays);
    const atMidday = happens(random, 0.16);
    beAway(page, 2 * place + (atMidday ? 1 : 0), 2 * days - (atMidday ? 1 : 0), I);
  }
}

/** Appointments, leave, interviews and other short absences that the school has agreed to. */
export function beExcused(page: Page): void {
  const { random, rates, calendar, spell } = page;
  const share = shareOfYear(calendar.ordinary, page.from, page.to);
  for (let each = poisson(random, rates.appointments * 0.78 * share); each > 0; each -= 1) {
    const session = 2 * drawPlace(calendar.ordinary, page.from, page.to, random) + (happens(random, 0.5) ? 1 : 0);
    claim(page, session, M);
    if (happens(random, 0.28)) claim(page, session ^ 1, M);
  }
  for (let each = poisson(random, rates.leave * share); each > 0; each -= 1) {
    const place = drawPlace(calendar.ordinary, page.from, page.to, random);
    const sessions = weighted(random, [
      [1, 40],
      [2, 35],
      [4, 15],
      [6, 10],
    ]);
    for (let at = 2 * place; at < 2 * place + sessions; at += 1) claim(page, at, C);
  }
  if (happens(random, rates.small))
    claim(page, 2 * drawPlace(calendar.ordinary, page.from, page.to, random), happens(random, 0.8) ? J1 : C1);
  if (happens(random, rates.mobile)) {
    const place = drawPlace(calendar.ordinary, page.from, page.to, random);
    for (let at = place; at < place + 12; at += 1) claimDay(page, at, T);
  }
  if (spell.pupil.temper.keepsEid) {
    for (const eid of EIDS) {
      const place = placeOf(calendar, eid);
      if (calendar.days[place] === eid && happens(random, 0.75)) claimDay(page, place, R);
    }
  }
}

/** A holiday in term: one stretch that ends or begins with a break, in families that travel. */
export function goOnHoliday(page: Page): void {
  const { random, rates, calendar, spell } = page;
  if (
    !spell.pupil.temper.travels ||
    !happens(random, rates.holidays * shareOfYear(calendar.holiday, page.from, page.to))
  )
    return;
  const days = Math.min(14, 1 + poisson(random, rates.holidayDays - 1));
  let place = drawPlace(calendar.holiday, page.from, page.to, random);
  // Before a break a holiday is taken up to it: it ends on the last school day.
  const untilBreak = daysUntilBreak(page, place);
  if (untilBreak < days) place = Math.max(page.from, place + untilBreak - days + 1);
  for (let at = place; at < place + days; at += 1) claimDay(page, at, G);
}

function daysUntilBreak(page: Page, place: number): number {
  const { days } = page.calendar;
  let at = place;
  while (at + 1 < days.length && (days[at + 1] ?? 0) - (days[at] ?? 0) <= 4) at += 1;
  return at - place;
}

/** Odd days away without good reason, Fridays and last weeks more than others, and arriving after the register closed. */
export function beElsewhere(page: Page, factor: number): void {
  const { random, rates, calendar, spell } = page;
  const share = shareOfYear(calendar.ordinary, page.from, page.to) * factor;
  for (let each = poisson(random, rates.ownGround * share * spell.school.absence); each > 0; each -= 1) {
    const place = drawPlace(calendar.ordinary, page.from, page.to, random);
    const half = happens(random, 0.3);
    beAway(page, 2 * place + (half ? 1 : 0), half ? 1 : 2 * geometric(random, 1.25), O);
  }
  const late = Math.min(40, rates.lateAfterClose * spell.pupil.temper.lateness * share);
  for (let each = poisson(random, late); each > 0; each -= 1) {
    claim(page, 2 * drawPlace(calendar.ordinary, page.from, page.to, random) + (happens(random, 0.12) ? 1 : 0), U);
  }
}
