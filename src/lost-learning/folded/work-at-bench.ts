import { broken, messageOf, ownFaultWords } from '#kernel';
import { withBench, type BenchPlan } from './bench.ts';
import { makePart, type MadePart } from './fold-part.ts';
import type { PartInputs } from './part-inputs.ts';

/** What a worker process says: that it can take a part, what it made of one and can take the next, or why it stopped. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'made'; readonly made: MadePart }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | undefined };

/** In a worker process: folds the parts that it is given, one after another, until it is told that there are no more. */
export async function workAtBench(): Promise<void> {
  // What Node would print of a fault may hold what stood in a row.
  process.once('uncaughtException', (error) => {
    process.stderr.write(`A part of the register could not be folded: ${ownFaultWords(error)}.\n`);
    process.exit(1);
  });
  // Whoever started it is gone: nobody waits for the rest.
  process.once('disconnect', stopAlone);
  const said = messages();
  const answer = (one: Answer): void => void process.send?.(one);
  try {
    await withBench(parsePlan((await said.next()).value), async (bench) => {
      answer({ kind: 'ready' });
      for (;;) {
        const { inputs } = parseInputs((await said.next()).value);
        if (inputs === undefined) return;
        answer({ kind: 'made', made: await makePart(bench, inputs) });
      }
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    answer({ kind: 'failed', message: messageOf(error), code });
    return;
  }
  process.off('disconnect', stopAlone);
  process.disconnect?.();
}

function stopAlone(): never {
  throw broken('folded/worker', 'nobody waits for the parts any more');
}

async function* messages(): AsyncGenerator<unknown, undefined> {
  const waiting: unknown[] = [];
  let wake: () => void = () => undefined;
  process.on('message', (message) => {
    waiting.push(message);
    wake();
  });
  for (;;) {
    if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    else yield waiting.shift();
  }
}

// Both come from fold-parts.ts, which has their types.
function parsePlan(message: unknown): BenchPlan {
  return message as BenchPlan;
}

function parseInputs(message: unknown): { readonly inputs?: PartInputs } {
  return message as { readonly inputs?: PartInputs };
}
