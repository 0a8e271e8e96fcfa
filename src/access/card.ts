import type { Tx } from '#store';
import { sql } from 'kysely';
import type { ChildYearRow } from './child-year.ts';

/** A text as searches compare it: without capitals and accents, so that “zoe” finds Zoë. */
export function foldedWords(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

type CardRow = {
  readonly academic_year: string;
  readonly urn: number;
  readonly nth: number;
  readonly leads: boolean;
  readonly upn: string;
  readonly urns: string;
  readonly words: string;
  readonly away: number;
};

/** Each column with the type its values are sent as; an array travels as text, as in child-year.ts. */
const COLUMNS = [
  ['academic_year', 'text'],
  ['urn', 'integer'],
  ['nth', 'integer'],
  ['leads', 'boolean'],
  ['upn', 'text'],
  ['urns', 'text'],
  ['words', 'text'],
  ['away', 'integer'],
] as const satisfies readonly (readonly [keyof CardRow, string])[];

/** The cards of these children’s years, one a school: written with them, in one statement. */
export async function insertCards(tx: Tx, version: number, rows: readonly ChildYearRow[]): Promise<void> {
  const cards = rows.flatMap(cardsOf);
  const names = sql.raw(COLUMNS.map(([name]) => name).join(', '));
  const made = sql.raw(COLUMNS.map(([name]) => (name === 'urns' ? 'urns::integer[]' : name)).join(', '));
  const arrays = sql.join(COLUMNS.map(([name, sent]) => sql`${cards.map((card) => card[name])}::${sql.raw(sent)}[]`));
  await sql`
    insert into account.card (version, ${names})
    select ${version}, ${made} from unnest(${arrays}) as row_sent (${names})`.execute(tx);
}

function cardsOf(row: ChildYearRow): readonly CardRow[] {
  const card = {
    academic_year: row.academic_year,
    nth: row.card.nth,
    upn: row.upn,
    urns: `{${row.urns.join(',')}}`,
    words: wordsOf(row),
    away: row.card.away,
  };
  const urns = row.urns.length > 0 ? row.urns : [0];
  return urns.map((urn, at) => ({ ...card, urn, leads: at === 0 }));
}

function wordsOf({ given_name, family_name, card }: ChildYearRow): string {
  return foldedWords([given_name, family_name, card.class].filter((text) => text !== null).join(' '));
}

/** The words of one publication’s cards, gathered while its batches pass: year → word → places of children. */
export type Words = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

export function gatherWords(words: Map<string, Map<string, number[]>>, rows: readonly ChildYearRow[]): void {
  for (const row of rows) {
    const ofYear = words.get(row.academic_year) ?? new Map<string, number[]>();
    words.set(row.academic_year, ofYear);
    for (const word of new Set(wordsOf(row).split(/\s+/))) {
      const held = ofYear.get(word);
      if (held) held.push(row.card.nth);
      else ofYear.set(word, [row.card.nth]);
    }
  }
}

type WordRow = { readonly year: string; readonly word: string; readonly nths: string };

/** In batches: a publisher holds the embedded store’s one session no longer than for one of them. */
export function* wordBatches(words: Words, size: number): Generator<readonly WordRow[]> {
  for (const [year, ofYear] of words) {
    let held: WordRow[] = [];
    for (const [word, nths] of ofYear) {
      held.push({ year, word, nths: `{${nths.join(',')}}` });
      if (held.length < size) continue;
      yield held;
      held = [];
    }
    if (held.length > 0) yield held;
  }
}

export async function insertWords(tx: Tx, version: number, rows: readonly WordRow[]): Promise<void> {
  await sql`
    insert into account.word (version, academic_year, word, nths)
    select ${version}, year, word, nths::integer[]
    from unnest(${rows.map((row) => row.year)}::text[], ${rows.map((row) => row.word)}::text[], ${rows.map((row) => row.nths)}::text[])
      as row_sent (year, word, nths)`.execute(tx);
}
