import { calendarDate, dayNumber } from '#kernel';
import { placeOf, schoolLeavingDay } from '../calendar.ts';
import { happens, pick, weighted } from '../chance.ts';
import { OUTSIDE_URN, YEAR, type Authority, type Country, type CountrySchool } from './country.ts';
import { close, dayAt, findOther, open, placeInYear, type Life, type Scene, type Stay } from './stays.ts';
import { beGuest, beGuestOffRoll, goToCollege, isDueElsewhereOnly, shareWeek, stayTwice } from './two-places.ts';

/** What may happen to a place on roll in the year, in shares of all children; the rest stay where they are. */
// prettier-ignore
const KINDS = [
  ['moves', 0.047, moveOn], ['leaves', 0.012, leaveForGood], ['starts', 0.019, startInYear], ['starts-late', 0.002, startLate],
  ['returns', 0.003, leaveAndReturn], ['left-before', 0.004, leaveBefore], ['came-over-summer', 0.01, comeOverSummer],
  ['came-after-summer', 0.003, comeAfterSummer], ['dual', 0.008, shareWeek], ['due-elsewhere', 0.0008, isDueElsewhereOnly],
  ['guest', 0.003, beGuest], ['guest-off-roll', 0.0006, beGuestOffRoll], ['college', 0.002, goToCollege],
  ['twice', 0.001, stayTwice],
] as const satisfies readonly (readonly [kind: string, share: number, tell: Tell])[];

/** What happens to a child who crosses the border of two authorities. */
const ACROSS = [moveOn, moveOn, moveOn, shareWeek, shareWeek, beGuest] as const;

type Tell = (scene: Scene) => void;

export function tellMoves(country: Country, life: Life, destination: Authority | undefined): void {
  const { random } = life;
  const [first] = life.stays;
  const home = first && country.authorities[first.school.authority];
  if (!first || !home) return;
  if (destination) return pick(random, ACROSS)({ life, first, random, around: destination });
  let left = random.next();
  for (const [, share, tell] of KINDS) {
    left -= share;
    if (left < 0) return tell({ life, first, random, around: home });
  }
  if (life.yearGroup === 11 && first.school.phase !== 'special' && life.pupil.id % 2 === 0) {
    close(first, LEAVING_DAY, 'l');
  }
}

const LEAVING_DAY = schoolLeavingDay(YEAR);
const NEXT_YEAR = dayNumber(calendarDate('2025-09-02'));
const LAST_JULY = dayNumber(calendarDate('2024-07-23'));
const JUNE = dayNumber(calendarDate('2025-06-02'));

/** School days between one roll and the next. Our own assumption, as in Northmoor. */
// prettier-ignore
const GAPS = [
  [0, 44], [1, 10], [2, 9], [3, 7], [4, 4], [5, 5], [6, 4], [7, 4], [10, 5], [12, 3], [15, 3], [20, 2], [30, 1], [60, 0.5], [400, 2],
] as const;

/** Why a place ended where the child comes to another school of the country: most say where to, and some are wrong. */
// prettier-ignore
const MOVED: readonly (readonly [how: readonly [ground: string | undefined, to: 'next' | 'outside' | 'other' | 'unsaid'], weight: number])[] = [
  [['a', 'next'], 70], [[undefined, 'unsaid'], 8], [['g', 'unsaid'], 5], [['a', 'outside'], 4], [['a', 'unsaid'], 5],
  [['f', 'unsaid'], 4], [['a', 'other'], 2], [['i', 'unsaid'], 1], [['j', 'unsaid'], 0.5], [['d', 'next'], 0.5],
];

/** Why a place ended where no arrival is known. */
// prettier-ignore
const LEFT: readonly (readonly [how: readonly [ground: string | undefined, to: 'outside' | 'other' | 'unsaid'], weight: number])[] = [
  [['a', 'outside'], 34], [['a', 'unsaid'], 9], [['c', 'unsaid'], 2], [['a', 'other'], 15], [[undefined, 'unsaid'], 15], [['g', 'unsaid'], 9],
  [['i', 'unsaid'], 3], [['o', 'other'], 2], [['f', 'unsaid'], 8], [['e', 'unsaid'], 1], [['j', 'unsaid'], 1], [['k', 'unsaid'], 0.5],
  [['h', 'unsaid'], 0.5],
];

