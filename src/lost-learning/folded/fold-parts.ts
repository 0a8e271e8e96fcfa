import { fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { broken } from '#kernel';
import { withBench, type BenchPlan } from './bench.ts';
import { makePart, type MadePart } from './fold-part.ts';
import type { PartInputs } from './part-inputs.ts';
import type { Answer } from './work-at-bench.ts';

/** With fewer a worker takes longer to start than it saves. */
export const CHILDREN_A_WORKER = 50_000;

export type Workforce = {
  /** Parts side by side at most: as many as there are processors. */
  readonly workers: number;
  /** The most memory of all their warehouses together, in MiB. */
  readonly mebibytes: number;
  /** How many children are worth a worker. */
  readonly childrenEach: number;
};

/** Folds parts, side by side where there are enough children for it; in the order in which they are given, largest first. */
export async function foldParts(
  parts: readonly PartInputs[],
  plan: Omit<BenchPlan, 'memoryLimit' | 'threads'>,
  { workers, mebibytes, childrenEach }: Workforce,
  onFolded: (children: number) => void,
): Promise<readonly MadePart[]> {
  const childrenOf = new Map(parts.map(({ share }) => [share.part, share.children]));
  const children = [...childrenOf.values()].reduce((sum, some) => sum + some, 0);
  const side = Math.min(workers, parts.length, Math.ceil(children / childrenEach));
  const memoryLimit = `${Math.floor(mebibytes / Math.max(1, side))}MiB`;
  const done: MadePart[] = [];
  const keep = (made: MadePart): void => {
    done.push(made);
    onFolded(childrenOf.get(made.part.part) ?? 0);
  };
  if (side <= 1) {
    await withBench({ ...plan, memoryLimit, threads: undefined }, async (bench) => {
      for (const inputs of parts) keep(await makePart(bench, inputs));
    });
  } else {
    const queue = parts.values();
    const next = (): PartInputs | undefined => queue.next().value;
    await allOrNone(Array.from({ length: side }, () => startWorker({ ...plan, memoryLimit, threads: 1 }, next, keep)));
  }
  return done.toSorted((one, other) => (one.part.part < other.part.part ? -1 : 1));
}

type Started = { readonly done: Promise<void>; readonly stop: () => Promise<void> };

/** Waits for all; where one fails the others are stopped first, so that nothing goes on behind a fault. */
async function allOrNone(started: readonly Started[]): Promise<void> {
  try {
    await Promise.all(started.map(({ done }) => done));
  } finally {
    await Promise.all(started.map(({ stop }) => stop()));
  }
}

/** A process of its own, not a thread: it can be ended in the middle of a statement, and its memory goes with it. */
function startWorker(plan: BenchPlan, next: () => PartInputs | undefined, keep: (made: MadePart) => void): Started {
  // Of the settings of whoever started this, among which are secrets, it has none: only where passing files go.
  const env = { TMPDIR: tmpdir() };
  const worker = fork(new URL('./fold-worker.mjs', import.meta.url), { execArgv: [], env });
  const gone = new Promise<void>((resolve) => worker.once('close', () => resolve()));
  const done = new Promise<void>((resolve, reject) => {
    worker.on('message', (said: Answer) => {
      if (said.kind === 'failed') {
        reject(Object.assign(new Error(said.message), said.code === undefined ? {} : { code: said.code }));
        return;
      }
      if (said.kind === 'made') keep(said.made);
      worker.send({ inputs: next() });
    });
    worker.on('error', reject);
    worker.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(broken('folded/worker', `a process that folded a part ended with ${String(signal ?? code)}`));
    });
  });
  worker.send(plan);
  return {
    done,
    stop: async () => {
      worker.kill('SIGKILL');
      await gone;
    },
  };
}
