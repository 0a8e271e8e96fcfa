import { Warehouse } from '#store';
import type { Part } from '../folded/parts.ts';
import { clearChildRows, emptyChildRows } from './child-rows.ts';
import { handOver, makeRowFolders, readBlocks, writeRows } from './count-part.ts';
import { openCounter } from './counter.ts';
import { takePart, type Counting } from './counting.ts';
import type { Tally } from './tally.ts';

/** Warehouses of one thread that counts: the next part is read and the last one written while one is counted. */
export type Hand = {
  readonly reader: Warehouse;
  readonly writing: { readonly folder: string; readonly writer: Warehouse } | undefined;
};

export async function withHand<T>(
  { folders, to, memory, threads }: Pick<Counting, 'folders' | 'to' | 'memory' | 'threads'>,
  work: (hand: Hand) => Promise<T>,
): Promise<T> {
  const opened: Warehouse[] = [];
  const open = async (): Promise<Warehouse> => {
    const warehouse = await Warehouse.open({
      folders,
      memoryLimit: `${memory}MiB`,
      threads,
    });
    opened.push(warehouse);
    return warehouse;
  };
  try {
    const reader = await open();
    return await work({ reader, writing: to === undefined ? undefined : { folder: to, writer: await open() } });
  } finally {
    for (const warehouse of opened) warehouse.close();
  }
}

/** Counts a first part, then parts from the queue until there are none; writes their rows where they are wanted. */
export async function countParts(
  { reader, writing: wanted }: Hand,
  counting: Counting,
  first: Part | undefined,
  onPart: (children: number) => void,
): Promise<Tally> {
  if (wanted) await makeRowFolders(wanted.folder);
  const { folded, ground, sizes, parts } = counting;
  const counter = openCounter(ground, sizes);
  const rows = emptyChildRows(
    Math.max(0, ...parts.map(({ children }) => children)),
    Math.max(0, ...parts.map(({ enrolments }) => enrolments)),
  );
  let reading = readPart(reader, counting, first);
  let writing = Promise.resolve();
  try {
    for (let at = await reading; at !== undefined; at = await reading) {
      reading = heardLater(readPart(reader, counting, takePart(counting)));
      clearChildRows(rows);
      for (const words of at.blocks) counter.count(words, rows);
      if (wanted) {
        await writing;
        await handOver(wanted.writer, rows);
        writing = heardLater(writeRows(wanted.writer, folded, at.part, wanted.folder));
      }
      onPart(at.children);
    }
    await writing;
  } finally {
    // Nothing may still be read or written when the warehouses are closed.
    await Promise.allSettled([reading, writing]);
  }
  return counter.settle();
}

type PartRead = Part & { readonly blocks: readonly Uint32Array[] };

async function readPart(
  reader: Warehouse,
  { folded }: Counting,
  part: Part | undefined,
): Promise<PartRead | undefined> {
  return part && { ...part, blocks: await readBlocks(reader, folded, part.part) };
}

/** It is awaited a part later, where its fault is heard: until then the fault is not one that nobody handles. */
function heardLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
