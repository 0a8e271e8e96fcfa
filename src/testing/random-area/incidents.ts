// The rows of removals.csv and suspensions.csv.
import { shift } from './dates.ts';
import type { Chance } from './prng.ts';
import type { World } from './spells.ts';
import { recordedAt } from './times.ts';
import { badUpnOf } from './upn.ts';
import type { Row } from './write.ts';

const kinds = [
  'internal-exclusion',
  'removed-from-lesson',
  'left-lesson',
  'late-to-lesson',
  'detention-in-lesson-time',
];

const badRemoval = (chance: Chance, row: Row): Row => {
  const [column, value] = chance.pick([
    ['upn', badUpnOf(chance, row['upn'] ?? '')],
    ['urn', '999999'],
    ['date', '2024-13-01'],
    ['date', ''],
    ['session', 'am'],
    ['session', ''],
    ['minutes', '0'],
    ['minutes', '241'],
    ['minutes', '12.5'],
    ['minutes', ''],
    ['kind', 'expelled'],
    ['kind', ''],
    ['recorded_at', '2024-10-01T25:00:00Z'],
    ['withdrawn', 'yes'],
  ] as const);
  return { ...row, [column]: value };
};

/** Removals follow marks, so that many stand in sessions that were attended, some of them with an `L`. */
export const removalRows = (chance: Chance, marks: readonly Row[]): readonly Row[] =>
  marks.flatMap((mark) => {
    const late = mark['am'] === 'L' || mark['pm'] === 'L';
    if (!chance.is(late ? 0.35 : 0.07)) return [];
    const session = (late ? mark['am'] === 'L' : chance.is(0.5)) ? 'AM' : 'PM';
    const rows = Array.from(
      {
        length: chance.weighted([
          [1, 6],
          [2, 2],
          [3, 2],
        ]),
      },
      () => ({
        upn: mark['upn'] ?? '',
        urn: mark['urn'] ?? '',
        date: mark['date'] ?? '',
        session,
        minutes: String(chance.pick([1, 5, 15, 60, 60, 90, 180, 240, chance.int(1, 240)])),
        kind: late && chance.is(0.6) ? 'late-to-lesson' : chance.pick(kinds),
        withdrawn: '',
        recorded_at: recordedAt(chance, chance.is(0.9) ? '2024-10-01' : '2025-01-05'),
      }),
    );
    return rows.flatMap((row): readonly Row[] => {
      const later = recordedAt(chance, '2025-03-03');
      if (chance.is(0.06)) return [row, { ...row, minutes: '30', recorded_at: later }];
      if (chance.is(0.05))
        return [row, { ...row, withdrawn: 'Y', recorded_at: chance.is(0.7) ? later : '2020-01-01T00:00:00Z' }];
      if (chance.is(0.04)) return [row, badRemoval(chance, row)];
      if (chance.is(0.03))
        return [row, { ...row, date: shift(row.date === '' ? '2024-10-10' : row.date, chance.int(-200, 200)) }];
      return [row];
    });
  });

const badSuspension = (chance: Chance, row: Row): Row => {
  const [column, value] = chance.pick([
    ['upn', badUpnOf(chance, row['upn'] ?? '')],
    ['urn', '999999'],
    ['category', 'OUT'],
    ['category', ''],
    ['start_date', '2024-11-31'],
    ['recorded_at', '12:00'],
    ['sessions', 'two'],
    ['review_closed', 'soon'],
    ['withdrawn', 'X'],
  ] as const);
  return { ...row, [column]: value };
};

export const suspensionRows = (chance: Chance, world: World, marks: readonly Row[]): readonly Row[] =>
  marks
    .filter((mark) => mark['am'] === 'E' && mark['date'] !== '' && chance.is(0.4))
    .map((mark) => {
      const row = {
        upn: mark['upn'] ?? '',
        urn: mark['urn'] ?? '',
        category: chance.weighted([
          ['SUSP', 8],
          ['FIXD', 1],
          ['PERM', 1],
          ['LNCH', 2],
        ]),
        start_date: mark['date'] ?? '',
        sessions: chance.pick(['', '1', '2', '10']),
        reason1: chance.pick(['', 'PP', 'DB']),
        review_closed: '',
        withdrawn: chance.is(0.05) ? 'Y' : '',
        recorded_at: recordedAt(chance, chance.pick(world.dates)),
      };
      return chance.is(0.05) ? badSuspension(chance, row) : row;
    });
