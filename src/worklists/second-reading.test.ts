import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, mondayOf } from '#kernel';
import {
  askedLists,
  folderWith,
  oracleRegisters,
  oracleStates,
  randomArea,
  readOracleArea,
  today,
  type OracleArea,
  type OracleFile,
} from '#testing';
import type { ListId } from './lists.ts';

// Two rules, each read a second time: plainly, child by child, in TypeScript, from the oracle’s registers and states.

type Oracle = ReturnType<typeof oracleRegisters>;
type Told = Readonly<Record<string, unknown>>;

const SEEDS = [4101, 4102, 4103, 4104, 4105, 4106];
const DAYS = ['2025-01-24', '2025-04-08', '2025-07-04'];
const YEAR = '2024/25';

/** A random area with a long year, and one code much more often than would be drawn. */
function areaWithAbsence(seed: number, code: string): readonly OracleFile[] {
  // In every other area, most afternoons have it.
  const often = seed % 2 === 0 ? /,(?:I|M|V|P|W|B|S|R)(?=,)/g : /,(?:I|M|V|P|W|B|S|R|\\)(?=,)/g;
  return randomArea(seed, { schools: 3, children: 16, years: [2024], days: 70 }).map((file) =>
    file.name.startsWith('marks') ? { ...file, text: file.text.replaceAll(often, `,${code}`) } : file,
  );
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

async function bothReadings(
  seed: number,
  id: ListId,
  code: string,
  columns: readonly string[],
  read: (area: OracleArea, oracle: Oracle) => readonly Told[],
): Promise<readonly [found: readonly string[], expected: readonly string[]]> {
  const files = areaWithAbsence(seed, code);
  const area = readOracleArea(files);
  const oracle = oracleRegisters(area, { today, year: YEAR, asOf: DAYS[seed % DAYS.length] ?? '' });
  const lists = await askedLists(await folderWith(Object.fromEntries(files.map((file) => [file.name, file.text]))));
  try {
    const found = await lists.entries(id, oracle.asOf);
    const line = (told: Told): string => columns.map((name) => `${name} ${String(told[name])}`).join(', ');
    return [found.map(line).toSorted(), read(area, oracle).map(line).toSorted()];
  } finally {
    await lists.close();
  }
}

const own = (oracle: Oracle, upn: string) => (oracle.spells.get(upn) ?? []).filter((spell) => spell.status !== 'G');

const onRollAt = (oracle: Oracle, upn: string) =>
  own(oracle, upn).filter(
    (spell) => spell.entry <= oracle.asOf && (spell.leaving === '' || spell.leaving >= oracle.asOf),
  );

function partTimeTimetables(area: OracleArea, oracle: Oracle): readonly Told[] {
  const kept = oracle.registers.filter((one) => one.state !== 'off-roll');
  const registers = grouped(kept, (one) => `${one.upn} ${one.urn}`);
  return [...registers.values()].flatMap((register) => {
    const [{ upn, urn } = { upn: '', urn: '' }] = register;
    const sessions = register.toSorted((a, b) => `${a.date}${a.session}`.localeCompare(`${b.date}${b.session}`));
    const timetables: { since: string; last: string; sessions: number; attendedAfter: number }[] = [];
    for (const { date, state, cause } of sessions) {
      const running = timetables.at(-1);
      if (cause === 'C2' && (!running || running.attendedAfter >= 10)) {
        timetables.push({ since: date, last: date, sessions: 1, attendedAfter: 0 });
      } else if (cause === 'C2' && running) {
        Object.assign(running, { last: date, sessions: running.sessions + 1, attendedAfter: 0 });
      } else if (state === 'attended' && running) running.attendedAfter += 1;
    }
    return timetables.map(({ since, last, sessions: count, attendedAfter }) => {
      const running = attendedAfter < 10 && onRollAt(oracle, upn).some((spell) => spell.urn === urn);
      const until = running ? oracle.asOf : last;
      const days = (area.daysBySchool.get(urn) ?? []).filter((day) => day.am || day.pm).map((day) => day.date);
      const counted = new Set(days.filter((date) => date >= since && date <= until)).size;
      const weeks = wholeWeeks(
        sessions.filter(({ date }) => mondayOf(calendarDate(date)) >= since),
        until,
      );
      const [first, latest] = [weeks.at(0), weeks.at(-1)];
      const rising = weeks.length < 2 ? null : (latest ?? 0) > (first ?? 0);
      return { upn, urn, since, until, counted, running, sessions: count, rising };
    });
  });
}

/** Sessions attended in each week to compare: over by `until`, without other absence, and as long as the longest such week. */
function wholeWeeks(sessions: Oracle['registers'], until: string): readonly number[] {
  const weeks = [...grouped(sessions, ({ date }) => mondayOf(calendarDate(date)))]
    .filter(([monday]) => addDays(calendarDate(monday), 4) <= until)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([, week]) => ({
      attended: week.filter(({ state }) => state === 'attended').length,
      away: week.filter(({ cause }) => cause === 'C2').length,
      other: week.filter(({ state, cause }) => !['attended', 'not-required'].includes(state) && cause !== 'C2').length,
    }))
    .filter(({ other }) => other === 0);
  const most = Math.max(...weeks.map(({ attended, away }) => attended + away));
  return weeks.filter(({ attended, away }) => attended + away === most).map(({ attended }) => attended);
}

