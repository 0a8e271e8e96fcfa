import type { AcademicYear, CalendarDate, Instant, Upn } from '#kernel';
import type { Tx } from '#store';
import { sql, type RawBuilder } from 'kysely';

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

/** How long an entry that went is still told of. */
const DEPARTED_KEPT = '60 days';

/**
 * Counts the entries of `version` once all are written, a statement at a time: nobody sees its rows before it is current,
 * and whoever opens a page waits for one of them at most.
 */
export const LIST_COUNTS: readonly ((version: number) => RawBuilder<unknown>)[] = [
  (version) => sql`
    insert into worklist.tally (version, list, urn, listed_at, entries, overdue)
    select version, list, urn, listed_at, count(*), count(*) filter (where overdue)
    from worklist.entry where version = ${version}
    group by version, list, urn, listed_at`,
  (version) => sql`
    insert into worklist.school_total (version, list, urn, entries, overdue)
    select version, list, urn, sum(entries), sum(overdue) from worklist.tally where version = ${version}
    group by version, list, urn`,
  (version) => sql`
    insert into worklist.total (version, list, entries, overdue)
    select version, list, sum(entries), sum(overdue) from worklist.school_total where version = ${version}
    group by version, list`,
];

/**
 * Keeps what stood in the current version and no longer does. To be called in the transaction that makes `version`
 * current, before it does. `oneEach`: the lists whose entries are the same as in `insertListEntries` though their first
 * day moved.
 */
export async function settleListEntries(
  tx: Tx,
  version: number,
  at: Instant,
  oneEach: readonly string[],
): Promise<void> {
  // No join of the two versions: what the planner knows is of before `version` was written, and of an index that it takes for
  // short it would read all for each entry.
  const ofBoth = sql`list, upn, urn`;
  await sql`
    insert into worklist.departed (list, upn, urn, urns, given_name, family_name, year_group, since, counted, listed_at, left_at)
    select list, upn, urn, urns, given_name, family_name, year_group, since, counted, listed_at, ${at}
    from (
      select *,
        bool_or(version = ${version}) over (partition by ${ofBoth}, since) as stands,
        bool_or(version = ${version}) over (partition by ${ofBoth}, academic_year) as stands_in_the_year
      from worklist.entry
      where version = ${version} or version = (select account.current_version())
    ) as entry
    where version <> ${version} and not stands and not (stands_in_the_year and list = any(${oneEach}::text[]))`.execute(
    tx,
  );
  await judgeDepartedAnew(tx, version);
}

/** Takes out what went too long ago to be told of. */
export async function forgetDeparted(tx: Tx, at: Instant): Promise<void> {
  await sql`
    delete from worklist.departed where left_at < ${at}::timestamptz - ${DEPARTED_KEPT}::interval`.execute(tx);
}

/**
 * Who may see what went is judged by what is known now, not by what was known then: a child that a correction took off a
 * school’s roll is no longer that school’s to see, one with no school left is nobody’s but the area’s, and of a child that
 * is in no file any more nothing is kept. The children of the new version are gone through once.
 */
async function judgeDepartedAnew(tx: Tx, version: number): Promise<void> {
  await sql`
    with now as materialized (
      select child.upn, coalesce(array_agg(distinct urn order by urn) filter (where urn is not null), '{}') as urns
      from account.child_year as child left join unnest(child.urns) as urn on true
      where child.version = ${version} and child.upn in (select upn from worklist.departed where upn <> '')
      group by child.upn
    ), nobody as (
      delete from worklist.departed as gone
      where upn <> '' and not exists (select from now where now.upn = gone.upn)
    )
    update worklist.departed as gone set urns = now.urns from now
    where now.upn = gone.upn and gone.urns <> now.urns`.execute(tx);
}
