import { sql, type RawBuilder } from 'kysely';
import { findWayToRows, foldedWords, namedChildren, tiedSchools, type WayToRows, type Tx } from '#access';
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
 * school’s children in their cards (migrations/0004 says why), and so is the area where somebody is left out. Who is tied to
 * schools and children searches the cards of those.
 */
export async function findPlaces(
  tx: Tx,
  wanted: ChildrenWanted,
  slice: Slice | undefined,
): Promise<{ readonly total: number; readonly places: readonly number[] }> {
  const way = wanted.urn === undefined ? await wayTo(tx) : 'rows';
  if (way === 'words' && partsOf(wanted.find).length === 0 && wanted.away === 0) return everyPlace(tx, wanted, slice);
  const cut = slice ? sql`offset ${slice.offset} limit ${slice.limit}` : sql``;
  const { rows } = await sql<{ total: string; places: readonly number[] }>`
    with found as materialized (${foundBy(wanted, way)})
    select (select count(*) from found) as total, array(select nth from found order by nth ${cut}) as places`.execute(
    tx,
  );
  return { total: Number(rows[0]?.total ?? 0), places: rows[0]?.places ?? [] };
}

/** By the words of the area, which are of all its children; or by cards: of ties, of single children, of everyone. */
type Way = 'words' | Exclude<WayToRows['by'], 'area'>;

async function wayTo(tx: Tx): Promise<Way> {
  const { by, leavesOut } = await findWayToRows(tx);
  if (by !== 'area') return by;
  return leavesOut ? 'rows' : 'words';
}

/** Said once more beside the policies: with it the database goes to the rows by their index. */
export const CURRENT = sql`version = (select account.current_version())`;

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

function foundBy(wanted: ChildrenWanted, way: Way): RawBuilder<unknown> {
  const parts = partsOf(wanted.find);
  const away = wanted.away > 0 ? [sql`away >= ${wanted.away}`] : [];
  if (way === 'words' && parts.length > 0) return foundInWords(wanted, parts, away);
  const conditions = [...parts.map(likeCard), ...away];
  const named = sql`select nth from ${cardsBy(wanted, [sql`upn in (${namedChildren})`, ...conditions])}`;
  switch (way) {
    case 'ties':
      // A child has a card at each of its schools, so none is missed, and `union` counts nobody twice.
      return sql`select nth from ${cardsAt(wanted, sql`urn = any (${tiedSchools})`, conditions)} union ${named}`;
    case 'children':
      return named;
    default:
      return sql`select nth from ${cardsBy(wanted, conditions)}`;
  }
}

function foundInWords(
  wanted: ChildrenWanted,
  parts: readonly Part[],
  away: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  const met = parts.map((part) => sql`(${inWordsBy(wanted, part)})`);
  if (away.length > 0) met.push(sql`(select nth from ${cardsBy(wanted, away)})`);
  return sql`select distinct nth from (${sql.join(met, sql` intersect `)}) as met`;
}

function inWordsBy(wanted: ChildrenWanted, part: Part): RawBuilder<unknown> {
  const words = sql`select unnest(nths) as nth from account.word
    where ${CURRENT} and academic_year = ${wanted.year} and word like ${patternOf(part.text)}`;
  return part.ofUpn ? sql`${words} union select nth from ${cardsBy(wanted, [likeUpn(part)])}` : words;
}

/** One card a child: of the school that was entered, or the one that stands for the child. */
function cardsBy(wanted: ChildrenWanted, conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return cardsAt(wanted, wanted.urn === undefined ? sql`leads` : sql`urn = ${wanted.urn}`, conditions);
}

function cardsAt(
  { year }: ChildrenWanted,
  which: RawBuilder<unknown>,
  conditions: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
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
