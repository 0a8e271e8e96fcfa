import type { AcademicYear, CalendarDate, Instant, Upn } from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';

/** One entry of a list of the working day, as published: row of `worklist.entry` without version and `listed_at`. */
export type ListEntryRow = {
  readonly list: string;
  /** Its place in the order of its list, from 1. */
  readonly nth: number;
  /** '' where the entry is about a school. */
  readonly upn: Upn | '';
  readonly urn: number;
  /** Schools whose people see it. */
  readonly urns: readonly number[];
  readonly academic_year: AcademicYear;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly year_group: number | null;
  readonly class: string | null;
  readonly sex: string | null;
  readonly fsm: boolean | null;
  readonly sen: string | null;
  readonly in_care: boolean | null;
  readonly since: CalendarDate;
  readonly until: CalendarDate;
  /** In the unit of its list. */
  readonly counted: number;
  readonly due: CalendarDate | null;
  /** Due before the day up to which the list was worked out. */
  readonly overdue: boolean;
  /** The first day on which the rule of the list was met. */
  readonly entered_on: CalendarDate;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** Each column with the type its values are sent as, and what the table’s value is made from. */
const COLUMNS: readonly (readonly [name: keyof ListEntryRow, sent: string, made?: string])[] = [
  ['list', 'text'],
  ['nth', 'integer'],
  ['upn', 'text'],
  ['urn', 'integer'],
  // PostgreSQL has no arrays of arrays of different lengths: an entry’s schools travel as text.
  ['urns', 'text', 'urns::integer[]'],
  ['academic_year', 'text'],
  ['given_name', 'text'],
  ['family_name', 'text'],
  ['year_group', 'integer'],
  ['class', 'text'],
  ['sex', 'text'],
  ['fsm', 'boolean'],
  ['sen', 'text'],
  ['in_care', 'boolean'],
  ['since', 'date'],
  ['until', 'date'],
  ['counted', 'integer'],
  ['due', 'date'],
  ['overdue', 'boolean'],
  ['entered_on', 'date'],
  ['detail', 'text', 'detail::jsonb'],
];

/**
 * One statement for all rows. An entry that stands in the current version keeps the moment since which it has stood. It is
 * the same entry where child, school and first day are; with `oneEach`, in lists that have one entry a child and school,
 * also where only the first day moved within the academic year.
 */
export async function insertListEntries(
  tx: Tx,
  version: number,
  at: Instant,
  rows: readonly ListEntryRow[],
  oneEach: boolean,
): Promise<void> {
  const names = sql.raw(COLUMNS.map(([name]) => name).join(', '));
  const made = sql.raw(COLUMNS.map(([name, , from]) => from ?? `row_sent.${name}`).join(', '));
  const arrays = sql.join(
    COLUMNS.map(([name, sent]) => sql`${rows.map((row) => sentValue(row, name))}::${sql.raw(sent)}[]`),
  );
  await sql`
    insert into worklist.entry (version, listed_at, ${names})
    select ${version},
      coalesce((
        select min(listed_at) from worklist.entry as before
        where before.version = (select account.current_version()) and before.list = row_sent.list
          and before.upn = row_sent.upn and before.urn = row_sent.urn
          and (before.since = row_sent.since or ${oneEach}::boolean and before.academic_year = row_sent.academic_year)
      ), ${at}), ${made}
    from unnest(${arrays}) as row_sent (${names})`.execute(tx);
}

function sentValue(row: ListEntryRow, name: keyof ListEntryRow): string | number | boolean | null {
  switch (name) {
    case 'urns':
      return `{${row.urns.join(',')}}`;
    case 'detail':
      return JSON.stringify(row.detail);
    default:
      return row[name];
  }
}
