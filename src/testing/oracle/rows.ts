// What makes one row usable, column by column (area-files.md).
import { isUpn } from './codes.ts';
import { isDate, readInstant } from './dates.ts';
import type { MarkRow, OpenDay, Origin, RejectedRollRow, RemovalRow, School, SpellRow } from './types.ts';

export type FileKind = 'schools' | 'sessions' | 'roll' | 'marks' | 'suspensions' | 'removals';

export type RawRow = {
  readonly kind: FileKind;
  readonly file: string;
  readonly line: number;
  readonly order: number;
  readonly received: bigint;
  /** As many fields as the header. */
  readonly complete: boolean;
  readonly get: (column: string) => string;
};

export type Fault = { readonly column: string; readonly fault: string };

export const requiredColumns: Readonly<Record<FileKind, readonly string[]>> = {
  schools: ['urn', 'la', 'name', 'phase'],
  sessions: ['urn', 'date', 'am', 'pm'],
  roll: ['upn', 'urn', 'status', 'entry_date', 'birth_date'],
  marks: ['upn', 'urn', 'date'],
  suspensions: ['upn', 'urn', 'category', 'start_date'],
  removals: ['upn', 'urn', 'date', 'session', 'minutes', 'kind'],
};

const phases = ['primary', 'secondary', 'all-through', 'special', 'alternative-provision'];
const statuses = ['C', 'M', 'S', 'G', 'F', 'O'];
const removalKinds = [
  'internal-exclusion',
  'removed-from-lesson',
  'left-lesson',
  'late-to-lesson',
  'detention-in-lesson-time',
];

const sixDigits = (v: string): boolean => /^\d{6}$/.test(v);
const oneOf =
  (list: readonly string[]) =>
  (v: string): boolean =>
    list.includes(v);
const wholeNumber = (v: string): boolean => /^\d+$/.test(v);

type Check = (row: RawRow, schools: ReadonlyMap<string, School>) => Fault | undefined;

/** "A required field that is empty or outside its list … reject[s] the row." */
const required =
  (column: string, fault: string, good: (value: string, schools: ReadonlyMap<string, School>) => boolean): Check =>
  (row, schools) => {
    const value = row.get(column);
    if (value === '') return { column, fault: 'required' };
    return good(value, schools) ? undefined : { column, fault };
  };

const upn = required('upn', 'upn', isUpn);
const knownUrn = required('urn', 'unknown-school', (v, schools) => schools.has(v));
const ownUrn = required('urn', 'not-in-list', sixDigits);
const date = (column: string): Check => required(column, 'date', isDate);
const listed = (column: string, list: readonly string[]): Check => required(column, 'not-in-list', oneOf(list));

/** "a bad `recorded_at` reject[s] the row" */
const recordedAt: Check = (row) => {
  const value = row.get('recorded_at');
  return value === '' || readInstant(value) !== undefined ? undefined : { column: 'recorded_at', fault: 'recorded-at' };
};

/** "a bad `leaving_date` or one before `entry_date`" */
const leavingDate: Check = (row) => {
  const value = row.get('leaving_date');
  if (value === '' || (isDate(value) && value >= row.get('entry_date'))) return undefined;
  return { column: 'leaving_date', fault: 'leaving-date' };
};

/** "minutes* (whole, 1–240)" */
const minutes = required('minutes', 'minutes', (v) => wholeNumber(v) && Number(v) >= 1 && Number(v) <= 240);

/** "in this order, the first fault named: upn, urn not in schools.csv, date, recorded_at" — then the rest. */
const checks: Readonly<Record<FileKind, readonly Check[]>> = {
  schools: [
    ownUrn,
    required('la', 'not-in-list', (v) => /^\d{3}$/.test(v)),
    required('name', 'required', () => true),
    listed('phase', phases),
  ],
  sessions: [ownUrn, date('date'), listed('am', ['0', '1']), listed('pm', ['0', '1'])],
  roll: [upn, knownUrn, date('entry_date'), date('birth_date'), leavingDate, recordedAt, listed('status', statuses)],
  marks: [upn, knownUrn, date('date'), recordedAt],
  suspensions: [upn, knownUrn, date('start_date'), recordedAt, listed('category', ['SUSP', 'FIXD', 'PERM', 'LNCH'])],
  removals: [
    upn,
    knownUrn,
    date('date'),
    recordedAt,
    listed('session', ['AM', 'PM']),
    minutes,
    listed('kind', removalKinds),
  ],
};

