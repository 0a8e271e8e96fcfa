import type { Part } from '../folded/parts.ts';
import type { FoldedFolder } from '../folded/open-folded.ts';
import type { Ground } from './ground.ts';
import type { Sizes } from './tally.ts';

/** What is to be counted, and how: plain data, of which every thread that counts has a copy. */
export type Counting = {
  readonly folded: FoldedFolder;
  /** In the order in which they are counted: the largest first, so that the last ones are over soon. */
  readonly parts: readonly Part[];
  readonly ground: Ground;
  readonly sizes: Sizes;
  /** Folders that are read; and where rows of children and enrolments are written, where they are. */
  readonly folders: readonly string[];
  readonly to: string | undefined;
  /** Of each warehouse: mebibytes that it may take, and threads of its own. */
  readonly memory: number;
  readonly threads: number;
  /** The queue that all threads take parts from: the place of the next one, in memory that they share. Each has its first. */
  readonly next: Int32Array<SharedArrayBuffer>;
};

/** The queue behind the first part of each thread. */
export function newQueue(threads: number): Counting['next'] {
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  next[0] = threads;
  return next;
}

/** The next part that nobody has taken yet, or undefined once there is none. */
export function takePart({ next, parts }: Counting): Part | undefined {
  return parts[Atomics.add(next, 0, 1)];
}

/** Leaves nothing to be taken: whoever is counting ends with the part at hand. */
export function stopCounting({ next, parts }: Counting): void {
  Atomics.store(next, 0, parts.length);
}
