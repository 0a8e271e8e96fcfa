// Small areas with every awkwardness the contract names, from a seed: for holding two implementations against
// each other. The same seed gives the same files.
import type { OracleFile, OracleQuestion } from '../oracle/types.ts';
import { removalRows, suspensionRows } from './incidents.ts';
import { markRows } from './marks.ts';
import { chanceFrom } from './prng.ts';
import { rollRows } from './roll.ts';
import { areaDates, schoolRows, sessionRows, settings } from './schools.ts';
import { childSpells, type World } from './spells.ts';
import { filesOf, type Layout } from './write.ts';

export type AreaSize = {
  readonly schools?: number;
  readonly children?: number;
  /** Academic years by the calendar year they start in. */
  readonly years?: readonly number[];
  /** About how many listed days a year. */
  readonly days?: number;
};

/** After every generated timestamp, so that rows without `recorded_at` are the last word by default. */
export const receivedAt = '2025-12-01T12:00:00Z';
export const today = '2025-12-01';

const layouts = {
  schools: {
    kind: 'schools',
    required: ['urn', 'la', 'name', 'phase'],
    optional: ['trust', 'postcode', 'opened', 'closed'],
    keepOrder: true,
    parts: 1,
  },
  sessions: { kind: 'sessions', required: ['urn', 'date', 'am', 'pm'], optional: [], keepOrder: true, parts: 1 },
  roll: {
    kind: 'roll',
    required: ['upn', 'urn', 'status', 'entry_date', 'birth_date'],
    optional: [
      'leaving_date',
      'leaving_ground',
      'destination_urn',
      'year_group',
      'sex',
      'ethnicity',
      'language',
      'fsm',
      'sen',
      'in_care',
      'boarder',
      'home_lsoa',
      'given_name',
      'family_name',
      'class',
      'withdrawn',
      'recorded_at',
    ],
    keepOrder: false,
    parts: 1,
  },
  marks: {
    kind: 'marks',
    required: ['upn', 'urn', 'date'],
    optional: ['am', 'pm', 'am_minutes_late', 'pm_minutes_late', 'withdrawn', 'recorded_at'],
    keepOrder: false,
    parts: 1,
  },
  removals: {
    kind: 'removals',
    required: ['upn', 'urn', 'date', 'session', 'minutes', 'kind'],
    optional: ['withdrawn', 'recorded_at'],
    keepOrder: false,
    parts: 1,
  },
  suspensions: {
    kind: 'suspensions',
    required: ['upn', 'urn', 'category', 'start_date'],
    optional: ['sessions', 'reason1', 'review_closed', 'withdrawn', 'recorded_at'],
    keepOrder: false,
    parts: 1,
  },
} satisfies Record<string, Layout>;

export const randomArea = (seed: number, size: AreaSize = {}): readonly OracleFile[] => {
  const chance = chanceFrom(seed);
  const years =
    size.years ??
    chance.weighted([
      [[2023, 2024], 6],
      [[2024], 2],
      [[2023], 1],
    ] as const);
  const dates = areaDates(chance, years, size.days ?? chance.int(20, 50));
  const all = settings(chance, size.schools ?? chance.int(1, 6), dates, years);
  const closedFrom = chance.is(0.3) ? (dates.at(-chance.int(1, 4)) ?? '') : '9999';
  const world: World = { settings: all, dates, years, closedFrom };
  const count = size.children ?? chance.int(3, 25);
  const children = Array.from({ length: count }, (_, i) => childSpells(chance, world, i));
  const marks = markRows(chance, world, children);
  const write = (layout: Layout, rows: Parameters<typeof filesOf>[2], parts = 1): readonly OracleFile[] =>
    filesOf(chance, { ...layout, parts }, rows, receivedAt);
  return [
    ...write(layouts.schools, schoolRows(chance, all), chance.is(0.2) ? 2 : 1),
    ...write(layouts.sessions, sessionRows(chance, all), chance.is(0.3) ? 2 : 1),
    ...write(layouts.roll, rollRows(chance, world, children.flat()), chance.int(1, 2)),
    ...write(layouts.marks, marks, chance.int(1, 4)),
    ...(chance.is(0.9) ? write(layouts.removals, removalRows(chance, marks), chance.int(1, 2)) : []),
    ...(chance.is(0.5) ? write(layouts.suspensions, suspensionRows(chance, world, marks)) : []),
  ];
};

/** A question to go with the area of a seed: each of its parts is there about every other time. */
export const randomQuestion = (seed: number): OracleQuestion => {
  const chance = chanceFrom(seed ^ 0x5eed);
  const date = (): string =>
    chance.pick([
      '2023-10-12',
      '2024-01-18',
      '2024-06-03',
      '2024-06-28',
      '2024-08-19',
      '2024-10-15',
      '2024-12-31',
      '2025-01-20',
      '2025-06-27',
      '2025-08-31',
    ]);
  return {
    today,
    ...(chance.is(0.3) ? { year: chance.pick(['2023/24', '2024/25']) } : {}),
    ...(chance.is(0.3) ? { asOf: date() } : {}),
    ...(chance.is(0.4)
      ? { knownAt: chance.pick([date(), `${date()}T16:00:00Z`, `${date()}T17:00:00+01:00`, `${date()}T23:59:59Z`]) }
      : {}),
  };
};
