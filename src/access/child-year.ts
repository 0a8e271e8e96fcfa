import type { AcademicYear, Upn } from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';

/** What a child’s card says besides its year: what a search for children goes by. */
export type CardFacts = {
  /** Place among all children of the year, by family name, given name and UPN, from 1 without a gap. */
  readonly nth: number;
  readonly class: string | null;
  /** Sessions of the longest time away in a row. */
  readonly away: number;
};

/** What a child is in now, besides a school: whoever is tied to that reaches the child. */
export type ChildGroup =
  { readonly kind: 'class'; readonly urn: number; readonly class: string } | { readonly kind: 'in-care' };

/**
 * One child in one academic year, as published: row of `account.child_year` without its version, and what its cards say.
 * Counts are sessions, except `minutes_lost` (minutes). Keys are the column names.
 */
export type ChildYearRow = {
  readonly upn: Upn;
  readonly academic_year: AcademicYear;
  readonly given_name: string | null;
  readonly family_name: string | null;
  /** -2 … 14, as in CBDS. */
  readonly year_group: number | null;
  readonly sex: string | null;
  /** Every school with a spell of this child in the year. Who is tied to one of them sees the row. */
  readonly urns: readonly number[];
  readonly calendar: number;
  readonly attended: number;
  readonly suspended: number;
  readonly unauthorised: number;
  readonly part_time: number;
  readonly authorised: number;
  readonly access_failure: number;
  readonly unrecorded_dual: number;
  readonly not_required: number;
  readonly unmarked: number;
  readonly off_roll: number;
  readonly possible: number;
  readonly lost_headline: number;
  readonly lost_absence: number;
  readonly lost_extended: number;
  readonly minutes_lost: number;
  /** The child’s whole year, packed and compressed; the format is the lost-learning domain’s. */
  readonly sessions: Uint8Array;
  /** Spells and what else a screen needs, as JSON. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Not a column: cards are rows of their own. */
  readonly card: CardFacts;
  /** Not columns: of the latest year published, rows of their own (`membership.ts`). */
  readonly groups: readonly ChildGroup[];
};

type ColumnName = Exclude<keyof ChildYearRow, 'card' | 'groups'>;
type Column = { readonly name: ColumnName; readonly sent: string; readonly made: string };

/** Each column: the type its values are sent as (one array a column), and how the table’s value is made of one. */
const COLUMNS: readonly Column[] = [
  ...(['upn', 'academic_year', 'given_name', 'family_name'] as const).map((name) => plain(name, 'text')),
  plain('year_group', 'integer'),
  plain('sex', 'text'),
  // PostgreSQL has no arrays of arrays of different lengths: a child’s schools travel as text.
  { name: 'urns', sent: 'text', made: 'urns::integer[]' },
  ...(
    [
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
    ] as const
  ).map((name) => plain(name, 'integer')),
  { name: 'sessions', sent: 'text', made: `decode(sessions, 'base64')` },
  { name: 'facts', sent: 'text', made: 'facts::jsonb' },
];

function plain(name: ColumnName, type: string): Column {
  return { name, sent: type, made: name };
}

/** One statement for all rows, one bound array a column: measured about ten times quicker than a value a cell. */
export async function insertChildYears(tx: Tx, version: number, rows: readonly ChildYearRow[]): Promise<void> {
  const names = sql.raw(COLUMNS.map(({ name }) => name).join(', '));
  const made = sql.raw(COLUMNS.map((column) => column.made).join(', '));
  const arrays = sql.join(
    COLUMNS.map(({ name, sent }) => sql`${rows.map((row) => sentValue(row, name))}::${sql.raw(sent)}[]`),
  );
  await sql`
    insert into account.child_year (version, ${names})
    select ${version}, ${made} from unnest(${arrays}) as row_sent (${names})`.execute(tx);
}

function sentValue(row: ChildYearRow, name: ColumnName): string | number | null {
  switch (name) {
    case 'urns':
      return `{${row.urns.join(',')}}`;
    case 'sessions':
      return Buffer.from(row.sessions.buffer, row.sessions.byteOffset, row.sessions.byteLength).toString('base64');
    case 'facts':
      return JSON.stringify(row.facts);
    default:
      return row[name];
  }
}
