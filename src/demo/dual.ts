import { dayNumber, lastDay, startYear, type AcademicYear, type Random } from '#kernel';
import { lastOpenDay, schoolLeavingDay } from './calendar.ts';
import { happens, pick } from './chance.ts';
import type { School } from './schools.ts';
import { close, yearGroupIn, type Spell } from './spells.ts';
import type { World } from './world.ts';

const PATTERNS: readonly (readonly number[])[] = [
  [4, 5],
  [1, 2],
  [3, 4, 5],
  [1, 3, 5],
  [2, 4],
  [1, 2, 3, 4],
];

/**
 * Placements at alternative provision: the mainstream school stays the main one, the weekdays are shared, and each register
 * says `D` for the days that are the other’s. A few children come as guests, one day a week for six weeks.
 * How many: our own assumption, about 6 and 1.5 in 1,000 pupils of years 8 to 11.
 */
export function placeInAlternativeProvision(
  world: World,
  year: AcademicYear,
  open: readonly Spell[],
  random: Random,
): void {
  const centres = world.schools.filter((school) => school.phase === 'alternative-provision');
  for (const spell of open) {
    const group = yearGroupIn(spell, startYear(year));
    if (spell.school.phase !== 'secondary' || spell.status !== 'C' || group < 8 || group > 11) continue;
    const unsettled = spell.pupil.temper.conduct < 0.1;
    if (unsettled && happens(random, 0.06)) shareWeek(world, year, spell, pick(random, centres), random);
    else if (unsettled && happens(random, 0.015)) visitAsGuest(world, year, spell, pick(random, centres), random);
  }
}

function shareWeek(world: World, year: AcademicYear, main: Spell, centre: School, random: Random): void {
  const calendar = world.calendarOf(centre, year);
  const place = 4 + random.below(Math.floor(calendar.days.length * 0.6));
  const from = calendar.days[place];
  if (from === undefined || from <= main.entry) return;
  const endsEarly = happens(random, 0.35) ? calendar.days[place + 35 + random.below(30)] : undefined;
  linkDual(world, year, main, centre, { from, to: endsEarly, away: pick(random, PATTERNS) });
}

/** Makes `main` the main of a dual registration with `centre` on the weekdays `away`. */
export function linkDual(
  world: World,
  year: AcademicYear,
  main: Spell,
  centre: School,
  plan: { readonly from: number; readonly to: number | undefined; readonly away: readonly number[] },
): Spell {
  const start = startYear(year);
  const atCentre = [1, 2, 3, 4, 5].filter((day) => !plan.away.includes(day));
  const isLast = world.years.at(-1) === year;
  const yearGroup = yearGroupIn(main, start);
  const to =
    plan.to ??
    (yearGroup === 11
      ? schoolLeavingDay(year)
      : isLast
        ? dayNumber(lastDay(year))
        : lastOpenDay(world.calendarOf(centre, year)));
  const subsidiary = world.keeper.open({
    pupil: main.pupil,
    school: centre,
    entry: plan.from,
    yearGroup,
    bornInto: start,
    status: 'S',
  });
  subsidiary.elsewhere.push({ other: main.school, weekdays: atCentre, from: plan.from, to, mark: 'D' });
  main.elsewhere.push({ other: centre, weekdays: plan.away, from: plan.from, to, mark: 'D' });
  if (plan.to !== undefined || !isLast) close(subsidiary, to, { ground: 'c', destination: main.school.urn });
  return subsidiary;
}

function visitAsGuest(world: World, year: AcademicYear, main: Spell, centre: School, random: Random): void {
  const calendar = world.calendarOf(centre, year);
  const place = 10 + random.below(calendar.days.length - 60);
  const [from, to] = [calendar.days[place], calendar.days[place + 30]];
  if (from === undefined || to === undefined || from <= main.entry) return;
  const day = 1 + random.below(5);
  const start = startYear(year);
  const guest = world.keeper.open({
    pupil: main.pupil,
    school: centre,
    entry: from,
    yearGroup: yearGroupIn(main, start),
    bornInto: start,
    status: 'G',
  });
  const rest = [1, 2, 3, 4, 5].filter((each) => each !== day);
  guest.elsewhere.push({ other: main.school, weekdays: rest, from, to, mark: '' });
  close(guest, to, {});
  main.elsewhere.push({ other: centre, weekdays: [day], from, to, mark: 'B' });
}
