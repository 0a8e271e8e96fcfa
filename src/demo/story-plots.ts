import { academicYearOf, academicYearStarting, calendarDate, dayNumber, firstDay, startYear } from '#kernel';
import { findOpenDay, lastOpenDay, schoolLeavingDay } from './calendar.ts';
import { linkDual } from './dual.ts';
import { getUpn } from './identifiers.ts';
import { close, type Leaving, type Spell } from './spells.ts';
import { getStory, listStories, type StoryChild, type StoryId } from './stories.ts';
import { getSchool, type World } from './world.ts';

const day = (text: string): number => dayNumber(calendarDate(text));

/** Where the year 11s of the first story go, and when; the order is that of the story’s children. */
// prettier-ignore
const EXITS: readonly (Leaving & { readonly on: string; readonly arrives?: string })[] = [
  { on: '2024-10-04', ground: 'f' }, { on: '2024-10-11', ground: 'a', destination: 950001, arrives: '2024-10-14' },
  { on: '2024-10-25', ground: 'f' }, { on: '2024-11-08', ground: 'g' }, { on: '2024-11-22', ground: 'f' },
  { on: '2024-11-29', ground: 'a', destination: 950001, arrives: '2025-01-13' }, { on: '2024-12-06', ground: 'a', destination: 980112 },
  { on: '2024-12-20', ground: 'g' }, { on: '2025-01-10', ground: 'f' },
  { on: '2025-09-26', ground: 'f' }, { on: '2025-10-03', ground: 'a', destination: 950001, arrives: '2025-11-10' },
  { on: '2025-10-10', ground: 'f' }, { on: '2025-10-24', ground: 'a', destination: 920005, arrives: '2025-11-06' },
  { on: '2025-11-07', ground: 'f' }, { on: '2025-11-14', ground: 'a' }, { on: '2025-11-21', ground: 'f' },
  { on: '2025-11-28', ground: 'a', destination: 950001, arrives: '2025-12-01' }, { on: '2025-12-05', ground: 'a' },
  { on: '2025-12-12', ground: 'a', destination: 920005, arrives: '2026-01-06' },
  { on: '2025-12-19', ground: 'f' }, { on: '2026-01-09', ground: 'a', destination: 950001 },
];

/** Puts the children of the stories on their rolls. Called once everybody else has a place. */
export function placeStoryChildren(world: World): void {
  for (const story of listStories(world.years)) PLACES[story.id](world);
}

const PLACES: Readonly<Record<StoryId, (world: World) => void>> = {
  'year-11-leavers': (world) => {
    getStory('year-11-leavers').children.forEach((child, at) => {
      const exit = EXITS[at];
      if (!exit) return;
      const first = at < 9 ? 2024 : 2025;
      const spell = enter(world, child, 920003, `${first - 4}-09-04`, 11, first, {
        fsm: at % 3 !== 2,
        sen: at % 4 === 0 ? 'E' : at % 4 === 3 ? 'N' : 'K',
      });
      close(spell, day(exit.on), { ...exit, told: at % 5 === 4 ? 20 : 1 });
      if (exit.arrives && exit.destination) follow(world, spell, exit.destination, exit.arrives, first, 11);
    });
  },
  'sent-home-at-lunch': (world) => {
    getStory('sent-home-at-lunch').children.forEach((child, at) => {
      const group = at < 3 ? 8 : 9;
      enter(world, child, 920005, `${2025 - group + 7}-09-04`, group, 2025, {
        fsm: at % 2 === 0,
        sen: at % 3 === 1 ? 'N' : 'K',
      });
    });
  },
  'transition-goes-wrong': (world) => goUp(world, 'transition-goes-wrong', 910004, 920002, { fsm: true, sen: 'K' }),
  'transition-goes-right': (world) => goUp(world, 'transition-goes-right', 910005, 920004, { fsm: true, sen: 'N' }),
  'between-schools': (world) => {
    const spell = enter(world, childOf('between-schools'), 910001, '2021-09-06', 4, 2025, { fsm: false, sen: 'N' });
    close(spell, day('2025-11-14'), { ground: 'a', destination: 910006, told: 2 });
    follow(world, spell, 910006, '2025-12-08', 2025, 4);
  },
  'unrecorded-dual': (world) => {
    const main = enter(world, childOf('unrecorded-dual'), 920006, '2022-09-05', 10, 2025, { fsm: true, sen: 'K' });
    const year = academicYearStarting(2025);
    const centre = getSchool(world, 950001);
    const subsidiary = linkDual(world, year, main, centre, { from: day('2025-11-04'), to: undefined, away: [3, 4, 5] });
    const [first] = subsidiary.elsewhere;
    if (!first) return;
    // The centre took Wednesday for the school’s until half term.
    subsidiary.elsewhere.splice(
      0,
      1,
      { ...first, weekdays: [1, 2, 3], to: day('2026-02-13') },
      { ...first, from: day('2026-02-14') },
    );
  },
  'part-time-without-end': (world) => {
    enter(world, childOf('part-time-without-end'), 920001, '2024-09-04', 8, 2025, { fsm: true, sen: 'E' });
  },
  'corrected-history': (world) => {
    enter(world, childOf('corrected-history'), 910003, '2022-09-05', 3, 2025, { fsm: false, sen: 'N' });
  },
};

type Standing = { readonly fsm: boolean; readonly sen: 'N' | 'K' | 'E' };

function childOf(id: StoryId): StoryChild {
  const [child] = getStory(id).children;
  if (!child) throw new Error(`demo/no-such-child: the story ${id} is about nobody`);
  return child;
}

// In year group `group` in the academic year from September `start`; on roll from `entry`, which may be years earlier.
function enter(
  world: World,
  child: StoryChild,
  urn: number,
  entry: string,
  group: number,
  start: number,
  standing: Standing,
): Spell {
  const circumstances = [{ since: start - 20, inCare: false, ...standing }];
  const { upn, given, family, sex, ethnicity = 'WBRI' } = child;
  const pupil = world.makePupil(start, group, 'mainstream', {
    upn: getUpn(upn),
    given,
    family,
    sex,
    ethnicity,
    language: 'ENG',
    told: true,
    circumstances,
  });
  const school = getSchool(world, urn);
  const yearOfEntry = startYear(academicYearOf(calendarDate(entry)));
  const opens = world.years.find((year) => startYear(year) === yearOfEntry);
  const first = opens
    ? (findOpenDay(world.calendarOf(school, opens), day(`${yearOfEntry}-09-01`), 0) ?? day(entry))
    : day(entry);
  return world.keeper.open({ pupil, school, entry: first, yearGroup: group, bornInto: start });
}

function follow(world: World, from: Spell, urn: number, entry: string, start: number, group: number): void {
  const school = getSchool(world, urn);
  const year = academicYearStarting(start);
  const opens = findOpenDay(world.calendarOf(school, year), day(entry), 0) ?? day(entry);
  const spell = world.keeper.open({ pupil: from.pupil, school, entry: opens, yearGroup: group, bornInto: start });
  if (group === 11) close(spell, schoolLeavingDay(year), { ground: 'l' });
}

function goUp(world: World, id: StoryId, primary: number, secondary: number, standing: Standing): void {
  const spell = enter(world, childOf(id), primary, '2018-09-04', 6, 2024, standing);
  const [first, second] = [academicYearStarting(2024), academicYearStarting(2025)];
  close(spell, lastOpenDay(world.calendarOf(spell.school, first)), { ground: 'a', destination: secondary });
  follow(world, spell, secondary, firstDay(second), 2025, 7);
}