/** The fault that rejects the row, if any: the first in order. */
export const faultOf = (row: RawRow, schools: ReadonlyMap<string, School>): Fault | undefined => {
  if (!row.complete) return { column: '', fault: 'fields' };
  for (const check of checks[row.kind]) {
    const fault = check(row, schools);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const yesNo = oneOf(['Y', 'N']);

const optionalLists: Readonly<Record<FileKind, readonly (readonly [string, (v: string) => boolean])[]>> = {
  schools: [
    ['opened', isDate],
    ['closed', isDate],
  ],
  sessions: [],
  roll: [
    ['leaving_ground', (v) => /^[a-o]$/.test(v)],
    ['destination_urn', sixDigits],
    ['year_group', (v) => /^(-2|-1|\d|1[0-4])$/.test(v)],
    ['fsm', yesNo],
    ['sen', oneOf(['N', 'K', 'E'])],
    ['in_care', yesNo],
    ['boarder', yesNo],
    ['withdrawn', yesNo],
  ],
  marks: [
    ['am_minutes_late', wholeNumber],
    ['pm_minutes_late', wholeNumber],
    ['withdrawn', yesNo],
  ],
  suspensions: [
    ['sessions', wholeNumber],
    ['review_closed', isDate],
    ['withdrawn', yesNo],
  ],
  removals: [['withdrawn', yesNo]],
};

/** "Any other bad optional value is rejected alone and the row kept without it." */
export const optionalFaults = (row: RawRow): readonly Fault[] =>
  optionalLists[row.kind]
    // A withdrawn mark row withdraws whatever its cells hold, so nothing in them is judged.
    .filter(([column]) => !(row.kind === 'marks' && row.get('withdrawn') === 'Y' && column !== 'withdrawn'))
    .filter(([column, good]) => row.get(column) !== '' && !good(row.get(column)))
    .map(([column]) => ({ column, fault: 'optional' }));

/** The value, or '' ("not known") where it is not allowed. */
const optional = (row: RawRow, column: string): string => {
  const value = row.get(column);
  const list = optionalLists[row.kind].find(([name]) => name === column);
  return list === undefined || list[1](value) ? value : '';
};

const originOf = (row: RawRow, received: bigint): Origin => ({
  file: row.file,
  line: row.line,
  order: row.order,
  // "A row without `recorded_at` counts as recorded when its file was received."
  recorded: readInstant(row.get('recorded_at')) ?? received,
  withdrawn: row.get('withdrawn') === 'Y',
});

export const schoolOf = (row: RawRow): School => ({
  urn: row.get('urn'),
  la: row.get('la'),
  phase: row.get('phase'),
  trust: row.get('trust'),
});

export const openDayOf = (row: RawRow): OpenDay => ({
  urn: row.get('urn'),
  date: row.get('date'),
  am: row.get('am') === '1',
  pm: row.get('pm') === '1',
});

export const spellOf = (row: RawRow, received: bigint): SpellRow => ({
  ...originOf(row, received),
  upn: row.get('upn'),
  urn: row.get('urn'),
  status: row.get('status'),
  entry: row.get('entry_date'),
  leaving: row.get('leaving_date'),
  ground: optional(row, 'leaving_ground'),
  destination: optional(row, 'destination_urn'),
  birth: row.get('birth_date'),
  yearGroup: optional(row, 'year_group'),
  sex: row.get('sex'),
  ethnicity: row.get('ethnicity'),
  fsm: optional(row, 'fsm'),
  sen: optional(row, 'sen'),
  inCare: optional(row, 'in_care'),
  form: optional(row, 'class'),
  boarder: optional(row, 'boarder'),
});

export const markOf = (row: RawRow, received: bigint): MarkRow => ({
  ...originOf(row, received),
  upn: row.get('upn'),
  urn: row.get('urn'),
  date: row.get('date'),
  code: { AM: row.get('am'), PM: row.get('pm') },
  late: { AM: Number(optional(row, 'am_minutes_late')), PM: Number(optional(row, 'pm_minutes_late')) },
});

export const removalOf = (row: RawRow, received: bigint): RemovalRow => ({
  ...originOf(row, received),
  upn: row.get('upn'),
  urn: row.get('urn'),
  date: row.get('date'),
  session: row.get('session') === 'AM' ? 'AM' : 'PM',
  minutes: Number(row.get('minutes')),
  kind: row.get('kind'),
});

export const rejectedRollOf = (row: RawRow): RejectedRollRow => ({
  upn: row.get('upn'),
  urn: row.get('urn'),
  entry: row.get('entry_date'),
  leaving: row.get('leaving_date'),
  withdrawn: row.get('withdrawn') === 'Y',
  recorded: row.get('recorded_at') === '' ? row.received : readInstant(row.get('recorded_at')),
});
