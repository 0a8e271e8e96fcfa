import { mkdir } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { addTally, sizesOf } from '#lost-learning';
import { readTotals, writeAbout, writeTotals } from './day-files.ts';
import { emptyTotals, foldedOf } from './day-hand.ts';
import { countShare, readArrival, type Arrival, type Share } from './day-share.ts';

export type ArrivalOptions = Omit<Arrival, 'next'> & {
  /** Where the tables go. */
  readonly tables: string;
  /** How many threads count, this one among them. */
  readonly threads: number;
};

/**
 * Counts a day into the state of the day before: a new state in a folder of its own, and every table that is a sum. The
 * state before is never touched, and the new one is finished by its last file: whoever is stopped half way begins again.
 * Answers milliseconds by stage, of each thread and of what follows.
 */
export async function bringDay(options: ArrivalOptions): Promise<readonly Readonly<Record<string, number>>[]> {
  const { tables, threads, ...folders } = options;
  const arrival: Arrival = { ...folders, next: new Int32Array(new SharedArrayBuffer(4)) };
  // Fails where the folder is there: a state is never written over.
  await mkdir(arrival.today);
  const others = Array.from({ length: threads - 1 }, () => shareInThread(arrival));
  // Loaded only now: the other threads count while this one waits for a database.
  const { openWriter, writeTables } = await import('./day-tables.ts');
  const opening = openWriter(tables);
  const shares = await Promise.all([countShare(arrival), ...others]);
  let last = performance.now();
  const spent: Record<string, number> = {};
  const spend = (stage: string): void => {
    const now = performance.now();
    spent[stage] = now - last;
    last = now;
  };
  const writer = await opening;
  try {
    const { state, said, year } = await readArrival(arrival);
    const folded = foldedOf(year);
    const totals = emptyTotals(sizesOf(folded));
    readTotals(arrival.yesterday, state, totals);
    for (const { change } of shares) addTally(totals, change);
    const crc = writeTotals(arrival.today, totals);
    spend('totals');
    await writeTables({ writer, folder: tables }, folded, totals);
    spend('tables');
    const parts = shares.flatMap((share) => share.parts);
    if (parts.length !== said.parts.length) throw new Error('Not every part was counted');
    await writeAbout(arrival.today, { asOf: said.day, ground: said.ground, parts, totals: crc });
    spend('about');
  } finally {
    writer.close();
  }
  return [...shares.map((share) => share.spent), spent];
}

function shareInThread(arrival: Arrival): Promise<Share> {
  return new Promise((done, fail) => {
    // As source it is TypeScript; where it is built it stands beside this one.
    const file = import.meta.url.endsWith('.ts') ? './day-worker.ts' : './day-worker.js';
    const worker = new Worker(new URL(file, import.meta.url), { workerData: arrival });
    worker.once('message', done);
    worker.once('error', fail);
  });
}
