import { readdirSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { areaAt, importFiles, listAreaFiles, openStore, type OpenArea } from '#exchange/area-files';
import { fixedClock, instantOf } from '#kernel';
import { addTally, countAccount, countYear, writeAccount, type Folded } from '#lost-learning';
import { randomArea, workFolder } from '../index.ts';

/** After anything in the area, so that its folded register can be kept. */
const clock = fixedClock(instantOf(Date.UTC(2040, 0, 1)));
const LAST_DAY = 365;

/** An area in which schools have authorities of their own, so that its folded register has many parts. */
let place: string;
let open: OpenArea;
let folded: Folded;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'kith-threads-'));
  const received = join(place, 'received');
  await mkdir(received);
  let school = 0;
  for (const { name, text } of randomArea(1000, { schools: 8, children: 60, years: [2024] })) {
    const apart = text.replaceAll(/(?<=^|,)(801|802|302|399)(?=,|$)/gm, () => String(801 + (school++ % 9)));
    await writeFile(join(received, name), name.startsWith('schools') ? apart : text);
  }
  await importFiles(areaAt(join(place, 'store')), await listAreaFiles(received), { clock, by: 'test' });
  open = await openStore(areaAt(join(place, 'store')), {});
  // The first makes the folded register and keeps a copy, which the second counts.
  await countAccount(open, {}, clock);
  folded = (await countAccount(open, {}, clock)).folded;
});
afterAll(async () => {
  await open.close();
  await rm(place, { recursive: true });
});

/** Threads started by a test; one that has ended has no number any more. */
let threads: Worker[] = [];
const onThread = (thread: Worker): void => void threads.push(thread);
beforeEach(() => {
  threads = [];
  process.on('worker', onThread);
});
afterEach(() => void process.off('worker', onThread));
const numbers = (): readonly number[] => threads.map(({ threadId }) => threadId);

test('sums of any split of the parts, added up, are the sums of all', async () => {
  expect(folded.parts.length).toBeGreaterThan(4);
  const whole = await countYear(folded, LAST_DAY, { processors: 1 });
  const splits = fc.array(fc.nat(2), { minLength: folded.parts.length, maxLength: folded.parts.length });
  await fc.assert(
    fc.asyncProperty(splits, async (split) => {
      const [first, ...others] = await Promise.all(
        [0, 1, 2].map((nth) => {
          const parts = folded.parts.filter((_, at) => split[at] === nth);
          return countYear({ ...folded, parts }, LAST_DAY, { processors: 1 });
        }),
      );
      if (!first) throw new Error('three were counted');
      for (const other of others) addTally(first, other);
      expect(first).toEqual(whole);
    }),
    { numRuns: 5 },
  );
});

test('three threads count what one does, and tell of every child counted', async () => {
  const children = folded.parts.reduce((sum, part) => sum + part.children, 0);
  const told: (readonly [number, number])[] = [];
  const tally = await countYear(folded, LAST_DAY, { processors: 1 });
  const onProgress = (done: number, total: number): void => void told.push([done, total]);
  expect(await countYear(folded, LAST_DAY, { processors: 3, onProgress })).toEqual(tally);
  expect(told).toHaveLength(folded.parts.length);
  expect(told.at(-1)).toEqual([children, children]);
  expect(numbers()).toEqual([-1, -1]);
});

test('where one thread cannot go on, all end and its fault is told', async () => {
  // The largest part but one, with which the other thread begins.
  const [, second] = folded.parts.toSorted((a, b) => b.children - a.children);
  const file = `part=${second?.part ?? ''}.words`;
  const folder = await workFolder();
  await cp(folded.folder, folder, { recursive: true });
  await rm(join(folder, 'years', file));
  await expect(countYear({ ...folded, folder }, LAST_DAY, { processors: 2 })).rejects.toThrow(file);
  expect(numbers()).toEqual([-1]);
});

test('a part with other children than it says is not counted', async () => {
  const parts = folded.parts.map((part, at) => (at === 1 ? { ...part, children: part.children + 1 } : part));
  await expect(countYear({ ...folded, parts }, LAST_DAY, { processors: 1 })).rejects.toThrow('folded/children');
});

test('an account that two threads were writing leaves nothing where it fails', async () => {
  const to = await workFolder();
  const onProgress = (step: string): void => {
    if (step === 'counting') throw new Error('no more');
  };
  const written = writeAccount(open, {}, clock, join(to, 'account'), { processors: 2, onProgress });
  await expect(written).rejects.toThrow('no more');
  expect(await readdir(to)).toEqual([]);
  expect(numbers()).toEqual([-1]);
});

test('what is damaged while two threads count it is made again, and all of it counted', async () => {
  const store = join(await workFolder(), 'store');
  await cp(join(place, 'store'), store, { recursive: true });
  const area = await openStore(areaAt(store), {});
  const to = await workFolder();
  const told: string[] = [];
  const onProgress = (step: string): void => {
    if (told.length === 0) rmSync(join(store, 'derived'), { recursive: true, force: true });
    if (told.at(-1) !== step) told.push(step);
  };
  const { tally } = await writeAccount(area, {}, clock, join(to, 'account'), { processors: 2, onProgress });
  expect(told).toEqual(['counting', 'damaged', 'folding', 'counting']);
  expect(tally).toEqual((await countAccount(open, {}, clock)).tally);
  await area.close();
});

test('what is damaged while it is counted again too is told, and not tried for ever', async () => {
  const store = join(await workFolder(), 'store');
  await cp(join(place, 'store'), store, { recursive: true });
  const area = await openStore(areaAt(store), {});
  const told: string[] = [];
  const onProgress = (step: string): void => {
    if (told.at(-1) !== step) told.push(step);
    if (step !== 'counting') return;
    rmSync(join(store, 'derived'), { recursive: true, force: true });
    for (const name of readdirSync(area.scratch))
      rmSync(join(area.scratch, name, 'folded', 'years'), { recursive: true, force: true });
  };
  await expect(countAccount(area, {}, clock, { onProgress })).rejects.toThrow('folded/damaged');
  expect(told).toEqual(['counting', 'damaged', 'folding', 'counting']);
  await area.close();
});

test('whoever follows the progress may end it, whichever thread it is told by', async () => {
  for (const nth of [1, folded.parts.length]) {
    let told = 0;
    const onProgress = (): void => {
      told += 1;
      if (told === nth) throw new Error('no more');
    };
    await expect(countYear(folded, LAST_DAY, { processors: 2, onProgress })).rejects.toThrow('no more');
  }
  expect(numbers()).toEqual([-1, -1]);
});
