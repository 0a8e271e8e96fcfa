import type { CalendarDate, Instant } from '#kernel';
import type { Tx } from '#store';
import { sql } from 'kysely';
import type { Writing } from './publication.ts';

/*
 * Entries that stood in the lists that readers see, and go where a new version takes their place. All of it is found out
 * before that moment, a list or some children at a time, since whoever opens a page waits for each statement; in the moment
 * itself only what is found is written.
 */

/** How long an entry that went is still told of. */
const DEPARTED_KEPT = '60 days';
/** Children gone through in one statement. */
const CHILDREN = 500;

/**
 * Finds out what goes where `version` takes the place of what readers see. `lists`: those of `version`, and whether each has
 * one entry a child and school. Gives what is to be done in the transaction that makes it current, before it does.
 */
export async function findDeparted(
  writing: Writing,
  version: number,
  lists: ReadonlyMap<string, boolean>,
): Promise<(tx: Tx, at: Instant) => Promise<void>> {
  const gone: Gone[] = [];
  for (const list of new Set([...lists.keys(), ...(await writing(listsShown))]))
    gone.push(await writing((tx) => findGone(tx, version, list, lists.get(list) ?? false)));
  const judged: Judged[] = [];
  for (const upns of await writing((tx) => childrenOfGone(tx, gone)))
    judged.push(...(await writing((tx) => judgeSome(tx, version, upns))));
  return (tx, at) => settleEntries(tx, at, { gone, judged });
}

/** The lists of the version that readers see. */
async function listsShown(tx: Tx): Promise<readonly string[]> {
  const shown = sql<number>`(select account.current_version())`;
  const rows = await tx.selectFrom('worklist.tally').select('list').distinct().where('version', '=', shown).execute();
  return rows.map(({ list }) => list);
}

type Key = { readonly upn: string; readonly urn: number; readonly since: CalendarDate };

/** Entries of a list, as readers see it, that a version has no longer. */
type Gone = { readonly list: string; readonly keys: readonly Key[] };

/**
 * Finds what went from a list. `oneEach`: its entries are the same as in `insertListEntries` though their first day moved.
 */
async function findGone(tx: Tx, version: number, list: string, oneEach: boolean): Promise<Gone> {
  // No join of the two versions: what the planner knows is of before `version` was written, and of an index that it takes for
  // short it would read all for each entry.
  const { rows } = await sql<Key>`
    select upn, urn, since from (
      select version, upn, urn, since,
        bool_or(version = ${version}) over (partition by upn, urn, since) as stands,
        bool_or(version = ${version}) over (partition by upn, urn, academic_year) as stands_in_the_year
      from worklist.entry
      where list = ${list} and version = any (array[${version}, (select account.current_version())])
    ) as entry
    where version <> ${version} and not stands and not (stands_in_the_year and ${oneEach}::boolean)`.execute(tx);
  return { list, keys: rows };
}

/** A child whose schools, by what is known now, are others than what went says. `urns` null: it is in no file any more. */
type Judged = { readonly upn: string; readonly urns: string | null };

/** Those of whom something went before or goes now, some at a time: each is to be asked of `judgeSome`. */
async function childrenOfGone(tx: Tx, gone: readonly Gone[]): Promise<readonly (readonly string[])[]> {
  const before = await tx.selectFrom('worklist.departed').select('upn').distinct().execute();
  const upns = new Set([...before, ...gone.flatMap(({ keys }) => keys)].map(({ upn }) => upn));
  upns.delete('');
  const all = [...upns];
  return Array.from({ length: Math.ceil(all.length / CHILDREN) }, (_, part) =>
    all.slice(part * CHILDREN, (part + 1) * CHILDREN),
  );
}

/**
 * Who may see what went is judged by what is known now, not by what was known then: a child that a correction took off a
 * school’s roll is no longer that school’s to see, one with no school left is nobody’s but the area’s, and of a child that
 * is in no file any more nothing is kept.
 */
async function judgeSome(tx: Tx, version: number, upns: readonly string[]): Promise<readonly Judged[]> {
  const asked = sql`any (${upns}::text[])`;
  const { rows } = await sql<Judged>`
    with now as materialized (
      select child.upn, coalesce(array_agg(distinct urn order by urn) filter (where urn is not null), '{}') as urns
      from account.child_year as child left join unnest(child.urns) as urn on true
      where child.version = ${version} and child.upn = ${asked}
      group by child.upn
    ), went as (
      select upn, urns from worklist.departed where upn = ${asked}
      union
      select upn, urns from worklist.entry where version = (select account.current_version()) and upn = ${asked}
    )
    select distinct upn, now.urns::text as urns from went left join now using (upn)
    where now.urns is distinct from went.urns`.execute(tx);
  return rows;
}

/**
 * Keeps what went and no longer stands, for those who may see it now. To be called in the transaction that makes the new
 * version current, before it does. Of whom was erased meanwhile there is neither an entry nor anything that went before.
 */
async function settleEntries(
  tx: Tx,
  at: Instant,
  { gone, judged }: { readonly gone: readonly Gone[]; readonly judged: readonly Judged[] },
): Promise<void> {
  for (const { list, keys } of gone) {
    if (keys.length === 0) continue;
    await sql`
      insert into worklist.departed
        (list, upn, urn, urns, given_name, family_name, year_group, since, counted, listed_at, left_at)
      select list, upn, urn, urns, given_name, family_name, year_group, since, counted, listed_at, ${at}
      from worklist.entry
      where version = (select account.current_version()) and list = ${list} and (upn, urn, since) in (
        select * from unnest(
          ${keys.map(({ upn }) => upn)}::text[], ${keys.map(({ urn }) => urn)}::integer[],
          ${keys.map(({ since }) => since)}::date[]))`.execute(tx);
  }
  const nobody = judged.flatMap(({ upn, urns }) => (urns === null ? [upn] : []));
  if (nobody.length > 0)
    await tx
      .deleteFrom('worklist.departed')
      .where('upn', '=', sql<string>`any (${nobody}::text[])`)
      .execute();
  const moved = judged.filter(({ urns }) => urns !== null);
  if (moved.length === 0) return;
  await sql`
    update worklist.departed as gone set urns = now.urns::integer[]
    from unnest(${moved.map(({ upn }) => upn)}::text[], ${moved.map(({ urns }) => urns)}::text[]) as now (upn, urns)
    where now.upn = gone.upn and gone.urns <> now.urns::integer[]`.execute(tx);
}

/** Takes out what went too long ago to be told of. */
export async function forgetDeparted(tx: Tx, at: Instant): Promise<void> {
  await sql`
    delete from worklist.departed where left_at < ${at}::timestamptz - ${DEPARTED_KEPT}::interval`.execute(tx);
}
