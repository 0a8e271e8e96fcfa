import { dayNumber, firstDay, startYear, type AcademicYear, type Random } from '#kernel';
import { findOpenDay, schoolLeavingDay, type SchoolYear } from './calendar.ts';
import { happens, pick, weighted } from './chance.ts';
import { circumstancesIn } from './pupils.ts';
import type { School } from './schools.ts';
import { close, yearGroupIn, type Spell } from './spells.ts';
import type { World } from './world.ts';

/**
 * What happens to a child’s place in a year, per child on roll. Enrolments stand about 4 % above pupils (DfE absence
 * methodology), which fixes the sum of moves; how they divide is our own assumption. Permanent exclusions: 0.226 per 100
 * pupils in secondary schools in 2024/25 (DfE).
 */
const MOVES = {
  withinArea: 0.024,
  outOfArea: 0.012,
  destinationUnknown: 0.0015,
  movedAway: 0.001,
  homeEducation: { primary: 0.003, secondary: 0.0065 },
  notFound: 0.0004,
  toSpecialSchool: 0.001,
  permanentExclusion: 0.00226,
  arrivals: 0.026,
} as const;

/** School days between one roll and the next; the longest were agreed by a panel. Our own assumption. */
// prettier-ignore
const GAPS: readonly (readonly [days: number, weight: number])[] = [
  [0, 44], [1, 10], [2, 9], [3, 7], [5, 9], [7, 6], [10, 5], [12, 3], [15, 3], [20, 2], [25, 1], [30, 1],
];

/** Schools that are not in Northmoor, so that their URNs are in no file of the area. */
const OUTSIDE_URN = 980_001;

export function moveInYear(world: World, year: AcademicYear, open: readonly Spell[], random: Random): void {
  for (const spell of open) {
    if (spell.status !== 'C' || spell.leave !== undefined || isAtTwoPlaces(spell, year)) continue;
    const group = yearGroupIn(spell, startYear(year));
    if (happens(random, MOVES.arrivals)) arrive(world, year, spell.school, group, random);
    if (group > 11 || spell.school.phase === 'alternative-provision') continue;
    const older = group >= 7;
    const excludable = older && spell.school.phase !== 'special' && spell.pupil.temper.conduct < 0.08;
    const what = weighted(random, [
      ['within', MOVES.withinArea],
      ['outside', MOVES.outOfArea],
      ['unknown', MOVES.destinationUnknown],
      ['away', MOVES.movedAway],
      ['home', older ? MOVES.homeEducation.secondary : MOVES.homeEducation.primary],
      ['not-found', MOVES.notFound],
      [
        'special',
        circumstancesIn(spell.pupil, startYear(year)).sen === 'E' && spell.school.phase !== 'special'
          ? MOVES.toSpecialSchool * 20
          : 0,
      ],
      ['excluded', excludable ? MOVES.permanentExclusion * 12.5 : 0],
      ['stays', 0.955],
    ] as const);
    if (what !== 'stays') leave(world, year, spell, what, random);
  }
}

// Who shares the week between two schools this year stays where they are.
function isAtTwoPlaces(spell: Spell, year: AcademicYear): boolean {
  return spell.elsewhere.some((each) => each.to >= dayNumber(firstDay(year)));
}

type Move = 'within' | 'outside' | 'unknown' | 'away' | 'home' | 'not-found' | 'special' | 'excluded';

