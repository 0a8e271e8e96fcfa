// A second, slow and plain implementation of the account (contracts/ledger.md, contracts/area-files.md), written
// from the contract alone. Tests hold the product against it; nothing else may use it.
import { enrolments, type Enrolment } from './absence.ts';
import { writeCsv } from './csv.ts';
import { offRollDates, type OffRollOutcome } from './calendar.ts';
import { compulsoryAge, mondayOf } from './dates.ts';
import { regionOf } from './regions.ts';
import { childStates, registerStates, type RegisterState, type SessionState } from './states.ts';
import {
  byBytes,
  states,
  type OracleArea,
  type OracleQuestion,
  type Rejection,
  type SpellRow,
  type State,
} from './types.ts';
import { latestSpell, viewOf, type View } from './view.ts';

export { oracleFigures, type OracleFigures, type OracleSuspension } from './figure.ts';
export { readOracleArea } from './reading.ts';
export type { OracleArea, OracleFile, OracleQuestion } from './types.ts';

type ChildGrouping = 'year-group' | 'sex' | 'ethnicity' | 'fsm' | 'sen';
type SchoolGrouping = 'school' | 'phase' | 'trust' | 'la' | 'region';
export type LedgerGrouping = 'child' | 'week' | 'cause' | ChildGrouping | SchoolGrouping;
export type AbsenceGrouping = 'enrolment' | ChildGrouping | SchoolGrouping;

const figureColumns = [
  'calendar',
  'attended',
  'suspended',
  'unauthorised',
  'part_time',
  'authorised',
  'access_failure',
  'unrecorded_dual',
  'not_required',
  'unmarked',
  'off_roll',
  'possible',
  'lost_headline',
  'lost_absence',
  'lost_extended',
  'minutes_lost',
];

/** The totals of a set of sessions, in the order of the columns. */
const figures = (set: readonly SessionState[]): readonly number[] => {
  const n = (state: State): number => set.filter((s) => s.state === state).length;
  const headline = n('suspended') + n('unauthorised');
  const absence = headline + n('part-time') + n('authorised');
  const extended = absence + n('access-failure') + n('unrecorded-dual') + n('off-roll');
  return [
    // "`calendar` = the sum of all ten states."
    set.length,
    ...states.map(n),
    n('attended') + absence,
    headline,
    absence,
    extended,
    set.reduce((sum, s) => sum + s.minutes, 0),
  ];
};

const groupsOf = <T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, readonly T[]])[] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  // "Sorting is by byte value."
  return [...groups].sort(([a], [b]) => byBytes(a, b));
};

const distinct = (upns: readonly { readonly upn: string }[]): number => new Set(upns.map((s) => s.upn)).size;

const isSchoolGrouping = (by: string): by is SchoolGrouping =>
  ['school', 'phase', 'trust', 'la', 'region'].includes(by);

const schoolValue = (view: View, urn: string, by: SchoolGrouping): string => {
  if (by === 'school') return urn;
  if (by === 'region') return regionOf(view.area.schools.get(urn)?.la ?? '');
  return view.area.schools.get(urn)?.[by] ?? '';
};

/** "the value is that of the child's latest spell (entry_date, then urn) as known; empty is a row of its own" */
const childValue = (view: View, upn: string, by: ChildGrouping): string => {
  const spell = latestSpell(view.spells.get(upn) ?? []);
  return (by === 'year-group' ? spell?.yearGroup : spell?.[by]) ?? '';
};

const columnOf = (by: string): string => (by === 'school' ? 'urn' : by.replaceAll('-', '_'));

export const oracleLedger = (area: OracleArea, q: OracleQuestion, by: LedgerGrouping): string => {
  const view = viewOf(area, q);
  if (by === 'child') {
    const rows = groupsOf(childStates(view), (s) => s.upn).map(([upn, set]) => [upn, ...figures(set)]);
    return writeCsv([['upn', ...figureColumns], ...rows]);
  }
  if (by === 'cause') {
    const rows = groupsOf(childStates(view), (s) => s.cause).map(([code, set]) => [code, set.length]);
    return writeCsv([['code', 'sessions'], ...rows]);
  }
  const row = ([value, set]: readonly [string, readonly SessionState[]]): readonly (string | number)[] => [
    value,
    distinct(set),
    ...figures(set),
  ];
  const header = [columnOf(by), 'children', ...figureColumns];
  if (isSchoolGrouping(by)) {
    const groups = groupsOf(registerStates(view), (s) => schoolValue(view, s.urn, by));
    return writeCsv([header, ...groups.map(row)]);
  }
  const groups = groupsOf(childStates(view), (s) => (by === 'week' ? mondayOf(s.date) : childValue(view, s.upn, by)));
  return writeCsv([header, ...groups.map(row)]);
};

