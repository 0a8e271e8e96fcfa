import { sql, type RawBuilder } from 'kysely';
import {
  findCurrentPublication,
  findWayToRows,
  tiedSchools,
  type ListEntryRow,
  type Tx,
  type WayToRows,
} from '#access';
import type { Instant } from '#kernel';
import { lists, type List } from '#worklists';
import { CURRENT, type Slice } from '../lost-learning/find-children.ts';
import { isNarrowed, type Asked, type Narrowed } from './asked.ts';
import { askedBy, besides, entriesBy, narrowedBy } from './find-entries.ts';

/** How an entry stands in a page or a file. */
export type Entry = Omit<ListEntryRow, 'list' | 'nth' | 'urns' | 'upn'> & {
  readonly upn: string;
  readonly listed_at: Instant;
};

/** An entry that stood in a list and no longer does. */
export type Departed = Pick<
  Entry,
  'upn' | 'urn' | 'given_name' | 'family_name' | 'year_group' | 'since' | 'counted' | 'listed_at'
> & { readonly left_at: Instant };

/** A list in numbers; what is new or gone is since the reader last said to have seen it. */
export type Tally = {
  readonly list: string;
  readonly entries: number;
  readonly overdue: number;
  readonly fresh: number;
  readonly gone: number;
};

/** What a reader goes by: what is published, up to when they have seen it, and what leads to the entries they may see. */
export type Moments = {
  readonly published: Instant | undefined;
  readonly seen: Instant | undefined;
  readonly way: WayToRows;
};

const COLUMNS = sql`upn, urn, academic_year, given_name, family_name, year_group, class, sex, fsm, sen, in_care, since, until,
  counted, due, overdue, entered_on, detail, listed_at`;

/** Who has seen the area has seen each of its schools. */
export async function readMoments(tx: Tx, { urn }: Narrowed): Promise<Moments> {
  const keys = urn === undefined ? [''] : ['', String(urn)];
  const { rows } = await sql<{ at: Instant | null }>`
    select max(at) as at from worklist.seen where actor = access.me() and subject_key = any (${keys}::text[])`.execute(
    tx,
  );
  return {
    published: (await findCurrentPublication(tx))?.publishedAt,
    seen: rows[0]?.at ?? undefined,
    way: await findWayToRows(tx),
  };
}

/** Notes that the reader has seen what was published up to `until`. It never goes back. */
export async function markSeen(tx: Tx, { urn }: Narrowed, until: Instant): Promise<void> {
  await sql`
    insert into worklist.seen (actor, subject_key, at) values (access.me(), ${urn === undefined ? '' : String(urn)}, ${until})
    on conflict (actor, subject_key) do update set at = greatest(seen.at, excluded.at)`.execute(tx);
}

/** Every list in which something stands, or from which something went. */
export async function readTallies(tx: Tx, asked: Narrowed, { seen, way }: Moments): Promise<readonly Tally[]> {
  const since = seen ?? null;
  const here = isCounted(asked, way) ? countedTallies(asked, since, way) : narrowedTallies(asked, since, way);
  const { rows } = await sql<Readonly<Record<'list' | 'entries' | 'overdue' | 'fresh' | 'gone', string | null>>>`
    select list, entries, overdue, fresh, gone
    from (${here}) as here
    full join (select list, count(*) as gone from (${departedBy(asked, since)}) as went group by list) as went using (list)`.execute(
    tx,
  );
  return rows.map((row) => ({
    list: row.list ?? '',
    entries: Number(row.entries ?? 0),
    overdue: Number(row.overdue ?? 0),
    fresh: Number(row.fresh ?? 0),
    gone: Number(row.gone ?? 0),
  }));
}

/** Whether what was counted when it was published is true of what is asked for, or of its greatest part. */
function isCounted(asked: Narrowed, { by, schools, leavesOut }: WayToRows): boolean {
  if (leavesOut || isNarrowed(asked) || by === 'children') return false;
  if (asked.urn === undefined) return by !== 'rows';
  return by !== 'ties' || schools.includes(asked.urn);
}