function leave(world: World, year: AcademicYear, spell: Spell, what: Move, random: Random): void {
  const calendar = world.calendarOf(spell.school, year);
  const place = lastDayPlace(calendar, spell, random);
  if (place === undefined) return;
  const day = calendar.days[place] ?? 0;
  const told = weighted(random, [
    [0, 60],
    [1, 20],
    [3, 12],
    [8, 6],
    [26, 2],
  ]);
  switch (what) {
    case 'within':
    case 'special': {
      const next = pickSchool(world, year, spell, what === 'special' ? 'special' : spell.school.phase, random);
      if (!next) return;
      close(spell, day, { ground: 'a', destination: next.urn, told });
      join(world, year, spell, next, calendar.days[place + 1 + weighted(random, GAPS)]);
      return;
    }
    case 'outside':
      close(spell, day, { ground: 'a', destination: OUTSIDE_URN + random.below(400), told });
      return;
    case 'unknown':
      close(spell, day, { ground: 'a', told });
      return;
    case 'away':
      close(spell, day, { ground: 'g', told });
      return;
    case 'home':
      close(spell, day, { ground: 'f', told });
      if (happens(random, 0.25)) join(world, year, spell, spell.school, calendar.days[place + 20 + random.below(40)]);
      return;
    case 'not-found':
      if (place < 30) return;
      spell.goneFrom = calendar.days[place - 22 - random.below(6)];
      close(spell, day, { ground: 'i', told });
      return;
    case 'excluded': {
      const next = pickSchool(world, year, spell, 'alternative-provision', random);
      if (!next) return;
      spell.excludedOn = day;
      close(spell, calendar.days[place + 14 + random.below(7)] ?? day, { ground: 'o', destination: next.urn, told });
      join(
        world,
        year,
        spell,
        next,
        findOpenDay(
          calendar,
          spell.leave ?? day,
          1 +
            weighted(random, [
              [0, 80],
              [6, 8],
              [12, 8],
              [24, 4],
            ]),
        ),
      );
      return;
    }
  }
}

// Children leave most often at the end of a half term; nobody leaves so late that the next place falls into another year.
function lastDayPlace(calendar: SchoolYear, spell: Spell, random: Random): number | undefined {
  const first = Math.max(0, calendar.days.findIndex((day) => day >= spell.entry) + 5);
  const last = calendar.days.length - 42;
  if (last <= first) return undefined;
  const drawn = first + random.below(last - first);
  for (let place = drawn; place < last && happens(random, 0.8); place += 1) {
    if ((calendar.days[place + 1] ?? 0) - (calendar.days[place] ?? 0) > 4) return place;
  }
  return drawn;
}

function pickSchool(
  world: World,
  year: AcademicYear,
  spell: Spell,
  phase: School['phase'],
  random: Random,
): School | undefined {
  const group = yearGroupIn(spell, startYear(year));
  const wanted = phase === 'all-through' ? (group < 7 ? 'primary' : 'secondary') : phase;
  const schools = world.schools.filter(
    (school) =>
      school.phase === wanted && school !== spell.school && school.youngest <= group && group <= school.oldest,
  );
  return schools.length === 0 ? undefined : pick(random, schools);
}

// Nobody starts Year 11 after the day on which Year 11 leaves.
function isTooLate(group: number, entry: number, year: AcademicYear): boolean {
  return group === 11 && entry >= schoolLeavingDay(year);
}

function join(world: World, year: AcademicYear, from: Spell, school: School, day: number | undefined): void {
  const entry = day === undefined ? undefined : findOpenDay(world.calendarOf(school, year), day, 0);
  const start = startYear(year);
  if (entry === undefined || isTooLate(yearGroupIn(from, start), entry, year)) return;
  world.keeper.open({ pupil: from.pupil, school, entry, yearGroup: yearGroupIn(from, start), bornInto: start });
}

function arrive(world: World, year: AcademicYear, school: School, group: number, random: Random): void {
  const calendar = world.calendarOf(school, year);
  const drawn = calendar.days[3 + random.below(calendar.days.length - 8)];
  if (drawn === undefined) return;
  const entry = isTooLate(group, drawn, year) ? (calendar.days[60] ?? drawn) : drawn;
  const setting =
    school.phase === 'special' ? 'special' : school.phase === 'alternative-provision' ? 'alternative' : 'mainstream';
  const pupil = world.makePupil(startYear(year), group, setting);
  world.keeper.open({ pupil, school, entry, yearGroup: group, bornInto: startYear(year) });
}
