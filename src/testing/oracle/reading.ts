// From file texts to rows: which file is which, in which order, and which of them are refused whole.
import { readCsv } from './csv.ts';
import { readInstant } from './dates.ts';
import {
  faultOf,
  markOf,
  optionalFaults,
  openDayOf,
  rejectedRollOf,
  removalOf,
  requiredColumns,
  schoolOf,
  spellOf,
  type FileKind,
  type RawRow,
} from './rows.ts';
import {
  byBytes,
  type MarkRow,
  type OpenDay,
  type OracleArea,
  type OracleFile,
  type RejectedRollRow,
  type Rejection,
  type RemovalRow,
  type School,
  type SpellRow,
} from './types.ts';

const kinds: readonly FileKind[] = ['schools', 'sessions', 'roll', 'marks', 'suspensions', 'removals'];

/** "`marks.csv`, `marks-2024-10.csv.gz` and `marks_b.parquet` are all marks" */
const kindOf = (name: string): FileKind | undefined =>
  kinds.find(
    (kind) =>
      name === `${kind}.csv` ||
      (/^[-_.]/.test(name.slice(kind.length)) && name.startsWith(kind) && name.endsWith('.csv')),
  );

const instantOfReceipt = (file: OracleFile): bigint => {
  const instant = readInstant(file.receivedAt);
  if (instant === undefined) throw new Error(`receivedAt of ${file.name} is no RFC 3339 timestamp`);
  return instant;
};

/** "read in name order", an earlier import before a later one. */
const inReadingOrder = (files: readonly OracleFile[]): readonly OracleFile[] => {
  const sorted = [...files].sort((a, b) => {
    const [x, y] = [instantOfReceipt(a), instantOfReceipt(b)];
    return x < y ? -1 : x > y ? 1 : byBytes(a.name, b.name);
  });
  // "Importing the same file twice changes nothing."
  return sorted.filter((file, i) => sorted.findIndex((f) => f.name === file.name && f.text === file.text) === i);
};

/** The rows of one file, or undefined where the file cannot be read at all ("wrong header"). */
const rawRows = (file: OracleFile, kind: FileKind, startOrder: number): readonly RawRow[] | undefined => {
  const [header, ...records] = readCsv(file.text);
  if (header === undefined) return undefined;
  const columns = header.fields;
  if (new Set(columns).size !== columns.length) return undefined;
  if (requiredColumns[kind].some((column) => !columns.includes(column))) return undefined;
  return records.map((record, i) => ({
    kind,
    file: file.name,
    line: record.line,
    order: startOrder + i,
    received: instantOfReceipt(file),
    complete: record.fields.length === columns.length,
    // "Column order is free"; a missing optional column is an empty field, "not known".
    get: (column) => record.fields[columns.indexOf(column)] ?? '',
  }));
};

const allRawRows = (files: readonly OracleFile[]): { rows: readonly RawRow[]; refused: readonly string[] } => {
  const rows: RawRow[] = [];
  const refused: string[] = [];
  for (const file of inReadingOrder(files)) {
    const kind = kindOf(file.name);
    if (kind === undefined) continue;
    const read = rawRows(file, kind, rows.length);
    if (read === undefined) refused.push(file.name);
    else rows.push(...read);
  }
  return { rows, refused };
};

export const readOracleArea = (files: readonly OracleFile[]): OracleArea => {
  const { rows, refused } = allRawRows(files);
  const rejections: Rejection[] = [];

  const usable = (kind: FileKind, schools: ReadonlyMap<string, School>): readonly RawRow[] =>
    rows
      .filter((row) => row.kind === kind)
      .filter((row) => {
        const fault = faultOf(row, schools);
        const faults = fault === undefined ? optionalFaults(row) : [fault];
        for (const f of faults) {
          rejections.push({
            file: row.file,
            line: row.line,
            column: f.column,
            value: row.get(f.column),
            fault: f.fault,
          });
        }
        return fault === undefined;
      });

  // "`schools` (urn) and `sessions` (urn + date) have no history: the later row in reading order wins."
  const schools = new Map<string, School>();
  for (const row of usable('schools', new Map())) schools.set(row.get('urn'), schoolOf(row));
  const days = new Map<string, OpenDay>();
  for (const row of usable('sessions', schools)) days.set(`${row.get('urn')} ${row.get('date')}`, openDayOf(row));

  // "A row's receipt time is that of its first import": the same words received again say nothing new.
  const firstReceipt = new Map<string, bigint>();
  const receiptOf = (row: RawRow): bigint => {
    const words = JSON.stringify([row.kind, ...wordsOf(row)]);
    const first = firstReceipt.get(words) ?? row.received;
    firstReceipt.set(words, first);
    return first;
  };

  const roll: SpellRow[] = usable('roll', schools).map((row) => spellOf(row, receiptOf(row)));
  const marks: MarkRow[] = usable('marks', schools).map((row) => markOf(row, receiptOf(row)));
  const removals: RemovalRow[] = usable('removals', schools).map((row) => removalOf(row, receiptOf(row)));
  usable('suspensions', schools);
  const rejectedRoll: RejectedRollRow[] = rows
    .filter((row) => row.kind === 'roll' && faultOf(row, schools) !== undefined)
    .map(rejectedRollOf);

  const daysBySchool = new Map<string, readonly OpenDay[]>();
  for (const day of days.values()) daysBySchool.set(day.urn, [...(daysBySchool.get(day.urn) ?? []), day]);

  return { schools, days, daysBySchool, roll, marks, removals, rejectedRoll, rejections, refused };
};

const historyColumns: Readonly<Record<FileKind, readonly string[]>> = {
  schools: [],
  sessions: [],
  suspensions: [],
  roll: [
    'upn',
    'urn',
    'status',
    'entry_date',
    'leaving_date',
    'leaving_ground',
    'destination_urn',
    'birth_date',
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
    'postcode',
    'nhs_number',
    'withdrawn',
    'recorded_at',
  ],
  marks: ['upn', 'urn', 'date', 'am', 'pm', 'am_minutes_late', 'pm_minutes_late', 'withdrawn', 'recorded_at'],
  removals: ['upn', 'urn', 'date', 'session', 'minutes', 'kind', 'withdrawn', 'recorded_at'],
};

const wordsOf = (row: RawRow): readonly string[] => historyColumns[row.kind].map((column) => row.get(column));
