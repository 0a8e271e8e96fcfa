import { availableParallelism } from 'node:os';
import type { Folded } from '../folded/open-folded.ts';
import { newQueue, stopCounting, type Counting } from './counting.ts';
import { groundOf, sizesOf } from './ground.ts';
import { countParts, withWriting } from './hand.ts';
import { addTally, type Tally } from './tally.ts';
import { countInThread } from './thread.ts';
import { totalsOf } from './totals.ts';
import { writeTables } from './write-tables.ts';

export type YearOptions = {
  /** Where rows of children and enrolments and every table are written; without it only sums are counted. */
  readonly to?: string | undefined;
  /** Mebibytes that all warehouses together may take, which rows are written with. */
  readonly memory?: number | undefined;
  /** How many processors count side by side; without it all that there are, and one where it is over sooner so. */
  readonly processors?: number | undefined;
  readonly onProgress?: (done: number, total: number) => void;
};

/** Mebibytes that are taken where nobody says, and the least that a warehouse is given. */
const MEMORY = 2048;
const LEAST_MEMORY = 128;

/** Until another thread has started, this one has counted a good part of so many children. */
const CHILDREN_A_THREAD = 500_000;

/**
 * Counts a folded register up to a day (days from 1 September; before it: nothing): the largest parts first, side by side
 * in as many threads as are worth it, this one among them. Writes rows and tables where they are to be written.
 */
export async function countYear(folded: Folded, asOfDay: number, options: YearOptions = {}): Promise<Tally> {
  const { to, onProgress = () => undefined } = options;
  const { hands, memory, threads } = sharesOf(folded, options);
  const counting: Counting = {
    folded: { folder: folded.folder },
    parts: folded.parts.toSorted((a, b) => b.children - a.children),
    ground: groundOf(folded, asOfDay),
    sizes: sizesOf(folded),
    folders: to === undefined ? [folded.folder] : [folded.folder, to],
    to,
    memory,
    threads,
    next: newQueue(hands),
  };
  const total = folded.parts.reduce((sum, { children }) => sum + children, 0);
  let done = 0;
  const onPart = (children: number): void => onProgress((done += children), total);
  const [mine, ...theirs] = counting.parts.slice(0, hands);
  const others = theirs.map((first) => orStop(counting, countInThread({ counting, first }, onPart)));
  const whole = withWriting(counting, async (writing) => {
    const tally = await countParts(writing, counting, mine, onPart);
    for (const other of others) addTally(tally, await other);
    if (writing) await writeTables(writing, folded, totalsOf(tally));
    return tally;
  });
  // Also where one fails, nothing goes on behind whoever asked.
  await Promise.allSettled([orStop(counting, whole), ...others]);
  return whole;
}

/** How many count side by side, and what each of their warehouses may take. */
function sharesOf(
  { parts }: Folded,
  { memory = MEMORY, processors }: YearOptions,
): { readonly hands: number; readonly memory: number; readonly threads: number } {
  const there = processors ?? availableParallelism();
  const children = parts.reduce((sum, part) => sum + part.children, 0);
  const worth = processors ?? Math.floor(children / CHILDREN_A_THREAD);
  const room = Math.floor(memory / LEAST_MEMORY);
  const hands = Math.max(1, Math.min(there, worth, room, parts.length));
  return {
    hands,
    memory: Math.floor(memory / hands),
    threads: Math.max(1, Math.floor(there / hands)),
  };
}

/** Whoever fails stops the others. */
async function orStop<T>(counting: Counting, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    stopCounting(counting);
    throw error;
  }
}
