import { sql, type RawBuilder } from 'kysely';
import { foldedWords, leavesOut, type Tx } from '#access';
import type { AcademicYear } from '#kernel';

/** Which children of the subject that was entered. */
export type ChildrenWanted = {
  readonly year: AcademicYear;
  /** The school that was entered; undefined for the area. */
  readonly urn: number | undefined;
  /** Parts of names, of a class or of a UPN; every one must be met. '' is no condition. */
  readonly find: string;
  /** Sessions away in a row, at least; 0 is no condition. */
  readonly away: number;
};

export type Slice = { readonly offset: number; readonly limit: number };

/** Shorter parts are no part of a UPN: every UPN of an area begins with the same digits. */
const SHORTEST_PART_OF_UPN = 4;

type Part = { readonly ofUpn: boolean; readonly text: string };

/** The parts of what someone typed, as cards are compared with them. */
export function partsOf(find: string): readonly Part[] {
  return foldedWords(find)
    .split(/\s+/)
    .filter((text) => text !== '')
    .map((text) => ({ ofUpn: text.length >= SHORTEST_PART_OF_UPN && /^[a-z]?\d+[a-z\d]?$/.test(text), text }));
}

/**
 * The places (`nth`) of the children who are wanted, and how many they are. The whole area is searched in its words, a
 * school’s children in their cards (migrations/0004 says why), and so is the area where somebody is left out.
 */
export async function findPlaces(
  tx: Tx,
  wanted: ChildrenWanted,
  slice: Slice | undefined,
): Promise<{ readonly total: number; readonly places: readonly number[] }> {
  const inWords = wanted.urn === undefined && (await readsArea(tx));
  if (inWords && partsOf(wanted.find).length === 0 && wanted.away === 0) return everyPlace(tx, wanted, slice);
  const cut = slice ? sql`offset ${slice.offset} limit ${slice.limit}` : sql``;
  const { rows } = await sql<{ total: string; places: readonly number[] }>`
    with found as materialized (${foundBy(wanted, inWords)})
    select (select count(*) from found) as total, array(select nth from found order by nth ${cut}) as places`.execute(
    tx,
  );
  return { total: Number(rows[0]?.total ?? 0), places: rows[0]?.places ?? [] };
}

/** Said once more beside the policies: with it the database goes to the rows by their index. */
export const CURRENT = sql`version = (select account.current_version())`;

/** Whether all of the area is there for this transaction to read, down to the last child. */
export async function readsArea(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ area: boolean }>`select access.reads_area() as area`.execute(tx);
  return rows[0]?.area === true && !(await leavesOut(tx));
}

/** Places are given without a gap: all children of the area are as many as the last one says. */
async function everyPlace(
  tx: Tx,
  wanted: ChildrenWanted,
  slice: Slice | undefined,
): Promise<{ readonly total: number; readonly places: readonly number[] }> {
  const { rows } = await sql<{
    last: number;
  }>`select coalesce(max(nth), 0) as last from ${cardsBy(wanted, [])}`.execute(tx);
  const total = rows[0]?.last ?? 0;
  const first = slice?.offset ?? 0;
  const until = Math.min(total, first + (slice?.limit ?? total));
  return { total, places: Array.from({ length: Math.max(0, until - first) }, (_, at) => first + at + 1) };
}

function foundBy(wanted: ChildrenWanted, inWords: boolean): RawBuilder<unknown> {
  const parts = partsOf(wanted.find);
  const away = wanted.away > 0 ? [sql`away >= ${wanted.away}`] : [];
  if (!inWords || parts.length === 0) return sql`select nth from ${cardsBy(wanted, [...parts.map(likeCard), ...away])}`;
  const met = parts.map((part) => sql`(${inWordsBy(wanted, part)})`);
  if (away.length > 0) met.push(sql`(select nth from ${cardsBy(wanted, away)})`);
  return sql`select distinct nth from (${sql.join(met, sql` intersect `)}) as met`;
}

function inWordsBy(wanted: ChildrenWanted, part: Part): RawBuilder<unknown> {
  const words = sql`select unnest(nths) as nth from account.word
    where ${CURRENT} and academic_year = ${wanted.year} and word like ${patternOf(part.text)}`;
  return part.ofUpn ? sql`${words} union select nth from ${cardsBy(wanted, [likeUpn(part)])}` : words;
}

function cardsBy({ year, urn }: ChildrenWanted, conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const which = urn === undefined ? sql`leads` : sql`urn = ${urn}`;
  return sql`account.card where ${sql.join([CURRENT, sql`academic_year = ${year}`, which, ...conditions], sql` and `)}`;
}

function likeCard(part: Part): RawBuilder<unknown> {
  const words = sql`words like ${patternOf(part.text)}`;
  return part.ofUpn ? sql`(${words} or ${likeUpn(part)})` : words;
}

function likeUpn({ text }: Part): RawBuilder<unknown> {
  return sql`upn like ${patternOf(text.toUpperCase())}`;
}

function patternOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
