import type { Tx } from '#store';
import { sql } from 'kysely';
import type { Writing } from './publication.ts';

/** Counts the entries of these lists of `version` once all are written: a list a statement, since whoever opens a page waits for each. */
export async function countLists(writing: Writing, version: number, lists: Iterable<string>): Promise<void> {
  for (const list of lists) await writing((tx) => countList(tx, version, list));
  await writing((tx) => countSchools(tx, version));
}

async function countList(tx: Tx, version: number, list: string): Promise<void> {
  await sql`
    insert into worklist.tally (version, list, urn, listed_at, entries, overdue)
    select version, list, urn, listed_at, count(*), count(*) filter (where overdue)
    from worklist.entry where version = ${version} and list = ${list}
    group by version, list, urn, listed_at`.execute(tx);
}

/** Once every list is counted: how many stand in each for each school, and in all. */
async function countSchools(tx: Tx, version: number): Promise<void> {
  await sql`
    insert into worklist.school_total (version, list, urn, entries, overdue)
    select version, list, urn, sum(entries), sum(overdue) from worklist.tally where version = ${version}
    group by version, list, urn`.execute(tx);
  await sql`
    insert into worklist.total (version, list, entries, overdue)
    select version, list, sum(entries), sum(overdue) from worklist.school_total where version = ${version}
    group by version, list`.execute(tx);
}
