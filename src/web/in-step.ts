import { setTimeout as pause } from 'node:timers/promises';
import type { Context, Next } from 'hono';
import type { WebContext } from './context.ts';

/** Longer than such an answer takes, and shorter than anybody minds. */
const STEP = 100;

/**
 * A database finds sooner that there is no row than that a row may not be seen: it works out what its policies ask when it
 * meets the first row. So an answer that something is not there, and one to whoever searches for children by name or number,
 * is sent at a step of time after the request came, whichever it was.
 */
export function answerInStep({
  clock,
  wait = pause,
}: Pick<WebContext, 'clock' | 'wait'>): (context: Context, next: Next) => Promise<void> {
  return async (context, next) => {
    const began = clock.milliseconds();
    await next();
    const tells = context.res.status === 404 || isSearch(context);
    if (tells) await wait(restOfStep(clock.milliseconds() - began));
  };
}

function isSearch({ req }: Context): boolean {
  return /^\/children(?:\.|$)/.test(req.path) && (req.query('find') ?? '').trim() !== '';
}

/** Milliseconds from `passed` to the next step. A clock that was set back in between makes it wait a whole one. */
export function restOfStep(passed: number): number {
  return STEP - (Math.max(0, passed) % STEP);
}
