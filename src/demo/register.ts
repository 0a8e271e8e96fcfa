import { startYear } from '#kernel';
import { beElsewhere, beExcused, beIll, goOnHoliday } from './absence.ts';
import { beLate, learnElsewhere, waitForTransport } from './approved.ts';
import { compulsoryDay, placeOf, type SchoolYear } from './calendar.ts';
import { randomFor } from './chance.ts';
import { recordExclusion, removeFromLessons, suspend, type Removal, type Suspension } from './conduct.ts';
import { attendanceOf, dipAfterTransition, driftAway } from './drift.ts';
import { circumstancesIn } from './pupils.ts';
import { RATES, stageOf } from './rates.ts';
import type { SchoolEvents } from './school-events.ts';
import { clear, type Page, type Sheet } from './sheet.ts';
import { yearGroupIn, type Spell } from './spells.ts';
import { mayBeIll, tellStory } from './story-marks.ts';
import {
  awaitReview,
  beGone,
  closeSchool,
  missRegister,
  revise,
  shareWeek,
  startGently,
  workPartTime,
} from './timetable.ts';
import type { CalendarOf } from './world.ts';

export type RegisterSources = {
  readonly seed: number;
  readonly calendarOf: CalendarOf;
  readonly suspensions: Suspension[];
  readonly removals: Removal[];
};

/** The page for a spell in a year, or undefined where no day of the year is on roll. */
export function findPage(seed: number, spell: Spell, calendar: SchoolYear, sheet: Sheet): Page | undefined {
  const start = startYear(calendar.year);
  const from = placeOf(calendar, spell.entry);
  const to = spell.leave === undefined ? calendar.days.length - 1 : placeOf(calendar, spell.leave + 1) - 1;
  const yearGroup = yearGroupIn(spell, start);
  if (from > to) return undefined;
  return {
    spell,
    calendar,
    start,
    yearGroup,
    from,
    to,
    compulsory: compulsoryFrom(calendar, spell, yearGroup),
    rates: RATES[stageOf(spell.school, yearGroup)],
    circumstances: circumstancesIn(spell.pupil, start),
    random: randomFor(seed, 17, spell.pupil.id, spell.school.urn, spell.entry, start),
    sheet,
  };
}

// Only reception children can be under compulsory school age (and only until the prescribed day after their birthday).
function compulsoryFrom(calendar: SchoolYear, spell: Spell, yearGroup: number): number {
  return yearGroup > 0 ? 0 : placeOf(calendar, compulsoryDay(spell.pupil.birthDay));
}

/** Fills one child’s page, causes in order of precedence: what the school decided before what befell the child. */
export function fillPage(page: Page, events: SchoolEvents, sources: RegisterSources): void {
  const { told } = page.spell.pupil;
  const guest = page.spell.status === 'G';
  clear(page.sheet);
  shareWeek(page, sources.calendarOf);
  closeSchool(page, events);
  tellStory(page, sources.removals);
  startGently(page);
  awaitReview(page);
  beGone(page);
  revise(page, events);
  if (!told && !guest) fallAway(page, sources);
  if (mayBeIll(page)) {
    beIll(page, told ? 0.5 : 1);
    beExcused(page);
  }
  if (!told && !guest) workPartTime(page);
  learnElsewhere(page, events);
  if (!told) beLate(page);
  missRegister(page, events);
  recordExclusion(page, sources.suspensions);
  if (!told) removeFromLessons(page, sources.removals);
}

function fallAway(page: Page, sources: RegisterSources): void {
  const attendance = attendanceOf(page);
  suspend(page, sources.suspensions);
  waitForTransport(page);
  goOnHoliday(page);
  driftAway(page, attendance);
  if (attendance !== 'severe') dipAfterTransition(page);
  beElsewhere(page, attendance === 'ordinary' ? 1 : 1.6);
}
