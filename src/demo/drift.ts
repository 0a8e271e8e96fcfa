import { beAway } from './absence.ts';
import { evenSpread, geometric, happens } from './chance.ts';
import { BY_CIRCUMSTANCE, BY_YEAR_GROUP } from './rates.ts';
import { markOf, type Page } from './sheet.ts';

const I = markOf('I');
const C = markOf('C');
const O = markOf('O');

export type Attendance = 'ordinary' | 'persistent' | 'severe';

/**
 * The few with much absence. Which child it is depends on a place that stays with the child (so that years resemble each
 * other) and on age, family and need; one child in six is drawn anew each year.
 */
export function attendanceOf(page: Page): Attendance {
  const { spell, rates, random, yearGroup, start } = page;
  const { temper } = spell.pupil;
  const place = happens(random, 1 / 6) ? evenSpread(spell.pupil.id, start * 0.377) : temper.drift;
  const likelihood = circumstances(page);
  const severe = Math.min(0.5, rates.severe * likelihood * (yearGroup >= 10 ? 1.15 : 1));
  if (place < severe) return 'severe';
  return place < severe + Math.min(0.45, rates.persistent * likelihood) ? 'persistent' : 'ordinary';
}

function circumstances(page: Page): number {
  const { fsm, sen } = page.circumstances;
  const by = BY_CIRCUMSTANCE.absence;
  return (
    page.spell.school.absence * (fsm ? by.fsm : by.noFsm) * by[sen] * (BY_YEAR_GROUP[page.yearGroup]?.absence ?? 1)
  );
}

/** Away and back, away and back: runs of absence and of attendance in turn, so that the child is away that share of days. */
export function driftAway(page: Page, attendance: Attendance): void {
  const { random, from, to } = page;
  if (attendance === 'severe') {
    const share = 0.505 + 0.31 * random.next();
    alternate(page, from, to, share, Math.max(5 + 14 * random.next(), share / (1 - share)));
  }
  if (attendance === 'persistent') {
    const beyond = happens(random, 0.1) ? 0.42 * random.next() : page.rates.spread * Math.pow(random.next(), 2.1);
    alternate(page, from, to, 0.045 + beyond, 1.3 + 1.5 * random.next());
  }
}

/** About one in eight who come up to secondary school are away more and more from the third week until winter. */
export function dipAfterTransition(page: Page): void {
  const { random, spell, yearGroup } = page;
  const cameThisYear = spell.school.phase === 'secondary' && yearGroup === 7 && spell.yearGroup === 7 && page.from < 3;
  if (cameThisYear && happens(random, 0.12 * circumstances(page)))
    alternate(page, page.from + 10, page.from + 55, 0.22, 1.6);
}

function alternate(page: Page, from: number, to: number, share: number, meanAway: number): void {
  const { random } = page;
  const meanHere = Math.max(1, (meanAway * (1 - share)) / share);
  let away = happens(random, share);
  for (let place = from; place <= to;) {
    const days = Math.min(to - place + 1, geometric(random, away ? meanAway : meanHere));
    if (away) awayFor(page, place, days);
    place += days;
    away = !away;
  }
}

function awayFor(page: Page, place: number, days: number): void {
  const { random, calendar } = page;
  const reason = reasonOf(page);
  if (days > 1) return beAway(page, 2 * place, 2 * days, reason);
  // A single day drifts towards the Friday of its week.
  const toFriday = 5 - (calendar.weekdays[place] ?? 5);
  const day =
    toFriday < 4 && happens(random, 0.25) && calendar.weekdays[place + toFriday] === 5 ? place + toFriday : place;
  const half = happens(random, 0.15);
  beAway(page, 2 * day + (half && happens(random, 0.7) ? 1 : 0), half ? 1 : 2, reason);
}

// A child’s long absence has mostly one kind of reason; which, is the child’s own.
function reasonOf(page: Page): number {
  const { random, rates, spell } = page;
  if (happens(random, rates.onLeave)) return C;
  const mostlyUnwell = spell.pupil.temper.unwell < rates.unwell;
  return happens(random, mostlyUnwell ? 0.88 : 0.12) ? I : O;
}