/** "percentages to 6 decimals, rounded half up" */
const percent = (numerator: number, denominator: number): string => {
  const millionths = (BigInt(numerator) * 200_000_000n + BigInt(denominator)) / (2n * BigInt(denominator));
  return `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, '0')}`;
};

export const oracleAbsence = (area: OracleArea, q: OracleQuestion, by: AbsenceGrouping): string => {
  const view = viewOf(area, q);
  const all = enrolments(view);
  const measures = ['possible', 'authorised', 'unauthorised', 'overall'];
  if (by === 'enrolment') {
    const rows = all.map((e) => [
      e.urn,
      e.upn,
      e.possible,
      e.authorised,
      e.unauthorised,
      e.overall,
      Number(e.persistent),
      Number(e.severe),
    ]);
    return writeCsv([['urn', 'upn', ...measures, 'persistent', 'severe'], ...rows]);
  }
  const valueOf = (e: Enrolment): string =>
    isSchoolGrouping(by) ? schoolValue(view, e.urn, by) : childValue(view, e.upn, by);
  const rows = groupsOf(all, valueOf).map(([value, set]) => {
    const total = (of: (e: Enrolment) => number): number => set.reduce((sum, e) => sum + of(e), 0);
    const [possible, authorised, unauthorised, overall] = [
      total((e) => e.possible),
      total((e) => e.authorised),
      total((e) => e.unauthorised),
      total((e) => e.overall),
    ];
    const persistent = total((e) => Number(e.persistent));
    const severe = total((e) => Number(e.severe));
    return [
      value,
      set.length,
      possible,
      authorised,
      unauthorised,
      overall,
      persistent,
      severe,
      percent(overall, possible),
      percent(authorised, possible),
      percent(unauthorised, possible),
      percent(persistent, set.length),
      percent(severe, set.length),
    ];
  });
  const header = [
    columnOf(by),
    'enrolments',
    ...measures,
    'persistent_enrolments',
    'severe_enrolments',
    'overall_percent',
    'authorised_percent',
    'unauthorised_percent',
    'persistent_percent',
    'severe_percent',
  ];
  return writeCsv([header, ...rows]);
};

/** Static faults of every row read, and the faults the view finds in rows recorded by then; by file, line, column. */
export const oracleRejections = (area: OracleArea, q: OracleQuestion): readonly Rejection[] =>
  [...area.rejections, ...viewOf(area, q).rejections].sort(
    (a, b) => byBytes(a.file, b.file) || a.line - b.line || byBytes(a.column, b.column),
  );

export const oracleStates = (
  area: OracleArea,
  q: OracleQuestion,
): ReadonlyMap<
  string,
  ReadonlyMap<string, { readonly state: string; readonly cause: string; readonly minutes: number }>
> =>
  new Map(
    groupsOf(childStates(viewOf(area, q)), (s) => s.upn).map(([upn, set]) => [
      upn,
      new Map(set.map((s) => [`${s.date} ${s.session}`, { state: s.state, cause: s.cause, minutes: s.minutes }])),
    ]),
  );

/** By child, every date off roll up to the as-of date with the clause that decided it. */
export const oracleOffRoll = (
  area: OracleArea,
  q: OracleQuestion,
): ReadonlyMap<string, readonly { readonly date: string; readonly outcome: OffRollOutcome }[]> => {
  const view = viewOf(area, q);
  return new Map([...view.spells.keys()].sort(byBytes).map((upn) => [upn, offRollDates(view, upn)]));
};

/** What lists go by besides states: the day, each child's spells and compulsory age, and every school's own register. */
export const oracleRegisters = (
  area: OracleArea,
  q: OracleQuestion,
): {
  readonly asOf: string;
  readonly spells: ReadonlyMap<string, readonly SpellRow[]>;
  readonly compulsory: (upn: string) => { readonly from: string; readonly to: string };
  readonly registers: readonly RegisterState[];
} => {
  const view = viewOf(area, q);
  return {
    asOf: view.last,
    spells: view.spells,
    compulsory: (upn) => compulsoryAge(latestSpell(view.spells.get(upn) ?? [])?.birth ?? ''),
    registers: registerStates(view),
  };
};
