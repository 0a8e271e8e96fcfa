import { broken } from '#kernel';
import { Warehouse } from '#store';
import type { Part } from '../folded/parts.ts';
import type { Years } from '../folded/years.ts';
import { clearChildRows, emptyChildRows } from './child-rows.ts';
import { checkChildren, makeRowFolders, offerRows, readYears, writeRows } from './count-part.ts';
import { openCounter } from './counter.ts';
import { takePart, type Counting } from './counting.ts';
import type { Tally } from './tally.ts';

/** With what a thread writes rows, and into which folder. */
export type Writing = { readonly folder: string; readonly writer: Warehouse };

/** Opens a warehouse to write with for as long as one thread counts, where anything is written. */
export async function withWriting<T>(
  { folders, to, memory, threads }: Pick<Counting, 'folders' | 'to' | 'memory' | 'threads'>,
  work: (writing: Writing | undefined) => Promise<T>,
): Promise<T> {
  if (to === undefined) return work(undefined);
  const writer = await Warehouse.open({ folders, memoryLimit: `${memory}MiB`, threads });
  try {
    return await work({ folder: to, writer });
  } finally {
    writer.close();
  }
}

/** Counts a first part, then parts from the queue until there are none; writes their rows where they are wanted. */
export async function countParts(
  writing: Writing | undefined,
  counting: Counting,
  first: Part | undefined,
  onPart: (children: number) => void,
): Promise<Tally> {
  if (writing) await makeRowFolders(writing.folder);
  const { folded, ground, sizes, parts } = counting;
  const counter = openCounter(ground, sizes);
  const rows = emptyChildRows(
    Math.max(0, ...parts.map(({ children }) => children)),
    Math.max(0, ...parts.map(({ enrolments }) => enrolments)),
  );
  if (writing) offerRows(writing.writer, rows);
  let reading = readPart(counting, first);
  try {
    for (let at = await reading; at !== undefined; at = await reading) {
      reading = heardLater(readPart(counting, takePart(counting)));
      clearChildRows(rows);
      counter.count(at.years, rows);
      // Pupil numbers stand beside the rows by their place alone.
      if (rows.count !== at.children)
        throw broken('folded/children', `${rows.count} years of ${at.children} children in part ${at.part}`);
      if (writing) {
        await checkChildren(folded, at);
        await writeRows(writing.writer, folded, at.part, writing.folder);
      }
      onPart(at.children);
    }
  } finally {
    // Nothing may still be read when whoever counts has gone.
    await Promise.allSettled([reading]);
  }
  return counter.settle();
}

type PartRead = Part & { readonly years: Years };

async function readPart({ folded }: Counting, part: Part | undefined): Promise<PartRead | undefined> {
  return part && { ...part, years: await readYears(folded, part) };
}

/** It is awaited a part later, where its fault is heard: until then the fault is not one that nobody handles. */
function heardLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
