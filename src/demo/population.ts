import { startYear, type AcademicYear, type Random } from '#kernel';
import { lastOpenDay, schoolLeavingDay } from './calendar.ts';
import { happens, pick, randomFor, weighted } from './chance.ts';
import { placeInAlternativeProvision } from './dual.ts';
import { moveInYear } from './moves.ts';
import { circumstancesIn, pupilMaker, type Setting } from './pupils.ts';
import type { School } from './schools.ts';
import { close, spellKeeper, yearGroupIn, type Spell } from './spells.ts';
import type { CalendarOf, World } from './world.ts';

/** Everyone on a roll in those years, from the first September to the last July. */
export function populate(
  seed: number,
  years: readonly AcademicYear[],
  schools: readonly School[],
  calendarOf: CalendarOf,
): World {
  const world: World = { seed, years, schools, calendarOf, keeper: spellKeeper(), makePupil: pupilMaker(seed) };
  years.forEach((year, at) => {
    const random = randomFor(seed, 5, startYear(year));
    if (at === 0) fillSchools(world, year, random);
    else startReception(world, year, random);
    const open = world.keeper.spells.filter((spell) => spell.leave === undefined && !spell.pupil.told);
    if (at > 0) driftOfCircumstances(open, startYear(year), random);
    placeInAlternativeProvision(world, year, open, random);
    moveInYear(world, year, open, random);
    leaveAtSixteen(world, year, years[at + 1], random);
    const next = years[at + 1];
    if (next) moveUp(world, year, next, random);
  });
  return world;
}

function settingOf(school: School): Setting {
  return school.phase === 'special'
    ? 'special'
    : school.phase === 'alternative-provision'
      ? 'alternative'
      : 'mainstream';
}

// The first year begins with full schools. Children came in at the youngest year group, or rarely since.
function fillSchools(world: World, year: AcademicYear, random: Random): void {
  const start = startYear(year);
  for (const school of world.schools) {
    for (let group = school.youngest; group <= school.oldest; group += 1) {
      const stays = group > 11 ? 0.62 - 0.06 * (group - 12) : 1;
      const children = Math.max(1, Math.round(school.intake * stays * (0.94 + 0.1 * random.next())));
      for (let child = 0; child < children; child += 1) {
        const pupil = world.makePupil(start, group, settingOf(school));
        const joined = happens(random, 0.12)
          ? random.below(group - school.youngest + 1)
          : group - (group > 11 ? 12 : school.youngest);
        const entryStart = start - Math.max(0, joined);
        const entry = entryStart === start ? firstOpen(world, school, year) : dayIn(entryStart);
        world.keeper.open({ pupil, school, entry, yearGroup: group, bornInto: start });
      }
    }
  }
}

// Before the years that Northmoor holds, terms are taken to start on 4 September.
function dayIn(start: number): number {
  return Math.round(Date.UTC(start, 8, 4) / 86_400_000);
}

function firstOpen(world: World, school: School, year: AcademicYear): number {
  return world.calendarOf(school, year).days[0] ?? 0;
}

function startReception(world: World, year: AcademicYear, random: Random): void {
  const start = startYear(year);
  for (const school of world.schools) {
    if (school.youngest > 0) continue;
    const children = Math.max(1, Math.round(school.intake * (0.94 + 0.1 * random.next())));
    for (let child = 0; child < children; child += 1) {
      const pupil = world.makePupil(start, 0, settingOf(school));
      world.keeper.open({ pupil, school, entry: firstOpen(world, school, year), yearGroup: 0, bornInto: start });
    }
  }
}

// Between years some families come into free school meals, some needs are recognised, and a few children come into care.
function driftOfCircumstances(open: readonly Spell[], start: number, random: Random): void {
  for (const { pupil } of open) {
    const now = circumstancesIn(pupil, start);
    const fsm = happens(random, 0.025) ? !now.fsm : now.fsm;
    const moved = random.next();
    const sen = now.sen === 'N' && moved < 0.02 ? 'K' : now.sen === 'K' && moved < 0.04 ? 'E' : now.sen;
    const inCare = now.inCare || happens(random, 0.002);
    if (fsm !== now.fsm || sen !== now.sen || inCare !== now.inCare)
      pupil.circumstances.push({ since: start, fsm, sen, inCare });
  }
}

/** Year 11 leaves on the last Friday in June; some go on in a sixth form, here or at another school in September. */
function leaveAtSixteen(world: World, year: AcademicYear, next: AcademicYear | undefined, random: Random): void {
  const start = startYear(year);
  const leavingDay = schoolLeavingDay(year);
  const sixthForms = world.schools.filter((school) => school.oldest === 13);
  for (const spell of stillOpen(world, start)) {
    const group = yearGroupIn(spell, start);
    if (group === 13 && next) close(spell, lastOpenDay(world.calendarOf(spell.school, year)), {});
    if (group !== 11 || (spell.school.oldest > 11 && happens(random, 0.5))) continue;
    close(spell, leavingDay, { ground: 'l', told: random.below(4) });
    if (next && spell.status === 'C' && spell.school.phase === 'secondary' && happens(random, 0.06)) {
      const school = pick(random, sixthForms);
      const entry = firstOpen(world, school, next);
      world.keeper.open({ pupil: spell.pupil, school, entry, yearGroup: 12, bornInto: startYear(next) });
    }
  }
}

/** Year 6 goes on to the secondary schools that its primary school usually feeds, where there is room. */
function moveUp(world: World, year: AcademicYear, next: AcademicYear, random: Random): void {
  const start = startYear(year);
  const secondaries = world.schools.filter((school) => school.phase === 'secondary');
  const leavers = stillOpen(world, start).filter(
    (spell) => spell.school.phase === 'primary' && yearGroupIn(spell, start) === 6,
  );
  const room = new Map(secondaries.map((school) => [school.urn, 0]));
  const share = leavers.length / secondaries.reduce((sum, school) => sum + school.intake, 0);
  for (const spell of leavers) {
    const usual = [0, 1].map((step) => secondaries[(spell.school.urn + step * 3) % secondaries.length]);
    const wanted = happens(random, 0.75) ? usual[random.below(2)] : undefined;
    const full = (school: School) => (room.get(school.urn) ?? 0) >= school.intake * share * 1.06;
    const school =
      wanted && !full(wanted)
        ? wanted
        : weighted(
            random,
            secondaries.filter((each) => !full(each)).map((each) => [each, each.intake]),
          );
    room.set(school.urn, (room.get(school.urn) ?? 0) + 1);
    close(spell, lastOpenDay(world.calendarOf(spell.school, year)), { ground: 'a', destination: school.urn });
    world.keeper.open({
      pupil: spell.pupil,
      school,
      entry: firstOpen(world, school, next),
      yearGroup: 7,
      bornInto: start + 1,
    });
  }
}

function stillOpen(world: World, start: number): readonly Spell[] {
  return world.keeper.spells.filter(
    (spell) => spell.leave === undefined && !spell.pupil.told && spell.entry < dayIn(start + 1),
  );
}