/** Counted entry by entry: of some of the children of a list. */
function narrowedTallies(asked: Narrowed, since: Instant | null, way: WayToRows): RawBuilder<unknown> {
  return sql`${tallying(since)} from ${entriesBy(way, asked, narrowedBy(asked))} group by list`;
}

function tallying(since: Instant | null): RawBuilder<unknown> {
  return sql`select list, count(*) as entries, count(*) filter (where overdue) as overdue,
    count(*) filter (where listed_at > ${since}) as fresh`;
}

/** As counted when they were published: of the whole area once for all schools, of each school besides. */
function countedTallies(asked: Narrowed, since: Instant | null, way: WayToRows): RawBuilder<unknown> {
  const { urn } = asked;
  if (urn === undefined && way.by === 'area') return ofTotals(sql`worklist.total`, sql`true`, since);
  if (urn !== undefined) return ofTotals(sql`worklist.school_total`, sql`urn = ${urn}`, since);
  return sql`
    select list, sum(entries) as entries, sum(overdue) as overdue, sum(fresh) as fresh
    from (
      ${ofTotals(sql`worklist.school_total`, sql`urn = any (${tiedSchools})`, since)}
      union all ${tallying(since)} from ${besides(narrowedBy(asked))} group by list
    ) as part group by list`;
}

function ofTotals(total: RawBuilder<unknown>, which: RawBuilder<unknown>, since: Instant | null): RawBuilder<unknown> {
  return sql`select list, stands.entries, stands.overdue, fresh.entries as fresh
    from (
      select list, sum(entries) as entries, sum(overdue) as overdue from ${total} where ${CURRENT} and ${which} group by list
    ) as stands
    left join (
      select list, sum(entries) as entries from worklist.tally where ${CURRENT} and listed_at > ${since} and ${which}
      group by list
    ) as fresh using (list)`;
}

const ANYBODY: Narrowed = { urn: undefined, yearGroup: undefined, class: undefined, group: undefined };

/** Entries of one list, in its order. `slice` is left out for all. */
export async function listEntries(
  tx: Tx,
  list: string,
  asked: Asked,
  { seen, way }: Moments,
  slice?: Slice,
): Promise<readonly Entry[]> {
  const cut = slice ? sql`offset ${slice.offset} limit ${slice.limit}` : sql``;
  const { rows } = await sql<Entry>`
    select ${COLUMNS} from ${entriesBy(way, asked, askedBy(list, asked, seen))} order by nth ${cut}`.execute(tx);
  return rows;
}

export async function countEntries(tx: Tx, list: string, asked: Asked, moments: Moments): Promise<number> {
  const counted = isCounted(asked, moments.way) && !asked.isNew;
  const count = counted ? countedBefore(list, asked, moments.way) : countedNow(list, asked, moments);
  const { rows } = await sql<{ count: string }>`select ${count} as count`.execute(tx);
  return Number(rows[0]?.count ?? 0);
}

function countedNow(list: string, asked: Asked, { seen, way }: Moments): RawBuilder<unknown> {
  return sql`(select count(*) from ${entriesBy(way, asked, askedBy(list, asked, seen))})`;
}

function countedBefore(list: string, asked: Asked, { by }: WayToRows): RawBuilder<unknown> {
  const sum = sql.raw(asked.isOverdue ? 'coalesce(sum(overdue), 0)' : 'coalesce(sum(entries), 0)');
  const ofList = sql`${CURRENT} and list = ${list}`;
  if (asked.urn !== undefined)
    return sql`(select ${sum} from worklist.school_total where ${ofList} and urn = ${asked.urn})`;
  if (by === 'area') return sql`(select ${sum} from worklist.total where ${ofList})`;
  return sql`(select ${sum} from worklist.school_total where ${ofList} and urn = any (${tiedSchools}))
    + (select count(*) from ${besides(askedBy(list, asked, undefined))})`;
}

