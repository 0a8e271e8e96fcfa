// What truly happened to each child: the spells behind the rows of roll.csv.
import { shift } from './dates.ts';
import type { Chance } from './prng.ts';
import type { Setting } from './schools.ts';
import { upnOf } from './upn.ts';

export type Spell = {
  readonly upn: string;
  readonly urn: string;
  readonly status: string;
  readonly entry: string;
  readonly leaving: string;
  readonly ground: string;
  readonly destination: string;
  readonly birth: string;
};

export type World = {
  readonly settings: readonly Setting[];
  readonly dates: readonly string[];
  readonly years: readonly number[];
  /** From here every register says `#`: a planned closure at the end, which is no sign of a taken register. */
  readonly closedFrom: string;
};

type Plan = readonly Omit<Spell, 'upn' | 'birth'>[];

const openDatesOf = (world: World, urn: string): readonly string[] => {
  const open = world.settings.find((setting) => setting.urn === urn)?.open ?? [];
  return open.length > 0 ? open : world.dates;
};

const two = (chance: Chance, world: World): readonly [string, string] => {
  const [a, b] = chance.shuffle(world.settings.map(({ urn }) => urn));
  return [a ?? '', b ?? a ?? ''];
};

/** Before everything, at the start of a year, or on some date of the area. */
const someEntry = (chance: Chance, world: World): string => {
  const year = chance.pick(world.years);
  return chance.weighted([
    [`${(world.years[0] ?? 2023) - 1}-09-05`, 6],
    [`${year}-09-02`, 3],
    [chance.pick(world.dates), 3],
    // Around the sixth half term.
    [chance.pick([`${year + 1}-05-31`, `${year + 1}-06-01`, `${year + 1}-06-02`, `${year + 1}-05-28`]), 1],
  ]);
};

const spell = (urn: string, status: string, entry: string, leaving = '', ground = '', destination = '') => ({
  urn,
  status,
  entry,
  leaving,
  ground,
  destination,
});

/** Some day on or after `from` to leave on. */
const someLeaving = (chance: Chance, world: World, urn: string, from: string): string => {
  const later = openDatesOf(world, urn).filter((date) => date >= from);
  if (later.length === 0) return chance.is(0.5) ? from : shift(from, chance.int(0, 200));
  return shift(
    chance.pick(later.slice(0, Math.max(1, later.length - 6))),
    chance.weighted([
      [0, 8],
      [1, 1],
      [3, 1],
    ]),
  );
};

/** The entry date that leaves exactly `days` days open at the school last left between leaving and entering. */
const entryAfter = (chance: Chance, world: World, urn: string, leaving: string, days: number): string => {
  const between = openDatesOf(world, urn).filter((date) => date > leaving);
  const lastInGap = days === 0 ? leaving : between[days - 1];
  if (lastInGap === undefined) return shift(leaving, chance.int(1, 300));
  const first = between[days] ?? shift(lastInGap, 1);
  return chance.is(0.7) ? first : shift(lastInGap, 1);
};

