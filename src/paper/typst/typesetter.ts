import { Worker } from 'node:worker_threads';
import { z } from 'zod';

const answer = z.discriminatedUnion('kind', [
  z.object({ id: z.number(), kind: z.literal('made'), pdf: z.instanceof(Uint8Array) }),
  z.object({ id: z.number(), kind: z.literal('too-long') }),
  z.object({ id: z.number(), kind: z.literal('failed'), reason: z.string() }),
]);
export type Typeset = z.infer<typeof answer>;

/** Pages that one thread sets before another takes its place, and how long it waits for the next. */
const PAGES_A_THREAD = 40;
const IDLE_MS = 60_000;

type Thread = {
  readonly worker: Worker;
  readonly waiting: Map<number, { readonly done: (made: Typeset) => void; readonly fail: (error: Error) => void }>;
  set: number;
  idle: NodeJS.Timeout | undefined;
};

let thread: Thread | undefined;
let last = 0;

/** Sets a document on one page in the first of some sizes in which it fits; the thread starts with the first of them. */
export function setPage(page: string, sizes: readonly number[]): Promise<Typeset> {
  thread ??= start();
  const mine = thread;
  clearTimeout(mine.idle);
  // Held only while something is asked of it, so that it keeps no command from ending.
  mine.worker.ref();
  const id = (last += 1);
  return new Promise<Typeset>((done, fail) => {
    mine.waiting.set(id, { done, fail });
    mine.worker.postMessage({ id, page, sizes });
    mine.set += 1;
    if (mine.set >= PAGES_A_THREAD && thread === mine) thread = undefined;
  });
}

function start(): Thread {
  const worker = new Worker(new URL('./typst-worker.mjs', import.meta.url));
  const mine: Thread = { worker, waiting: new Map(), set: 0, idle: undefined };
  worker.on('message', (message: unknown) => {
    const made = answer.parse(message);
    const asked = mine.waiting.get(made.id);
    mine.waiting.delete(made.id);
    if (mine.waiting.size === 0) rest(mine);
    asked?.done(made);
  });
  worker.on('error', (error) => {
    if (thread === mine) thread = undefined;
    for (const { fail } of mine.waiting.values()) fail(error);
    mine.waiting.clear();
  });
  return mine;
}

function rest(mine: Thread): void {
  mine.worker.unref();
  const end = (): void => {
    if (thread === mine) thread = undefined;
    void mine.worker.terminate();
  };
  if (thread !== mine) end();
  else mine.idle = setTimeout(end, IDLE_MS).unref();
}
