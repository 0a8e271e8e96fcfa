// "Asked 'as known at T', Kith answers from rows recorded at or before T."
import { isInForce, isKnownCode } from './codes.ts';
import { academicYearOf, endOfDay, firstDayOf, isDate, lastDayOf, readInstant } from './dates.ts';
import {
  sessions,
  type MarkRow,
  type OracleArea,
  type OracleQuestion,
  type Origin,
  type Rejection,
  type RemovalRow,
  type Session,
  type SpellRow,
} from './types.ts';

export type Mark = { readonly urn: string; readonly code: string; readonly late: number };

export type View = {
  readonly area: OracleArea;
  /** The calendar year the academic year starts in. */
  readonly year: number;
  readonly first: string;
  /** Last day that counts: the as-of date, or the end of the year; before `first` where nothing counts. */
  readonly last: string;
  /** Every spell as known at T, of any status, by upn. */
  readonly spells: ReadonlyMap<string, readonly SpellRow[]>;
  /** Accepted marks in force in this view; key: upn, date and session. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  readonly removals: ReadonlyMap<string, readonly RemovalRow[]>;
  readonly rejections: readonly Rejection[];
};

export const sessionKey = (upn: string, date: string, session: Session): string => `${upn} ${date} ${session}`;

export const covers = (spell: SpellRow, date: string): boolean =>
  spell.entry <= date && (spell.leaving === '' || date <= spell.leaving);

export const isOpen = (area: OracleArea, urn: string, date: string, session: Session): boolean => {
  const day = area.days.get(`${urn} ${date}`);
  return day !== undefined && (session === 'AM' ? day.am : day.pm);
};

/** A date alone means the end of that day, so that what was recorded on it is known. */
const instantOf = (q: OracleQuestion): bigint => {
  const text = q.knownAt ?? q.today;
  const instant = isDate(text) ? endOfDay(text) : readInstant(text);
  if (instant === undefined) throw new Error(`not a time: ${text}`);
  return instant;
};

/**
 * "Rows with the same key speak of the same thing; the one recorded last (as an instant, offsets respected) wins;
 * at equal instants the later row in reading order wins." and "`withdrawn` = `Y` … wins like any row, and then
 * there is nothing".
 */
const winners = <T extends Origin>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] => {
  const byKey = new Map<string, T>();
  for (const row of rows) {
    const best = byKey.get(keyOf(row));
    const later =
      best === undefined || row.recorded > best.recorded || (row.recorded === best.recorded && row.order > best.order);
    if (later) byKey.set(keyOf(row), row);
  }
  return [...byKey.values()].filter((row) => !row.withdrawn);
};

const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
};

type MarkCell = Origin & Mark & { readonly upn: string; readonly date: string; readonly session: Session };

/** "Marks that lose their spell to a rejected roll row are reported once, with that row." */
const lostItsSpell = (area: OracleArea, row: MarkRow, known: bigint): boolean =>
  area.rejectedRoll.some(
    (r) =>
      r.upn === row.upn &&
      r.urn === row.urn &&
      !r.withdrawn &&
      (r.recorded === undefined || r.recorded <= known) &&
      // A bad date says nothing about where the spell began or ended.
      (!isDate(r.entry) || r.entry <= row.date) &&
      (!isDate(r.leaving) || row.date <= r.leaving),
  );

