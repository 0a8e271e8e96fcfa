import { readdirSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** Steps of niceness: a tenth of the weight, where a page and this want the same processor (sched(7)). */
const STEPS = 10;
const LAST = 19;

/**
 * Lets everything else on the machine go first: what is worked out may take longer, and whoever opens a page does not wait
 * for it. On Linux a thread has a priority of its own and hands it on to those it starts, so every thread is told.
 */
export function goBehindOthers(): void {
  for (const thread of threadsHere()) {
    try {
      setPriority(thread, Math.min(LAST, getPriority(thread) + STEPS));
    } catch {
      // A thread that has just ended, or a machine that does not let us: the work is done all the same.
    }
  }
}

function threadsHere(): readonly number[] {
  try {
    return readdirSync('/proc/self/task').map(Number);
  } catch {
    return [0];
  }
}
