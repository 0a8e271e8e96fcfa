import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { quoted, type Warehouse } from '#store';
import { childrenFile, yearsFile, type FoldedFolder } from '../folded/open-folded.ts';
import { sessionFigures } from '../account.ts';
import { states, type State } from '../states.ts';
import { columnOfRule, type ChildRows, type EnrolmentRows } from './child-rows.ts';

/** The words of a part, block by block: a few tens of bytes a child. */
export async function readBlocks(
  warehouse: Warehouse,
  folded: FoldedFolder,
  part: string,
): Promise<readonly Uint32Array[]> {
  const blocks: Uint32Array[] = [];
  const sql = `select words from read_parquet(${yearsFile(folded, part)})`;
  for await (const bytes of warehouse.streamBytes(sql)) blocks.push(wordsOf(bytes));
  return blocks;
}

/** The bytes as words: in place where they begin at a whole word. */
export function wordsOf(bytes: Uint8Array): Uint32Array {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(whole.buffer, whole.byteOffset, whole.byteLength / 4);
}

export async function makeRowFolders(folder: string): Promise<void> {
  for (const name of ['child', 'enrolment']) await mkdir(join(folder, name), { recursive: true });
}

const ENROLMENT = 'urn INTEGER, possible SMALLINT, authorised SMALLINT, unauthorised SMALLINT';

/** Hands the rows of a part over to the warehouse: once this is done the arrays can take the next part’s. */
export async function handOver(warehouse: Warehouse, rows: ChildRows): Promise<void> {
  const rules = states.map(({ rule }) => `rule_${rule} SMALLINT`).join(', ');
  await warehouse.run(`create or replace temp table counted_child (${rules}, minutes INTEGER, ${ENROLMENT})`);
  await warehouse.appendIntegers(
    'counted_child',
    [...states.map(({ rule }) => columnOfRule(rows, rule)), rows.minutes, ...columnsOf(rows.first)],
    rows.count,
  );
  await warehouse.run(`create or replace temp table counted_further (child INTEGER, ${ENROLMENT})`);
  await warehouse.appendIntegers('counted_further', [rows.furtherChild, ...columnsOf(rows.further)], rows.furtherCount);
}

function columnsOf({
  urn,
  possible,
  authorised,
  unauthorised,
}: EnrolmentRows): readonly (Int16Array<ArrayBuffer> | Int32Array<ArrayBuffer>)[] {
  return [urn, possible, authorised, unauthorised];
}

/**
 * Writes the rows that were handed over: one of each child with a session, one of each enrolment. Children stand in the
 * order of their file, so that a join is needed only for the few with further enrolments.
 */
export async function writeRows(
  warehouse: Warehouse,
  folded: FoldedFolder,
  part: string,
  folder: string,
): Promise<void> {
  await warehouse.run(
    `create or replace temp table counted_upn as select upn from read_parquet(${childrenFile(folded, part)})`,
  );
  await warehouse.run(
    `copy (select upn, ${FIGURES} from counted_upn positional join counted_child where ${sumOf(states)} > 0)
     to ${fileIn(folder, 'child', part)} (${FORMAT})`,
  );
  const columns = 'urn, upn, possible, authorised, unauthorised';
  await warehouse.run(
    `copy (select ${columns}, authorised + unauthorised as overall,
         case when overall * 10 >= possible then 1 else 0 end as persistent,
         case when overall * 2 >= possible then 1 else 0 end as severe
       from (
         select ${columns} from counted_upn positional join counted_child where possible > 0
         union all
         select ${columns} from counted_further join counted_upn on counted_upn.rowid = counted_further.child
       ))
     to ${fileIn(folder, 'enrolment', part)} (${FORMAT})`,
  );
}

/** A dictionary pays where values come again; one of the pupils’ numbers would be built for nothing. */
const FORMAT = 'format parquet, compression snappy, dictionary_size_limit 1000';

function fileIn(folder: string, name: string, part: string): string {
  return quoted(join(folder, name, `part=${part}.parquet`));
}

function sumOf(some: readonly State[]): string {
  return some.map(({ rule }) => `rule_${rule}`).join(' + ');
}

/** The figures of a child in the order of the contract. */
const FIGURES = [
  ...sessionFigures.map(({ name, states: some }) => `${sumOf(some)} as ${name}`),
  'minutes as minutes_lost',
].join(', ');