function moveOn(scene: Scene): void {
  const { life, first, random } = scene;
  const next = findOther(scene, first.school);
  const place = placeInYear(random, first.school, 5, 25);
  if (!next) return leaveForGood(scene);
  const [ground, to] = weighted(random, MOVED);
  close(first, dayAt(first.school, place) ?? 0, ground, urnOf(scene, to, next));
  const entry = dayAt(next, placeOf(next.calendar, first.leave ?? 0) + 1 + weighted(random, GAPS)) ?? NEXT_YEAR;
  const second = open(life, next, entry);
  if (happens(random, 0.1)) second.attributes.fsm = !(first.attributes.fsm ?? false);
  if (happens(random, 0.05)) second.attributes.sen = 'K';
  if (happens(random, 0.005)) second.attributes.birthDay += 1;
  strayAfter(scene, first);
  const again = dayAt(next, placeOf(next.calendar, entry) + 15);
  if (entry >= NEXT_YEAR || again === undefined || !happens(random, 0.05)) return;
  const third = happens(random, 0.5) ? first.school : (findOther(scene, next) ?? first.school);
  close(second, again, 'a', third.urn);
  open(life, third, dayAt(third, placeOf(third.calendar, again) + 1 + weighted(random, GAPS)) ?? NEXT_YEAR);
}

function leaveForGood(scene: Scene): void {
  const { first, random } = scene;
  const [ground, to] = weighted(random, LEFT);
  close(first, dayAt(first.school, placeInYear(random, first.school, 5, 25)) ?? 0, ground, urnOf(scene, to, undefined));
  strayAfter(scene, first);
}

function startInYear({ first, life, random }: Scene): void {
  first.entry = dayAt(first.school, placeInYear(random, first.school, 3, 40)) ?? first.entry;
  // Some registers show the child before the first day there.
  if (happens(random, 0.3))
    life.strays.push({ school: first.school, from: first.entry - 7, to: first.entry - 1, letter: 'Z' });
}

function startLate({ first, random }: Scene): void {
  const place = placeOf(first.school.calendar, JUNE);
  first.entry = dayAt(first.school, place + random.below(20)) ?? first.entry;
}

function leaveAndReturn({ life, first, random }: Scene): void {
  const place = placeInYear(random, first.school, 5, 60);
  close(first, dayAt(first.school, place) ?? 0, happens(random, 0.5) ? 'f' : undefined);
  const back = dayAt(first.school, place + 2 + random.below(50));
  if (back !== undefined) open(life, first.school, back);
}

function leaveBefore(scene: Scene): void {
  const { first, random } = scene;
  const [ground, to] = weighted(random, LEFT);
  first.entry = Math.min(first.entry, LAST_JULY - 500);
  close(first, LAST_JULY - random.below(130), ground, urnOf(scene, to, undefined));
}

function comeOverSummer(scene: Scene): void {
  comeFrom(scene, 0);
}

function comeAfterSummer(scene: Scene): void {
  comeFrom(scene, 4 + scene.random.below(40));
}

/** The place before this one ended in July; this one began so many open days into the year. */
function comeFrom(scene: Scene, days: number): void {
  const { life, first, random } = scene;
  const before = findOther(scene, first.school);
  if (!before) return;
  first.entry = dayAt(first.school, days) ?? first.entry;
  const [ground, to] = weighted(random, MOVED);
  close(open(life, before, LAST_JULY - 700), LAST_JULY, ground, urnOf(scene, to, first.school));
}

/** Now and then a register goes on for some days after the child left. */
function strayAfter({ life, random }: Scene, { school, leave }: Stay): void {
  if (leave !== undefined && happens(random, 0.03))
    life.strays.push({ school, from: leave + 1, to: leave + 6, letter: '/' });
}

function urnOf(
  scene: Scene,
  to: 'next' | 'outside' | 'other' | 'unsaid',
  next: CountrySchool | undefined,
): number | undefined {
  if (to === 'next') return next?.urn;
  if (to === 'outside') return OUTSIDE_URN + scene.random.below(400);
  return to === 'other' ? pick(scene.random, scene.around.schools).urn : undefined;
}
