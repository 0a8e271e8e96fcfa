import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { broken, firstDay, lastDay, weekday, type AcademicYear, type Instant } from '#kernel';
import { buildModels, quoted, type Warehouse } from '#store';
import { readAccountModels } from '../question.ts';
import { foldChild, type ChildToFold } from './fold-child.ts';
import { readChildren } from './read-rows.ts';
import { readSchools } from './read-schools.ts';
import { MOST_SCHOOLS, MOST_LIKENESSES } from './layout.ts';
import { DAYS } from './open-year.ts';

/** Children whose words go into one block. */
const CHILDREN_IN_A_BLOCK = 256;

const RELATIONS = ['folded_school', 'folded_likeness', 'folded_gap', 'folded_removal', 'folded_stay', 'folded_child'];

/** A part of a folded register: how many children it holds, and the most enrolments that they can come to. */
export type Part = { readonly part: string; readonly children: number; readonly enrolments: number };

export type FoldProgress = (done: number, total: number) => void;

/**
 * Folds the packed register of a year: each child’s year written as its differences from the usual day of the school, a
 * file an authority, all that is known of the roll worked in (decision 0030). Derived; made whole and never changed.
 * The area’s `received_*` relations must be there; `files` are the year’s packed register as known at the same moment.
 */
export async function foldYear(
  warehouse: Warehouse,
  year: AcademicYear,
  knownAt: Instant,
  files: readonly string[],
  folder: string,
  onProgress: FoldProgress = () => undefined,
): Promise<void> {
  await buildRelations(warehouse, year, knownAt);
  for (const name of ['years', 'children']) await mkdir(join(folder, name), { recursive: true });
  for (const relation of ['folded_school', 'folded_likeness'])
    await copyTo(warehouse, `from ${relation} order by 1`, join(folder, `${relation}.parquet`));
  await checkSizes(warehouse);
  const ground = await readSchools(warehouse, 'folded_school', weekday(firstDay(year)));
  const parts = await warehouse.rows<Part>(
    `select child.part, count(distinct child.child_no) as children, count(stay.counts_to) as enrolments
     from folded_child as child left join folded_stay as stay on stay.child_no = child.child_no
     group by child.part order by child.part`,
  );
  const marked = new Uint8Array(DAYS);
  const total = parts.reduce((sum, { children }) => sum + children, 0);
  let done = 0;
  for (const { part, children } of parts) {
    await warehouse.run('create or replace temp table folded_block (first BIGINT, children INTEGER, words BLOB)');
    await warehouse.appendBytes(
      'folded_block',
      blocks(readChildren(warehouse, part, files, ground), (words, child) =>
        foldChild(words, child, ground.open, marked),
      ),
    );
    await copyTo(warehouse, 'from folded_block order by first', join(folder, 'years', `part=${part}.parquet`));
    await copyTo(
      warehouse,
      `select upn from folded_child where part = ${quoted(part)} order by nth`,
      join(folder, 'children', `part=${part}.parquet`),
    );
    done += children;
    onProgress(done, total);
  }
  for (const relation of [...RELATIONS, 'folded_block']) await warehouse.run(`drop table if exists ${relation}`);
  const markedDays = [...marked].flatMap((one, day) => (one === 1 ? [day] : []));
  await writeFile(join(folder, 'about.json'), JSON.stringify({ year, knownAt, markedDays, parts }));
}

async function buildRelations(warehouse: Warehouse, year: AcademicYear, knownAt: Instant): Promise<void> {
  await warehouse.run(
    `create or replace temp table question as select date '${firstDay(year)}' as first_day, date '${lastDay(year)}' as last_day,
       date '${lastDay(year)}' as as_of, timestamp '${knownAt.slice(0, -1)}' as known_at`,
  );
  await buildModels(warehouse, await readAccountModels(warehouse), RELATIONS);
}

/** Numbers of schools and likenesses have to fit their places in a word. */
async function checkSizes(warehouse: Warehouse): Promise<void> {
  const { schools, likenesses } = await warehouse.row<{ schools: number; likenesses: number }>(
    'select (select count(*) from folded_school) as schools, (select count(*) from folded_likeness) as likenesses',
  );
  if (schools > MOST_SCHOOLS || likenesses > MOST_LIKENESSES)
    throw broken('folded/too-many', `${schools} schools, ${likenesses} likenesses`);
}

async function copyTo(warehouse: Warehouse, sql: string, file: string): Promise<void> {
  await warehouse.run(`copy (${sql}) to ${quoted(file)} (format parquet, compression zstd)`);
}

/** The words of children, some hundreds to a block: the number of its first child, how many there are, their words. */
async function* blocks(
  children: AsyncIterable<ChildToFold>,
  fold: (words: number[], child: ChildToFold) => void,
): AsyncGenerator<readonly [number, number, Uint8Array]> {
  let words: number[] = [];
  let [first, count] = [0, 0];
  for await (const child of children) {
    fold(words, child);
    count += 1;
    if (count < CHILDREN_IN_A_BLOCK) continue;
    yield [first, count, bytesOf(words)];
    [words, first, count] = [[], first + count, 0];
  }
  if (count > 0) yield [first, count, bytesOf(words)];
}

function bytesOf(words: readonly number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(words).buffer);
}