const grounds = ['', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o'];

const groundAndDestination = (chance: Chance, arrival: string): readonly [string, string] => [
  chance.weighted([
    ['', 5],
    ['a', 5],
    ['c', 2],
    ['o', 2],
    ['h', 2],
    [chance.pick(grounds), 5],
  ]),
  chance.weighted([
    ['', 6],
    [arrival, 6],
    ['888888', 2],
  ]),
];

const leavers = (chance: Chance, world: World): Plan => {
  const [a, b] = two(chance, world);
  const entry = someEntry(chance, world);
  const leaving = someLeaving(chance, world, a, entry);
  return [spell(a, chance.pick(['C', 'C', 'M', 'F', 'O']), entry, leaving, ...groundAndDestination(chance, b))];
};

const movers = (chance: Chance, world: World): Plan => {
  const [left] = leavers(chance, world);
  if (left === undefined) return [];
  const [, b] = two(chance, world);
  const back = chance.is(0.2) ? left.urn : b;
  const gap = chance.pick([0, 1, 4, 5, 5, 5, 6, 6, 6, 7, 12]);
  const entry = entryAfter(chance, world, left.urn, left.leaving, gap);
  const calm = chance.is(0.6) ? { ...left, ground: chance.pick(['', 'g', 'a', 'o']), destination: back } : left;
  const next = spell(back, chance.pick(['C', 'C', 'C', 'M', 'F', 'S']), entry);
  return [calm, chance.is(0.2) ? { ...next, leaving: someLeaving(chance, world, back, entry) } : next];
};

const duals = (chance: Chance, world: World): Plan => {
  const [a, b] = two(chance, world);
  const entry = someEntry(chance, world);
  const second = chance.is(0.3) ? entry : chance.pick(world.dates);
  const sub = spell(b, 'S', second);
  const main = spell(a, 'M', entry);
  const subEnds = { ...sub, leaving: someLeaving(chance, world, b, second), ground: chance.pick(['c', '', 'a']) };
  const mainEnds = { ...main, leaving: someLeaving(chance, world, a, entry), ground: chance.pick(['', 'o', 'a']) };
  return chance.weighted([
    [[main, sub], 5],
    [[main, subEnds], 2],
    [[mainEnds, sub], 1],
    [[mainEnds, subEnds], 2],
    // Only the main school in the area: its `D` is for a school outside.
    [[main], 1],
  ]);
};

const guests = (chance: Chance, world: World): Plan => {
  const [a, b] = two(chance, world);
  const base = chance.pick([single, leavers, movers, duals])(chance, world);
  const from = chance.is(0.5) ? (base[0]?.leaving ?? '') : '';
  const entry = from === '' ? chance.pick(world.dates) : shift(from, 1);
  const guest = spell(base.some((s) => s.urn === b) ? a : b, 'G', entry);
  return [...base, chance.is(0.4) ? { ...guest, leaving: someLeaving(chance, world, guest.urn, entry) } : guest];
};

const subsidiaryOnly = (chance: Chance, world: World): Plan => {
  const [a, b] = two(chance, world);
  const entry = someEntry(chance, world);
  const leaving = someLeaving(chance, world, a, entry);
  const [ground, destination] = groundAndDestination(chance, b);
  const first = spell(a, 'S', entry, leaving, ground === 'c' ? '' : ground, destination);
  const next = spell(b, 'S', entryAfter(chance, world, a, leaving, chance.pick([4, 5, 6, 9])));
  return chance.is(0.5) ? [first] : [first, next];
};

const overlapping = (chance: Chance, world: World): Plan => {
  const [a, b] = two(chance, world);
  const entry = someEntry(chance, world);
  const leaving = someLeaving(chance, world, a, entry);
  const [ground, destination] = groundAndDestination(chance, b);
  const first = spell(a, 'C', entry, leaving, ground, destination);
  const inside = shift(leaving, -chance.int(0, 5));
  const from = inside < entry ? entry : inside;
  // Same leaving dates leave it to the entry dates and the urns to say which school was last left.
  return [
    first,
    spell(
      b,
      chance.pick(['C', 'C', 'M', 'S', 'O']),
      chance.is(0.3) ? entry : from,
      chance.is(0.6) ? leaving : '',
      chance.pick(['', 'o', 'f', 'a']),
    ),
  ];
};

/** A first spell that ended without a later kind but subsidiary ones: no school last left, or a late one. */
const subsidiaryThenMain = (chance: Chance, world: World): Plan => {
  const [first] = subsidiaryOnly(chance, world);
  if (first === undefined) return [];
  const [, b] = two(chance, world);
  return [
    first,
    spell(b, chance.pick(['C', 'M']), entryAfter(chance, world, first.urn, first.leaving, chance.int(6, 15))),
  ];
};

const single = (chance: Chance, world: World): Plan => [
  spell(two(chance, world)[0], chance.pick(['C', 'C', 'C', 'C', 'M', 'F', 'O']), someEntry(chance, world)),
];

/** Births spread over school ages, with many on the edges of the rules. */
const someBirth = (chance: Chance, world: World): string => {
  const year = chance.pick(world.years);
  const ordinary = `${year - chance.int(5, 15)}-${String(chance.int(1, 12)).padStart(2, '0')}-${String(chance.int(1, 28)).padStart(2, '0')}`;
  // Turns 5 or 16 in the year, by each of the prescribed days and either side of the turn of the year.
  const edge = chance.pick([
    '-08-31',
    '-09-01',
    '-12-31',
    '-01-01',
    '-03-31',
    '-04-01',
    '-08-30',
    '-06-28',
    '-02-28',
    '-01-14',
  ]);
  return chance.weighted([
    [ordinary, 6],
    [`${year + chance.pick([0, 1]) - chance.pick([5, 5, 4, 16, 16, 15])}${edge}`, 5],
    [chance.pick(['2008-02-29', '2020-02-29', '2012-02-29']), 0.3],
    [`${year - chance.pick([3, 4, 17, 18])}-05-05`, 0.7],
  ]);
};

export const childSpells = (chance: Chance, world: World, serial: number): readonly Spell[] => {
  const plan = chance.weighted([
    [single, 5],
    [leavers, 4],
    [movers, 8],
    [duals, 4],
    [guests, 3],
    [subsidiaryOnly, 1.5],
    [subsidiaryThenMain, 0.7],
    [overlapping, 2.5],
  ])(chance, world);
  const upn = upnOf(chance, serial);
  const birth = someBirth(chance, world);
  return plan.map((s) => ({ ...s, upn, birth }));
};