const judge = (area: OracleArea, spells: View['spells'], known: bigint) => {
  const cells: MarkCell[] = [];
  const removals: RemovalRow[] = [];
  const rejections: Rejection[] = [];

  const onRoll = (row: { upn: string; urn: string; date: string }): boolean =>
    (spells.get(row.upn) ?? []).some((spell) => spell.urn === row.urn && covers(spell, row.date));

  for (const row of area.marks) {
    for (const session of sessions) {
      const code = row.code[session];
      const cell = { ...row, session, code, late: row.late[session] };
      const reject = (fault: string): void => {
        const column = session === 'AM' ? 'am' : 'pm';
        rejections.push({ file: row.file, line: row.line, column, value: code, fault });
      };
      // "a withdrawn row withdraws both", whatever its cells hold.
      if (row.withdrawn) {
        if (row.recorded <= known) cells.push(cell);
      }
      // "an empty cell says nothing"
      else if (code === '') continue;
      // "unknown code, code not in force, outside every spell there, session not open": the first fault named.
      else if (!isKnownCode(code)) reject('unknown-code');
      else if (!isInForce(code, row.date)) reject('not-in-force');
      else if (row.recorded > known) continue;
      else if (!onRoll(row)) {
        // "`#` and `Z` there are simply ignored"
        if (code !== '#' && code !== 'Z' && !lostItsSpell(area, row, known)) reject('outside-spell');
      } else if (!isOpen(area, row.urn, row.date, session)) {
        if (code !== '#' && code !== 'Z') reject('session-not-open');
      } else cells.push(cell);
    }
  }

  for (const row of area.removals) {
    const reject = (column: string, value: string, fault: string): void => {
      rejections.push({ file: row.file, line: row.line, column, value, fault });
    };
    if (row.recorded > known) continue;
    // "A removal outside a spell at its school or in a session not open there is rejected"; a withdrawal is none.
    if (row.withdrawn) removals.push(row);
    else if (!onRoll(row)) reject('date', row.date, 'outside-spell');
    else if (!isOpen(area, row.urn, row.date, row.session)) reject('session', row.session, 'session-not-open');
    else removals.push(row);
  }
  return { cells, removals, rejections };
};

export const viewOf = (area: OracleArea, q: OracleQuestion): View => {
  const known = instantOf(q);
  // Key of a spell: upn + urn + entry_date.
  const spells = groupBy(
    winners(
      area.roll.filter((row) => row.recorded <= known),
      (row) => `${row.upn} ${row.urn} ${row.entry}`,
    ),
    (row) => row.upn,
  );
  const judged = judge(area, spells, known);
  // "What is rejected displaces nothing": only accepted cells take part. Key: upn + urn + date + session.
  const cells = winners(judged.cells, (c) => `${c.upn} ${c.urn} ${c.date} ${c.session}`);
  // Key of a removal: upn + urn + date + session + kind.
  const removals = winners(judged.removals, (r) => `${r.upn} ${r.urn} ${r.date} ${r.session} ${r.kind}`);

  // "as of the last date in that year, not after today nor after T's date, with an accepted mark other than `#`"
  const limit = [q.today, q.knownAt?.slice(0, 10) ?? q.today].sort()[0] ?? q.today;
  const markedDates = cells.filter((c) => c.code !== '#' && c.date <= limit).map((c) => c.date);
  const listedYears = [...area.days.values()].map((day) => academicYearOf(day.date)).sort((a, b) => b - a);
  // "Defaults: the latest academic year in `sessions.csv` … Where the latest year has no such mark, the latest
  // year that has."
  const year =
    q.year === undefined
      ? (listedYears.find((y) => markedDates.some((date) => academicYearOf(date) === y)) ?? listedYears[0] ?? 0)
      : Number(q.year.slice(0, 4));
  const lastMarked = markedDates
    .filter((date) => academicYearOf(date) === year)
    .sort()
    .at(-1);
  // No such mark, no as-of date: no session counts.
  const asOf = q.asOf ?? lastMarked ?? '0000-00-00';
  const end = lastDayOf(year);

  return {
    area,
    year,
    first: firstDayOf(year),
    last: asOf < end ? asOf : end,
    spells,
    marks: groupBy(cells, (c) => sessionKey(c.upn, c.date, c.session)),
    removals: groupBy(removals, (r) => sessionKey(r.upn, r.date, r.session)),
    rejections: judged.rejections,
  };
};

/**
 * "A child's birth_date, and any value used for grouping, is that of the latest spell (entry_date, then urn) of
 * any status as known, future entries included."
 */
export const latestSpell = (spells: readonly SpellRow[]): SpellRow | undefined =>
  [...spells].sort((a, b) => (a.entry + a.urn < b.entry + b.urn ? 1 : -1))[0];
