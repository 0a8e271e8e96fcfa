import { open } from 'node:fs/promises';
import { buildModels, findHash, quoted, type Warehouse } from '#store';
import type { AccountModels } from '../question.ts';
import { foldChild } from './fold-child.ts';
import { DAYS } from './open-year.ts';
import { GIVEN, openInputs, openPacked, type PartInputs, type WholeFiles } from './part-inputs.ts';
import { partFileIn, type Part, type PartFile } from './parts.ts';
import { keyOf, writePlaces } from './places.ts';
import { readChildren } from './read-rows.ts';
import type { FoldedSchools } from './read-schools.ts';
import { takeOver, type Before } from './take-over.ts';
import { newDraft, takeBytes } from './years.ts';

/** Words that are kept until they are written. */
const WORDS_AT_ONCE = 1 << 18;

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
  const { warehouse, models, folder } = bench;
  const { part } = inputs.share;
  await openPacked(warehouse, inputs);
  await buildModels(warehouse, models, RELATIONS, GIVEN);
  const pathOf = (file: PartFile): string => partFileIn(folder, file, part);
  const marked = await writeYears(bench, pathOf('years'), pathOf('places'));
  await warehouse.run(
    `copy (select upn from folded_child order by nth) to ${quoted(pathOf('children'))} (format parquet, compression snappy)`,
  );
  const counts = await warehouse.row<{ children: number; enrolments: number }>(
    `select (select count(*) from folded_child) as children,
       (select count(stay.counts_to) from folded_stay as stay join folded_child as child on child.child_no = stay.child_no) as enrolments`,
  );
  const hashOf = async (file: PartFile): Promise<string> => (await findHash(pathOf(file))) ?? '';
  return {
    part,
    ...counts,
    markedDays: [...marked].flatMap((one, day) => (one === 1 ? [day] : [])),
    digest,
    hashes: { years: await hashOf('years'), children: await hashOf('children'), places: await hashOf('places') },
  };
}

/** Writes the words of every child, and where each one’s are. Answers the days with a mark, a byte a day. */
async function writeYears({ warehouse, schools }: Bench, years: string, places: string): Promise<Uint8Array> {
  const marked = new Uint8Array(DAYS);
  const draft = newDraft();
  const [keys, firsts]: [number[], number[]] = [[], []];
  let written = 0;
  const file = await open(years, 'wx');
  try {
    const write = async (): Promise<void> => {
      written += draft.length;
      await file.appendFile(takeBytes(draft));
    };
    for await (const child of readChildren(warehouse, schools)) {
      keys.push(keyOf(child.upn));
      firsts.push(written + draft.length);
      foldChild(draft, child, schools.open, marked);
      if (draft.length >= WORDS_AT_ONCE) await write();
    }
    await write();
  } finally {
    await file.close();
  }
  await writePlaces(places, keys, firsts, written);
  return marked;
}
