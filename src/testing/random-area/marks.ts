// The rows of marks.csv.
import { shift } from './dates.ts';
import type { Chance } from './prng.ts';
import type { Setting } from './schools.ts';
import type { Spell, World } from './spells.ts';
import { recordedAt } from './times.ts';
import { badUpnOf } from './upn.ts';
import type { Row } from './write.ts';

type HalfDay = 'AM' | 'PM';

const change = '2024-08-19';

/** A code that may stand on the date; now and then one of the other code set, or none at all. */
const someCode = (chance: Chance, date: string, half: HalfDay): string => {
  const present = half === 'AM' ? '/' : '\\';
  const old = date < change;
  return chance.weighted([
    [present, 50],
    [half === 'AM' ? '\\' : '/', 1],
    [chance.pick(['L', 'L', 'L', 'V', 'P', 'W', 'B', old ? 'J' : 'K']), 12],
    ['E', 4],
    [chance.pick(['G', 'N', 'O', 'U']), 7],
    [old ? 'C' : 'C2', 4],
    [chance.pick(old ? ['C', 'I', 'M', 'R', 'S', 'T', 'H', 'F'] : ['C', 'C1', 'I', 'M', 'J1', 'R', 'S', 'T']), 9],
    [chance.pick(old ? ['Y'] : ['Q', 'Y1']), 3],
    [chance.pick(old ? ['X', 'Z', '#', 'Y'] : ['X', 'Z', '#', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7']), 6],
    ['D', 2],
    ['', 6],
    [chance.pick(old ? ['K', 'C1', 'C2', 'J1', 'Q', 'Y1', 'Y4'] : ['J', 'H', 'F', 'Y']), 0.7],
    [chance.pick(['??', 'l', 'Y8', ' /', 'ABC']), 0.4],
  ]);
};

const lateMinutes = (chance: Chance, code: string): string => {
  if (code !== 'L') return chance.is(0.004) ? chance.pick(['5', 'x', '-3', '1.5']) : '';
  return chance.weighted([
    [String(chance.int(1, 30)), 12],
    ['', 2],
    [String(chance.int(100, 240)), 2],
    ['0', 0.5],
    ['ten', 0.3],
  ]);
};

const rowOf = (chance: Chance, upn: string, urn: string, date: string, am: string, pm: string): Row => ({
  upn,
  urn,
  date,
  am,
  pm,
  am_minutes_late: lateMinutes(chance, am),
  pm_minutes_late: lateMinutes(chance, pm),
  withdrawn: '',
  // Now and then a day was marked ahead.
  recorded_at: recordedAt(chance, chance.is(0.05) ? shift(date, -chance.int(3, 60)) : date),
});

/** What each of the schools that have the child writes for one half day. */
const codesOf = (
  chance: Chance,
  schools: readonly Spell[],
  date: string,
  half: HalfDay,
): ReadonlyMap<string, string> => {
  const mode = chance.weighted([
    ['tile', 70],
    ['both-d', 12],
    ['both-real', 10],
    ['one-missing', 8],
  ] as const);
  const turn = chance.int(0, schools.length - 1);
  const bothLate = chance.is(0.3);
  return new Map(
    schools.map((s, i) => {
      const real = someCode(chance, date, half);
      if (schools.length === 1) return [s.urn, s.status === 'M' && chance.is(0.3) ? 'D' : real];
      if (mode === 'both-d') return [s.urn, 'D'];
      if (mode === 'both-real') return [s.urn, bothLate ? 'L' : real];
      if (i === turn) return [s.urn, mode === 'tile' ? real : ''];
      return [s.urn, 'D'];
    }),
  );
};

const opens = (setting: Setting | undefined, date: string, half: HalfDay): boolean => {
  const day = setting?.days.get(date);
  return day !== undefined && (half === 'AM' ? day.AM : day.PM);
};

/** Nothing is written in a closed session as a rule; `#` and `Z` are ignored there, anything else is rejected. */
const whenClosed = (chance: Chance, code: string): string =>
  chance.weighted([
    ['', 80],
    ['#', 14],
    ['Z', 2],
    [code, 4],
  ]);

const historyOf = (chance: Chance, row: Row): readonly Row[] => {
  const date = row['date'] ?? '';
  const other = (): Row =>
    rowOf(
      chance,
      row['upn'] ?? '',
      row['urn'] ?? '',
      date,
      chance.is(0.3) ? '' : someCode(chance, date, 'AM'),
      chance.is(0.3) ? '' : someCode(chance, date, 'PM'),
    );
  const rows: Row[] = [row];
  if (chance.is(0.05)) rows.push({ ...other(), recorded_at: recordedAt(chance, shift(date, chance.int(-3, 40))) });
  if (chance.is(0.02)) rows.push({ ...other(), recorded_at: row['recorded_at'] ?? '' });
  if (chance.is(0.02)) {
    rows.push({
      ...chance.pick([row, { ...row, am: '', pm: '' }, { ...row, am: '??' }, other()]),
      am_minutes_late: '',
      pm_minutes_late: '',
      withdrawn: 'Y',
      recorded_at: chance.is(0.3) ? (row['recorded_at'] ?? '') : recordedAt(chance, shift(date, chance.int(-2, 20))),
    });
  }
  if (chance.is(0.003)) rows.push({ ...row, withdrawn: chance.pick(['N', 'y', '1']) });
  return rows;
};

const badRow = (chance: Chance, row: Row): Row => {
  const [column, value] = chance.pick([
    ['upn', ''],
    ['upn', badUpnOf(chance, row['upn'] ?? '')],
    ['urn', '999999'],
    ['urn', ''],
    ['date', '2024-02-30'],
    ['date', ''],
    ['recorded_at', 'soon'],
    ['recorded_at', '2024-10-01 09:00'],
  ] as const);
  return { ...row, [column]: value };
};

const marksOnRoll = (chance: Chance, world: World, spells: readonly Spell[]): readonly Row[] =>
  world.dates.flatMap((date) => {
    const covering = spells.filter((s) => s.entry <= date && (s.leaving === '' || date <= s.leaving));
    if (covering.length === 0) return [];
    const [am, pm] = [codesOf(chance, covering, date, 'AM'), codesOf(chance, covering, date, 'PM')];
    return [...am.keys()].flatMap((urn) => {
      const setting = world.settings.find((s) => s.urn === urn);
      const written = (half: HalfDay, code: string): string =>
        opens(setting, date, half) ? (date >= world.closedFrom ? '#' : code) : whenClosed(chance, code);
      const row = rowOf(
        chance,
        covering[0]?.upn ?? '',
        urn,
        date,
        written('AM', am.get(urn) ?? ''),
        written('PM', pm.get(urn) ?? ''),
      );
      return row['am'] === '' && row['pm'] === '' && chance.is(0.8) ? [] : historyOf(chance, row);
    });
  });

/** Marks of a school before it has the child and after it had. */
const marksOutside = (chance: Chance, world: World, spells: readonly Spell[]): readonly Row[] =>
  spells.flatMap((s) =>
    world.dates
      .filter((date) => date < s.entry || (s.leaving !== '' && date > s.leaving))
      .filter(() => chance.is(0.03))
      .map((date) =>
        rowOf(chance, s.upn, s.urn, date, chance.pick(['/', 'Z', '#', 'N']), chance.pick(['\\', 'Z', '#', ''])),
      ),
  );

export const markRows = (chance: Chance, world: World, children: readonly (readonly Spell[])[]): readonly Row[] => {
  const rows = children.flatMap((spells) => [
    ...marksOnRoll(chance, world, spells),
    ...marksOutside(chance, world, spells),
  ]);
  return rows.flatMap((row) => (chance.is(0.004) ? [row, badRow(chance, row)] : [row]));
};
