import { addDays, firstDay, mondayOf } from '#kernel';
import type { Row } from '#store';
import { absenceColumns, absenceGroupings, withRates, type AbsenceGrouping } from '../absence.ts';
import { meaningOf } from '../packed-year.ts';
import {
  groupings,
  isOwnRegister,
  ledgerColumns,
  sessionFigures,
  type Grouping,
  type LedgerTable,
  type OwnRegister,
} from '../account.ts';
import type { Folded, Likeness } from '../folded/open-folded.ts';
import { WEEKS } from '../folded/open-year.ts';
import { RULES } from './letters.ts';
import { ENROLMENT_SUMS, LIKENESS_SUMS, type Tally } from './tally.ts';
import { totalsOf, type Totals } from './totals.ts';

/** What a tally is printed by: the groupings that are sums of it. */
export type TallyGrouping = Exclude<Grouping, 'child' | 'half-term' | 'term'>;
export type TallyAbsenceGrouping = Exclude<AbsenceGrouping, 'enrolment' | 'half-term' | 'term'>;

export const tallyGroupings = groupings.filter(
  (by): by is TallyGrouping => by !== 'child' && by !== 'half-term' && by !== 'term',
);
export const tallyAbsenceGroupings = absenceGroupings.filter(
  (by): by is TallyAbsenceGrouping => by !== 'enrolment' && by !== 'half-term' && by !== 'term',
);

/** Sums of one group: its sessions by rule, minutes and children. */
type Sums = { readonly rules: Float64Array; minutes: number; children: number };

/**
 * The account by one grouping, in the order and columns of the contract: the same table as account.ts makes with SQL. Of
 * totals, whoever makes several tables works them out once.
 */
export function ledgerOf(sums: Tally | Totals, folded: Folded, by: TallyGrouping): LedgerTable {
  if (by === 'cause') return { columns: ledgerColumns(by), rows: inOrder(causes(sums), 'code') };
  const groups =
    by === 'week'
      ? weekSums(totalsOf(sums), folded)
      : isOwnRegister(by)
        ? schoolSums(totalsOf(sums), folded, by)
        : likenessSums(sums, folded, by);
  const columns = ledgerColumns(by);
  const [key = ''] = columns;
  const rows = [...groups].flatMap(([name, sums]) =>
    sums.children === 0 ? [] : [{ [key]: name, children: sums.children, ...figuresOf(sums) }],
  );
  return { columns, rows: inOrder(rows, key) };
}

/** The published measures by one grouping: the same table as absence.ts makes with SQL. */
export function absenceOf(sums: Tally | Totals, folded: Folded, by: TallyAbsenceGrouping): LedgerTable {
  const { columns, rows } = absenceCounts(sums, folded, by);
  return { columns, rows: rows.map(withRates) };
}

/** The same without the rates, which follow from the counts. */
export function absenceCounts(tally: Tally | Totals, folded: Folded, by: TallyAbsenceGrouping): LedgerTable {
  const columns = absenceColumns(by);
  const [key = ''] = columns;
  const sums = new Map<string, number[]>();
  const add = (name: string, source: Float64Array, at: number): void => {
    const into = sums.get(name) ?? Array.from({ length: ENROLMENT_SUMS }, () => 0);
    for (let place = 0; place < ENROLMENT_SUMS; place += 1)
      into[place] = (into[place] ?? 0) + (source[at + place] ?? 0);
    sums.set(name, into);
  };
  if (isOwnRegister(by)) {
    folded.schools.urns.forEach((_, school) =>
      add(groupOfSchool(folded, by, school), tally.schoolEnrolments, school * ENROLMENT_SUMS),
    );
  } else {
    folded.likenesses.forEach((likeness, at) =>
      add(valueOf(likeness, by), tally.likenessEnrolments, at * ENROLMENT_SUMS),
    );
  }
  const rows = [...sums].flatMap(
    ([name, [enrolments = 0, possible = 0, authorised = 0, unauthorised = 0, persistent = 0, severe = 0]]) =>
      enrolments === 0
        ? []
        : [
            {
              [key]: name,
              enrolments,
              possible,
              authorised,
              unauthorised,
              overall: authorised + unauthorised,
              persistent_enrolments: persistent,
              severe_enrolments: severe,
            },
          ],
  );
  return { columns, rows: inOrder(rows, key) };
}

