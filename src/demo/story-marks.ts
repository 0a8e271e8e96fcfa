import { calendarDate, dateOfDayNumber, dayNumber } from '#kernel';
import type { Removal } from './conduct.ts';
import { claim, claimDay, markOf, noteFirst, placeOfDay, type Page } from './sheet.ts';
import { STORIES, type StoryId } from './stories.ts';

const day = (text: string): number => dayNumber(calendarDate(text));
const C = markOf('C');
const C2 = markOf('C2');
const I = markOf('I');
const PRESENT = markOf('/');
const N = markOf('N');
const O = markOf('O');

const STORY_OF: ReadonlyMap<string, { readonly id: StoryId; readonly at: number }> = new Map(
  STORIES.flatMap((story) => story.children.map(({ upn }, at) => [upn, { id: story.id, at }] as const)),
);

/** Writes into a story child’s register what the story says, before anything else may claim those sessions. */
export function tellStory(page: Page, removals: Removal[]): void {
  const told = STORY_OF.get(page.spell.pupil.upn);
  if (!told) return;
  switch (told.id) {
    case 'sent-home-at-lunch':
      return beSentHome(page, told.at, removals);
    case 'transition-goes-wrong':
      return page.yearGroup === 7 ? climb(page) : undefined;
    case 'transition-goes-right':
      return page.yearGroup === 6 ? beOftenIll(page) : undefined;
    case 'part-time-without-end':
      return goHomeAtNoon(page);
    case 'corrected-history':
      return beInHospital(page);
    case 'year-11-leavers':
      return page.yearGroup === 11 ? wander(page) : undefined;
    default:
      return;
  }
}

/** Whether ordinary illness and lateness may be drawn for the child of a story beside what it tells. */
export function mayBeIll(page: Page): boolean {
  const told = STORY_OF.get(page.spell.pupil.upn);
  return told === undefined || told.id === 'sent-home-at-lunch' || told.id === 'year-11-leavers';
}

function beSentHome(page: Page, at: number, removals: Removal[]): void {
  const { calendar, spell } = page;
  const first = placeOfDay(page, day('2026-01-20'));
  if (dateOfDayNumber(calendar.days[first] ?? 0) < '2026-01-20') return;
  for (let time = 0; time < 5; time += 1) {
    const place = first + 2 * at + 7 * time;
    if (!claim(page, 2 * place, PRESENT) || !claim(page, 2 * place + 1, C)) continue;
    const date = dateOfDayNumber(calendar.days[place] ?? 0);
    removals.push({
      upn: spell.pupil.upn,
      urn: spell.school.urn,
      date,
      session: 'AM',
      minutes: 35 + 5 * ((at + time) % 5),
      kind: 'removed-from-lesson',
    });
  }
}

// From the third week: one day away in the week, two, three, and more than four by February.
function climb(page: Page): void {
  for (let place = page.from + 10; place <= page.to; place += 1) {
    const week = Math.floor((place - page.from) / 5);
    const daysAway = Math.min(4.6, 1 + (week - 2) * 0.24);
    const turn = (place * 0.37 + week * 0.53) % 1;
    if (turn < daysAway / 5) claimDay(page, place, place % 11 === 0 ? I : O);
  }
}

function beOftenIll(page: Page): void {
  for (let place = page.from + 6; place <= page.to; place += 18)
    for (const next of [0, 1]) claimDay(page, place + next, I);
}

function goHomeAtNoon(page: Page): void {
  for (let place = placeOfDay(page, day('2025-09-29')); place <= page.to; place += 1) claim(page, 2 * place + 1, C2);
}

function beInHospital(page: Page): void {
  const corrected = day('2026-02-06');
  for (let place = placeOfDay(page, day('2026-01-19')); place <= page.to; place += 1) {
    const date = page.calendar.days[place] ?? 0;
    if (date > day('2026-01-30')) return;
    for (const session of [2 * place, 2 * place + 1])
      if (claim(page, session, I)) noteFirst(page, session, N, corrected - date);
  }
}

// Before they go, the year 11s are away about one day in four.
function wander(page: Page): void {
  for (let place = page.from + 8; place <= page.to; place += 1)
    if ((place * 0.29 + page.spell.pupil.id * 0.11) % 1 < 0.25) claimDay(page, place, O);
}