function supportFirst(area: OracleArea, oracle: Oracle): readonly Told[] {
  return [...oracleStates(area, { today, year: YEAR, asOf: oracle.asOf })].flatMap(([upn, states]) => {
    const ages = oracle.compulsory(upn);
    const sessions = [...states].toSorted(([a], [b]) => a.localeCompare(b));
    const mondays = sessions
      .filter(([, { cause }]) => cause !== '#')
      .map(([when]) => mondayOf(calendarDate(when.slice(0, 10))));
    const weeks = [...new Set(mondays)];
    const counted = sessions
      .map(([when, { state }]) => ({ date: calendarDate(when.slice(0, 10)), state }))
      .filter(({ date, state }) => state === 'unauthorised' && date >= ages.from && date <= ages.to);
    const within = (end: number) => {
      const ten = weeks.slice(Math.max(0, end - 9), end + 1);
      return counted.filter(({ date }) => ten.includes(mondayOf(date)));
    };
    let start = weeks.length;
    while (start > 0 && within(start - 1).length >= 10) start -= 1;
    const [place] = onRollAt(oracle, upn).toSorted(
      (a, b) =>
        Number('CM'.includes(b.status)) - Number('CM'.includes(a.status)) ||
        b.entry.localeCompare(a.entry) ||
        a.urn.localeCompare(b.urn),
    );
    if (start === weeks.length || !place) return [];
    return [{ upn, urn: place.urn, since: within(start)[9]?.date, counted: within(weeks.length - 1).length }];
  });
}

describe('two readings of a rule agree on random awkward areas', () => {
  test('part-time timetables', async () => {
    const columns = ['upn', 'urn', 'since', 'until', 'counted', 'running', 'sessions', 'rising'];
    let seen = 0;
    for (const seed of SEEDS) {
      const [found, expected] = await bothReadings(seed, 'part-time-timetables', 'C2', columns, partTimeTimetables);
      expect([seed, found]).toEqual([seed, expected]);
      seen += found.length;
    }
    expect(seen).toBeGreaterThan(40);
  });

  test('support first', async () => {
    const columns = ['upn', 'urn', 'since', 'counted'];
    let seen = 0;
    for (const seed of SEEDS) {
      const [found, expected] = await bothReadings(seed, 'support-first', 'O', columns, supportFirst);
      expect([seed, found]).toEqual([seed, expected]);
      seen += found.length;
    }
    expect(seen).toBeGreaterThan(10);
  });
});
