import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '#kernel';
import type { Phase } from './report.ts';
import { runKith, type Server } from './server.ts';

/** What runs beside the pages while they are measured, from rest to rest. */
export type Beside = {
  readonly phase: () => Phase;
  readonly isOver: () => boolean;
  /** Seconds that each part took. */
  readonly seconds: () => Readonly<Record<Phase, number>>;
  readonly done: Promise<void>;
};

/** How long the server is given to notice new files: somebody opens a page ten times a second, and a busy machine is slow. */
const NOTICES = 10_000;

/**
 * Rest; imports of these files one after another; publications until there is nothing newer, or for `most` seconds; rest.
 * An import goes on beside the publication of the one before it.
 */
export function runBeside(
  server: Server,
  area: string,
  files: readonly string[],
  { rest, most }: { readonly rest: number; readonly most: number },
): Beside {
  const already = server.published();
  let [importing, imported, over] = [false, 0, false];
  const seconds: Record<Phase, number> = { before: 0, import: 0, publication: 0, after: 0 };
  const phase = (): Phase => {
    if (server.isPublishing()) return 'publication';
    if (importing) return 'import';
    if (imported === 0) return 'before';
    // Until a request notices the new files.
    return server.published() === already ? 'publication' : 'after';
  };
  let last = systemClock.milliseconds();
  const clocked = setInterval(() => {
    const now = systemClock.milliseconds();
    seconds[phase()] += (now - last) / 1000;
    last = now;
  }, 100);
  const run = async (): Promise<void> => {
    await pause(rest * 1000);
    for (const file of files) {
      importing = true;
      await runKith(['import', file, '--store', join(area, '.kith')]);
      [importing, imported] = [false, imported + 1];
    }
    const enough = (): boolean => seconds.publication >= most;
    while (server.published() === already && !enough()) await pause(NOTICES);
    do await pause(NOTICES);
    while (server.isPublishing() && !enough());
    if (!server.isPublishing()) await pause(rest * 1000);
  };
  const done = run().finally(() => {
    clearInterval(clocked);
    over = true;
  });
  done.catch(() => undefined); // told of where it is awaited
  return { phase, isOver: () => over, seconds: () => ({ ...seconds }), done };
}
