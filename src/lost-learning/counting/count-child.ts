import { basename } from 'node:path';
import { dayNumber, firstDay, type Upn } from '#kernel';
import { quoted, type Row, type Warehouse } from '#store';
import { ledgerColumns, sessionFigures } from '../account.ts';
import { childrenFile, yearsFile, type Folded } from '../folded/open-folded.ts';
import type { AnsweredTable, Asking } from './answers.ts';
import { clearChildRows, columnOfRule, emptyChildRows, type ChildRows } from './child-rows.ts';
import { NO_DAY, settle } from './count-account.ts';
import { wordsOf } from './count-part.ts';
import { openCounter, type Counter } from './counter.ts';
import { groundOf, sizesOf } from './ground.ts';

/** Counts children of a folded register one by one, each from the one block of some hundred in which its year stands. */
export type ChildCounter = {
  readonly warehouse: Warehouse;
  readonly folded: Folded;
  readonly counter: Counter;
  readonly rows: ChildRows;
};

/** `asOfDay` is the last day to count, from 1 September. */
export function openChildCounter(warehouse: Warehouse, folded: Folded, asOfDay: number): ChildCounter {
  const most = (of: (part: Folded['parts'][number]) => number): number => Math.max(0, ...folded.parts.map(of));
  const rows = emptyChildRows(
    most(({ children }) => children),
    most(({ enrolments }) => enrolments),
  );
  return { warehouse, folded, counter: openCounter(groundOf(folded, asOfDay), sizesOf(folded)), rows };
}

/** The account of one child, as countYear writes it; undefined where the year has no session of it. */
export async function findChildRow(own: ChildCounter, upn: Upn): Promise<Row | undefined> {
  const { counter, rows } = own;
  const place = await findPlace(own, upn);
  if (!place) return undefined;
  clearChildRows(rows);
  counter.count(place.words, rows);
  const sessions = (rule: number): number => columnOfRule(rows, rule)[place.nth] ?? 0;
  const row: Record<string, string | number> = { upn };
  for (const { name, states } of sessionFigures) row[name] = states.reduce((sum, { rule }) => sum + sessions(rule), 0);
  return row['calendar'] === 0 ? undefined : { ...row, minutes_lost: rows.minutes[place.nth] ?? 0 };
}

/** The block with the year of a child, and the child’s place in it. */
async function findPlace(
  { warehouse, folded }: ChildCounter,
  upn: Upn,
): Promise<{ readonly words: Uint32Array; readonly nth: number } | undefined> {
  const files = folded.parts.map(({ part }) => childrenFile(folded, part));
  if (files.length === 0) return undefined;
  const [child] = await warehouse.rows<{ file: string; nth: number }>(
    `select filename as file, file_row_number as nth
     from read_parquet([${files.join(', ')}], filename = true, file_row_number = true) where upn = ${quoted(upn)}`,
  );
  const found = folded.parts.find(({ part }) => child && basename(child.file) === `part=${part}.parquet`);
  if (!child || !found) return undefined;
  const years = `read_parquet(${yearsFile(folded, found.part)})`;
  const { first } = await warehouse.row<{ first: number }>(
    `select max(first) as first from ${years} where first <= ${child.nth}`,
  );
  for await (const bytes of warehouse.streamBytes(`select words from ${years} where first = ${first}`))
    return { words: wordsOf(bytes), nth: child.nth - first };
  return undefined;
}

/** The account of one child of an area, without counting the others; undefined where it has no session in it. */
export async function askChild(asking: Asking, upn: Upn): Promise<AnsweredTable | undefined> {
  const { source, question, clock, onProgress } = asking;
  const { folded, asOf, drop } = await settle(source, question, clock, onProgress);
  try {
    const asOfDay = asOf === null ? NO_DAY : dayNumber(asOf) - dayNumber(firstDay(folded.year));
    const row = await findChildRow(openChildCounter(source.warehouse, folded, asOfDay), upn);
    const answered = { year: folded.year, asOf, knownAt: question.knownAt ?? clock.now() };
    return row && { answered, table: { columns: ledgerColumns('child'), rows: [row] } };
  } finally {
    await drop();
  }
}
