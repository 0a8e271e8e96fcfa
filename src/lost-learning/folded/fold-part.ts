import { buildModels, findHash, quoted, type Warehouse } from '#store';
import type { AccountModels } from '../question.ts';
import { foldChild, type ChildToFold } from './fold-child.ts';
import { DAYS } from './open-year.ts';
import { GIVEN, openInputs, openPacked, type PartInputs, type WholeFiles } from './part-inputs.ts';
import type { Part } from './parts.ts';
import { readChildren } from './read-rows.ts';
import type { FoldedSchools } from './read-schools.ts';
import { childrenFileIn, yearsFileIn } from './open-folded.ts';
import { takeOver, type Before } from './take-over.ts';

/** Children whose words go into one block. */
const CHILDREN_IN_A_BLOCK = 256;

const RELATIONS = ['folded_gap', 'folded_removal', 'folded_stay', 'folded_child'];

/** Where parts are folded: a warehouse of its own, the whole area’s schools, and the folder that they go to. */
export type Bench = {
  readonly warehouse: Warehouse;
  readonly models: AccountModels;
  readonly schools: FoldedSchools;
  readonly whole: WholeFiles;
  readonly folder: string;
  readonly before: Before | undefined;
};

/** A part that stands in its folder now, and whether it was taken over from the folded register before. */
export type MadePart = { readonly part: Part; readonly takenOver: boolean };

/** Folds one part, or takes it over where it was folded before from the very same. */
export async function makePart(bench: Bench, inputs: PartInputs): Promise<MadePart> {
  const { share } = inputs;
  const digest = await openInputs(bench.warehouse, inputs, bench.whole);
  const taken = await takeOver(bench.before, share.part, digest, bench.folder);
  return taken ? { part: taken, takenOver: true } : { part: await foldPart(bench, inputs, digest), takenOver: false };
}

async function foldPart(bench: Bench, inputs: PartInputs, digest: string): Promise<Part> {
  const { warehouse, models, folder, schools } = bench;
  const { part } = inputs.share;
  await openPacked(warehouse, inputs);
  await buildModels(warehouse, models, RELATIONS, GIVEN);
  const marked = new Uint8Array(DAYS);
  await warehouse.run('create or replace temp table folded_block (first BIGINT, children INTEGER, words BLOB)');
  await warehouse.appendBytes(
    'folded_block',
    blocks(readChildren(warehouse, schools), (words, child) => foldChild(words, child, schools.open, marked)),
  );
  const [years, children] = [yearsFileIn(folder, part), childrenFileIn(folder, part)];
  await copyTo(warehouse, 'from folded_block order by first', years);
  await copyTo(warehouse, 'select upn from folded_child order by nth', children);
  const counts = await warehouse.row<{ children: number; enrolments: number }>(
    `select (select count(*) from folded_child) as children,
       (select count(stay.counts_to) from folded_stay as stay join folded_child as child on child.child_no = stay.child_no) as enrolments`,
  );
  return {
    part,
    ...counts,
    markedDays: [...marked].flatMap((one, day) => (one === 1 ? [day] : [])),
    digest,
    years: (await findHash(years)) ?? '',
    childrenHash: (await findHash(children)) ?? '',
  };
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