type OfLikenesses = Exclude<TallyAbsenceGrouping, OwnRegister>;

/** Where each grouping of schools has their groups’ names, and how often a child stands in a group again. */
const GROUPS = {
  phase: { names: 'phases', again: 'phaseAgain' },
  trust: { names: 'trusts', again: 'trustAgain' },
  la: { names: 'authorities', again: 'authorityAgain' },
  region: { names: 'regions', again: 'regionAgain' },
} as const;

function groupOfSchool({ schools }: Folded, by: OwnRegister, school: number): string {
  if (by === 'school') return String(schools.urns[school]);
  return schools[GROUPS[by].names][school] ?? '';
}

function schoolSums(totals: Totals, folded: Folded, by: OwnRegister): ReadonlyMap<string, Sums> {
  const groups = new Map<string, Sums>();
  folded.schools.urns.forEach((_, school) => {
    const sums = groupIn(groups, groupOfSchool(folded, by, school));
    sums.children += totals.schoolChildren[school] ?? 0;
    sums.minutes += totals.schoolMinutes[school] ?? 0;
    for (let rule = 0; rule < RULES; rule += 1)
      sums.rules[rule] = (sums.rules[rule] ?? 0) + (totals.schools[school * RULES + rule] ?? 0);
  });
  if (by === 'school') return groups;
  const again = totals[GROUPS[by].again];
  // Groups are numbered in the order in which schools name them first: the order of this map.
  [...groups.values()].forEach((sums, number) => (sums.children -= again[number] ?? 0));
  return groups;
}

function likenessSums(tally: Tally | Totals, folded: Folded, by: OfLikenesses): ReadonlyMap<string, Sums> {
  const groups = new Map<string, Sums>();
  folded.likenesses.forEach((likeness, number) => {
    const sums = groupIn(groups, valueOf(likeness, by));
    const at = number * LIKENESS_SUMS;
    sums.minutes += tally.likenesses[at] ?? 0;
    for (let rule = 1; rule < RULES; rule += 1)
      sums.rules[rule] = (sums.rules[rule] ?? 0) + (tally.likenesses[at + rule] ?? 0);
    sums.children += tally.likenesses[at + RULES] ?? 0;
  });
  return groups;
}

function valueOf(likeness: Likeness, by: OfLikenesses): string {
  if (by === 'fsm') return likeness.fsm === null ? '' : likeness.fsm ? 'Y' : 'N';
  return String((by === 'year-group' ? likeness.year_group : likeness[by]) ?? '');
}

function weekSums(totals: Totals, folded: Folded): ReadonlyMap<string, Sums> {
  const groups = new Map<string, Sums>();
  const monday = mondayOf(firstDay(folded.year));
  for (let week = 0; week < WEEKS; week += 1) {
    const sums = groupIn(groups, addDays(monday, week * 7));
    sums.children = totals.weekChildren[week] ?? 0;
    sums.minutes = totals.weekMinutes[week] ?? 0;
    for (let rule = 0; rule < RULES; rule += 1) sums.rules[rule] = totals.weeks[week * RULES + rule] ?? 0;
  }
  return groups;
}

function groupIn(groups: Map<string, Sums>, name: string): Sums {
  const found = groups.get(name) ?? { rules: new Float64Array(RULES), minutes: 0, children: 0 };
  groups.set(name, found);
  return found;
}

function causes(tally: Tally | Totals): readonly Row[] {
  return [...tally.causes].flatMap((sessions, letter) =>
    sessions === 0 ? [] : [{ code: meaningOf(String.fromCodePoint(letter)).cause, sessions }],
  );
}

/** The figures of sessions by rule, in the order of the contract. */
export function figuresOf({ rules, minutes }: { readonly rules: ArrayLike<number>; readonly minutes: number }): Row {
  const figures: Record<string, number> = {};
  for (const { name, states } of sessionFigures) {
    figures[name] = states.reduce((sum, { rule }) => sum + (rules[rule] ?? 0), 0);
  }
  return { ...figures, minutes_lost: minutes };
}

/** In order of the key’s bytes, which are made once a row: there are tens of thousands of schools. */
function inOrder(rows: readonly Row[], key: string): readonly Row[] {
  return rows
    .map((row) => ({ row, bytes: Buffer.from(String(row[key])) }))
    .toSorted((one, other) => Buffer.compare(one.bytes, other.bytes))
    .map(({ row }) => row);
}