/** What went from one list since the reader last looked, the latest first. */
export async function listDeparted(
  tx: Tx,
  list: string,
  asked: Narrowed,
  { seen }: Moments,
  most: number,
): Promise<readonly Departed[]> {
  if (seen === undefined) return [];
  const { rows } = await sql<Departed>`
    select upn, urn, given_name, family_name, year_group, since, counted, listed_at, left_at
    from (${departedBy(asked, seen)}) as went where list = ${list}
    order by left_at desc, lower(family_name), lower(given_name), upn, urn, since limit ${most}`.execute(tx);
  return rows;
}

export type SchoolTally = { readonly urn: number; readonly entries: number; readonly overdue: number };

/** One list by school. */
export async function listSchoolTallies(tx: Tx, list: string, { way }: Moments): Promise<readonly SchoolTally[]> {
  const ofList = sql`${CURRENT} and list = ${list}`;
  const counted = way.leavesOut
    ? sql`count(*) as entries, count(*) filter (where overdue) as overdue from ${entriesBy(way, ANYBODY, ofList)}`
    : sql`sum(entries) as entries, sum(overdue) as overdue from worklist.school_total where ${ofList}`;
  const { rows } = await sql<Readonly<Record<keyof SchoolTally, string>>>`select urn, ${counted} group by urn`.execute(
    tx,
  );
  return rows.map((row) => ({ urn: Number(row.urn), entries: Number(row.entries), overdue: Number(row.overdue) }));
}

/** What can be chosen from a list of children, and how many entries it has before anything is chosen. */
export type ListChoices = {
  readonly entries: number;
  readonly yearGroups: readonly number[];
  /** Of one school alone. */
  readonly classes: readonly string[];
};

/** The year groups and classes that stand in a list, of a school or of all that is seen. */
export async function readChoices(
  tx: Tx,
  list: string,
  urn: number | undefined,
  { way }: Moments,
): Promise<ListChoices> {
  const which = urn === undefined ? sql`` : sql`and urn = ${urn}`;
  const { rows } = await sql<{ entries: string; yearGroups: number[] | null; classes: string[] | null }>`
    select count(*) as entries, array_agg(distinct year_group) filter (where year_group is not null) as "yearGroups",
      array_agg(distinct class) filter (where class is not null) as classes
    from ${entriesBy(way, { ...ANYBODY, urn }, sql`${CURRENT} and list = ${list} ${which}`)}`.execute(tx);
  return {
    entries: Number(rows[0]?.entries ?? 0),
    yearGroups: rows[0]?.yearGroups ?? [],
    classes: urn === undefined ? [] : (rows[0]?.classes ?? []),
  };
}

/** Lists in which a child whose first day moved is the same entry. */
const ONE_EACH = lists.filter((list: List) => list.oneEach).map(({ id }) => id);

const FIRST_DAY = sql.raw(`case when list in (${ONE_EACH.map((id) => `'${id}'`).join(', ')}) then null else since end`);

/** What went and did not come back; of what went, only school and year group are kept. */
function departedBy({ urn, yearGroup, class: form, group }: Narrowed, seen: Instant | null): RawBuilder<unknown> {
  const conditions = [
    sql`left_at > ${seen}`,
    ...(urn === undefined ? [] : [sql`urn = ${urn}`]),
    ...(yearGroup === undefined ? [] : [sql`year_group = ${yearGroup}`]),
    ...(form === undefined && group === undefined ? [] : [sql`false`]),
    sql`not exists (
      select from worklist.entry as now where now.${CURRENT} and now.list = departed.list and now.upn = departed.upn
        and now.urn = departed.urn and (now.since = departed.since or now.list = any (${ONE_EACH}::text[]))
    )`,
  ];
  return sql`
    select distinct on (list, upn, urn, ${FIRST_DAY}) departed.* from worklist.departed
    where ${sql.join(conditions, sql` and `)} order by list, upn, urn, ${FIRST_DAY}, left_at desc`;
}
