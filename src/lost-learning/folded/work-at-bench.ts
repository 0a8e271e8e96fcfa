import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '#kernel';
import { withBench, type BenchPlan } from './bench.ts';
import { makePart, type MadePart } from './fold-part.ts';
import type { PartInputs } from './part-inputs.ts';

/** What a worker thread answers to each part that it is given. */
export type Answer =
  | { readonly kind: 'made'; readonly made: MadePart }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | undefined };

/** In a worker thread: folds the parts that it is given, one after another, until it is told that there are no more. */
export async function workAtBench(): Promise<void> {
  const port = parentPort;
  if (!port) return;
  const answer = (said: Answer | 'ready'): void => port.postMessage(said);
  try {
    await withBench(planOf(workerData), async (bench) => {
      for (;;) {
        const next = once(port, 'message');
        answer('ready');
        const [inputs] = inputsOf(await next);
        if (inputs === undefined) return;
        answer({ kind: 'made', made: await makePart(bench, inputs) });
      }
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    answer({ kind: 'failed', message: messageOf(error), code });
  }
  port.close();
}

// Both come from fold-parts.ts, which has their types.
function planOf(data: unknown): BenchPlan {
  return data as BenchPlan;
}

function inputsOf(message: readonly unknown[]): readonly [PartInputs | undefined] {
  return message as unknown as readonly [PartInputs | undefined];
}
