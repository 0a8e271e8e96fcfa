import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { WebContext } from './context.ts';

/** Tells whoever runs this of each answer, and the browser its number, so that a person can name it to them. */
export function tellAnswers(app: Hono, web: WebContext): void {
  app.use(async (context, next) => {
    const id = randomUUID();
    const began = web.clock.milliseconds();
    await next();
    context.header('X-Request-Id', id);
    // What is open is closed, so that whoever asks again asks another process.
    if (web.operation?.isStopping() === true) context.header('Connection', 'close');
    web.operation?.onAnswer?.({
      id,
      at: web.clock.now(),
      method: KNOWN.test(context.req.method) ? context.req.method : 'OTHER',
      route: routeOf(context),
      status: context.res.status,
      milliseconds: Math.round(web.clock.milliseconds() - began),
    });
  });
}

/** A method is whatever somebody sends: only those that exist are repeated. */
const KNOWN = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;

function routeOf(context: Context): string {
  return matchedRoutes(context).find(({ method }) => method !== 'ALL')?.path ?? 'none';
}
