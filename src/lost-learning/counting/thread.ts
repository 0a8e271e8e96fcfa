import { Worker, type MessagePort } from 'node:worker_threads';
import { broken } from '#kernel';
import type { Part } from '../folded/parts.ts';
import type { Counting } from './counting.ts';
import { countParts, withWriting } from './hand.ts';
import type { Tally } from './tally.ts';

/** What a thread tells: that a part is counted, and at the end its sums, or why there are none. */
type Told =
  | { readonly kind: 'part'; readonly children: number }
  | { readonly kind: 'counted'; readonly tally: Tally }
  | { readonly kind: 'failed'; readonly error: Error; readonly code: string | undefined };

/** What a thread is given. */
type Given = { readonly counting: Counting; readonly first: Part | undefined };

/** Counts a first part and more from the queue in a thread of its own. Done, or failed, when the thread has ended. */
export function countInThread(given: Given, onPart: (children: number) => void): Promise<Tally> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./count-worker.mjs', import.meta.url), { workerData: given, execArgv: [] });
    let tally: Tally | undefined;
    let fault: Error | undefined;
    worker.on('message', (told: Told) => {
      try {
        if (told.kind === 'counted') tally = told.tally;
        else if (told.kind === 'failed') fault = faultOf(told);
        else onPart(told.children);
      } catch (error) {
        fault ??= error instanceof Error ? error : new Error(String(error));
      }
    });
    worker.on('error', (error: Error) => (fault ??= error));
    worker.on('exit', (status) => {
      if (tally && fault === undefined) done(tally);
      else fail(fault ?? broken('counting/thread', `a thread that counted ended with status ${status}`));
    });
  });
}

/** What the thread does. Sums are handed over, not copied. */
export async function countHere({ counting, first }: Given, port: MessagePort): Promise<void> {
  const tell = (told: Told, handed: readonly ArrayBuffer[] = []): void => port.postMessage(told, handed);
  try {
    const onPart = (children: number): void => tell({ kind: 'part', children });
    const tally = await withWriting(counting, (writing) => countParts(writing, counting, first, onPart));
    tell(
      { kind: 'counted', tally },
      Object.values(tally).map(({ buffer }) => buffer),
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    const told = error instanceof Error ? error : new Error(String(error));
    tell({ kind: 'failed', error: told, code });
  }
}

/** An error crosses to another thread without its code: it gets it back. */
function faultOf({ error, code }: Told & { readonly kind: 'failed' }): Error {
  return code === undefined ? error : Object.assign(error, { code });
}
