import { readdirSync, writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** Steps of niceness: a third of the weight, where a page and this want the same processor (sched(7)). */
const STEPS = 5;
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

/**
 * The same for a process that was started in a session of its own: Linux shares processors among sessions first, and
 * counts the niceness of threads only within one (sched(7), autogroup).
 */
export function goBehindOtherSessions(): void {
  goBehindOthers();
  try {
    writeFileSync('/proc/self/autogroup', String(STEPS));
  } catch {
    // No such Linux: niceness counts everywhere.
  }
}

function threadsHere(): readonly number[] {
  try {
    return readdirSync('/proc/self/task').map(Number);
  } catch {
    return [0];
  }
}
