// The rows of roll.csv: each spell with the history of what was said of it, and rows that cannot be used.
import { shift } from './dates.ts';
import type { Chance } from './prng.ts';
import type { Spell, World } from './spells.ts';
import { recordedAt } from './times.ts';
import { badUpnOf } from './upn.ts';
import type { Row } from './write.ts';

const describe = (chance: Chance, s: Spell): Row => ({
  upn: s.upn,
  urn: s.urn,
  status: s.status,
  entry_date: s.entry,
  leaving_date: s.leaving,
  leaving_ground: s.ground,
  destination_urn: s.destination,
  birth_date: s.birth,
  year_group: chance.pick(['', '-2', '-1', '0', '1', '9', '10', '11', '14']),
  sex: chance.pick(['F', 'M', 'M', 'F', '', 'U']),
  ethnicity: chance.pick(['WBRI', 'APKN', '', 'MOTH']),
  language: chance.pick(['ENG', '', 'POL']),
  fsm: chance.pick(['Y', 'N', 'N', '']),
  sen: chance.pick(['N', 'N', 'K', 'E', '']),
  in_care: chance.pick(['N', 'N', 'Y', '']),
  boarder: chance.weighted([
    ['N', 10],
    ['', 3],
    ['Y', 1],
  ]),
  home_lsoa: chance.pick(['', 'E01000001']),
  given_name: chance.pick(['', 'Ada', 'Zoë']),
  family_name: chance.pick(['', "O'Neil", 'Smith, Jr']),
  class: chance.pick(['', '7B']),
  withdrawn: '',
  recorded_at: recordedAt(chance, s.entry),
});

const badOptional = (chance: Chance, row: Row): Row => {
  const [column, value] = chance.pick([
    ['leaving_ground', 'K'],
    ['leaving_ground', 'p'],
    ['destination_urn', '12345'],
    ['year_group', '15'],
    ['year_group', 'R'],
    ['fsm', 'yes'],
    ['sen', 'S'],
    ['in_care', '1'],
    ['boarder', 'y'],
    ['withdrawn', 'n'],
  ] as const);
  return { ...row, [column]: value };
};

const badRequired = (chance: Chance, row: Row): Row => {
  const [column, value] = chance.pick([
    ['upn', ''],
    ['upn', badUpnOf(chance, row['upn'] ?? '')],
    ['urn', '999999'],
    ['urn', ''],
    ['status', 'P'],
    ['status', ''],
    ['entry_date', '2023-09-31'],
    ['entry_date', ''],
    ['birth_date', '2012-13-01'],
    ['birth_date', ''],
    ['leaving_date', 'never'],
    ['leaving_date', shift(row['entry_date'] ?? '', -1)],
    ['recorded_at', '2024-01-01'],
    ['recorded_at', 'yesterday'],
  ] as const);
  return { ...row, [column]: value };
};

/** All that is said of one spell, in any order; what was said last says the truth as a rule. */
const historyOf = (chance: Chance, world: World, s: Spell): readonly Row[] => {
  const truth = describe(chance, s);
  const said = truth['recorded_at'] ?? '';
  const leaving = shift(s.entry, chance.int(0, 120));
  const left = { leaving_date: leaving, leaving_ground: chance.pick(['', 'a', 'o']) };
  const later = recordedAt(chance, chance.pick(world.dates));
  const rows: Row[] = [truth];
  if (chance.is(0.15)) {
    rows.push(
      chance.pick([
        // An earlier word with a leaving date: the truth reopens (or moves) the spell where it was said later.
        { ...describe(chance, s), ...left },
        // A later one that ends or reopens it.
        { ...describe(chance, s), ...left, recorded_at: later },
        { ...describe(chance, s), leaving_date: '', leaving_ground: '', recorded_at: later },
        // At the same instant.
        { ...describe(chance, s), ...left, recorded_at: said },
        { ...describe(chance, s), status: chance.pick(['C', 'M', 'S', 'G']), recorded_at: later },
      ]),
    );
  }
  if (chance.is(0.05)) rows.push({ ...truth, withdrawn: 'Y', recorded_at: later });
  if (chance.is(0.02)) rows.push({ ...truth, withdrawn: 'Y', recorded_at: said });
  if (chance.is(0.02)) rows.push({ ...truth, withdrawn: 'N', recorded_at: later });
  // What is rejected displaces nothing.
  if (chance.is(0.05)) rows.push(badRequired(chance, { ...describe(chance, s), recorded_at: later }));
  if (chance.is(0.04)) rows.push(badOptional(chance, { ...truth, recorded_at: later }));
  return rows;
};

export const rollRows = (chance: Chance, world: World, spells: readonly Spell[]): readonly Row[] =>
  spells.flatMap((s) => {
    // The only row of a spell cannot be used: its marks lose their spell to it.
    if (chance.is(0.02)) return [badRequired(chance, describe(chance, s))];
    return historyOf(chance, world, s);
  });
