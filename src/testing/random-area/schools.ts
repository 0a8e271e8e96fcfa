// The settings of an area and the days they open.
import { shift, weekdaysFrom } from './dates.ts';
import type { Chance } from './prng.ts';
import type { Row } from './write.ts';

export type Setting = {
  readonly urn: string;
  /** Listed date to whether the morning and the afternoon are open. */
  readonly days: ReadonlyMap<string, { readonly AM: boolean; readonly PM: boolean }>;
  /** Dates on which it opens at all, in order. */
  readonly open: readonly string[];
};

/** Where something in the contract changes: terms, prescribed days, census, June, the last Friday, 19 August. */
const windowStarts = (year: number): readonly string[] => [
  `${year}-09-02`,
  `${year}-10-10`,
  `${year}-12-27`,
  `${year + 1}-01-13`,
  `${year + 1}-03-27`,
  `${year + 1}-05-27`,
  `${year + 1}-06-23`,
  `${year + 1}-08-26`,
];

/** The weekdays on which the area as a whole has school: a few short windows a year. */
export const areaDates = (chance: Chance, years: readonly number[], days: number): readonly string[] => {
  const dates = new Set<string>();
  for (const year of years) {
    const starts = chance.shuffle(windowStarts(year));
    const wanted = dates.size + days;
    // The code sets change inside this one.
    if (year === 2023 && chance.is(0.6)) weekdaysFrom('2024-08-14', 6).forEach((date) => dates.add(date));
    for (const start of starts) {
      if (dates.size < wanted) weekdaysFrom(start, chance.int(6, 14)).forEach((date) => dates.add(date));
    }
  }
  return [...dates].sort();
};

const yearOf = (date: string): number => Number(date.slice(0, 4)) - (date.slice(5) < '09-01' ? 1 : 0);

const settingOf = (
  chance: Chance,
  urn: string,
  dates: readonly string[],
  years: readonly number[],
  mayBeSilent: boolean,
): Setting => {
  const days = new Map<string, { AM: boolean; PM: boolean }>();
  // A school that opens nowhere in a year sends its leavers to the area's common days.
  const silent = mayBeSilent && chance.is(0.4) ? chance.pick([...years, ...years, 0]) : -1;
  const own = chance.is(0.15) ? [...dates, shift(chance.pick(dates), 1)] : dates;
  for (const date of own) {
    if (silent === 0 || yearOf(date) === silent || chance.is(0.06)) continue;
    const [AM, PM] = chance.weighted([
      [[true, true], 88],
      [[true, false], 6],
      [[false, true], 3],
      [[false, false], 3],
    ] as const);
    days.set(date, { AM, PM });
  }
  const open = [...days].filter(([, day]) => day.AM || day.PM).map(([date]) => date);
  return { urn, days, open: open.sort() };
};

export const settings = (
  chance: Chance,
  count: number,
  dates: readonly string[],
  years: readonly number[],
): readonly Setting[] => {
  const urns = chance.shuffle(['900100', '900101', '900102', '900103', '123456', '999001', '100000', '900110']);
  // At least the first school opens as a rule, or the area says nothing.
  return urns.slice(0, count).map((urn, i) => settingOf(chance, urn, dates, years, i > 0 || chance.is(0.1)));
};

const phases = ['primary', 'secondary', 'all-through', 'special', 'alternative-provision'];
const trusts = ['', '', 'Oak Trust', 'Elm, Ash and Yew Trust', 'The "Good" Trust', 'Églantine Trust'];

const schoolRow = (chance: Chance, urn: string): Row => ({
  urn,
  // Two of one region, one of another, one of none.
  la: chance.pick(['801', '801', '802', '302', '399']),
  name: chance.pick([`School ${urn}`, `St Anne's, ${urn}`]),
  phase: chance.pick(phases),
  trust: chance.pick(trusts),
  postcode: chance.pick(['', 'AB1 2CD']),
  opened: chance.pick(['', '', '2001-09-01']),
  closed: '',
});

export const schoolRows = (chance: Chance, all: readonly Setting[]): readonly Row[] => {
  const rows = all.map(({ urn }) => schoolRow(chance, urn));
  const some = chance.pick(all).urn;
  if (chance.is(0.3)) rows.push(schoolRow(chance, some));
  // Rejected rows displace nothing and add no school.
  if (chance.is(0.1)) rows.push({ ...schoolRow(chance, some), la: chance.pick(['', '8O1', '80']) });
  if (chance.is(0.1)) rows.push({ ...schoolRow(chance, some), phase: chance.pick(['', 'Primary', 'nursery']) });
  if (chance.is(0.1)) rows.push(schoolRow(chance, chance.pick(['', '12345', 'ABCDEF'])));
  if (chance.is(0.1)) rows.push({ ...schoolRow(chance, some), name: '' });
  if (chance.is(0.1)) rows.push({ ...schoolRow(chance, some), opened: '2001-13-01' });
  return rows;
};

const bit = (open: boolean): string => (open ? '1' : '0');

export const sessionRows = (chance: Chance, all: readonly Setting[]): readonly Row[] => {
  const rows: Row[] = [];
  for (const { urn, days } of all) {
    for (const [date, day] of days) {
      const row = { urn, date, am: bit(day.AM), pm: bit(day.PM) };
      // An earlier row with the same key says something else and loses by reading order.
      if (chance.is(0.03)) rows.push({ ...row, am: bit(!day.AM) });
      rows.push(row);
      if (chance.is(0.005)) rows.push({ ...row, am: chance.pick(['', '2', 'Y']) });
      if (chance.is(0.005)) rows.push({ ...row, date: chance.pick(['', '2024-02-30', '01/09/2024', '2024-9-1']) });
    }
  }
  return rows;
};
