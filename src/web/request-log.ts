import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { ownFaultOf, ownFaultWords, randomId, Refusal } from '#kernel';
import type { WebContext } from './context.ts';
import type { RefusalKind } from './operation.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** The number of this request, in its answer and in the log. */
    readonly requestId: string | undefined;
  }
}

/** Tells whoever runs this of each answer, and the browser its number, so that a person can name it to them. */
export function tellAnswers(app: Hono, web: WebContext): void {
  app.use(async (context, next) => {
    const id = randomId();
    context.set('requestId', id);
    const began = web.clock.milliseconds();
    const method = methodOf(context);
    web.operation?.onRequest?.(method);
    try {
      await next();
      context.res.headers.set('X-Request-Id', id);
      // What is open is closed, so that whoever asks again asks another process.
      if (web.operation?.isStopping() === true) context.res.headers.set('Connection', 'close');
    } finally {
      web.operation?.onAnswer?.({
        id,
        at: web.clock.now(),
        method,
        route: routeOf(context),
        status: context.res.status,
        milliseconds: Math.round(web.clock.milliseconds() - began),
        refused: refusalOf(context),
      });
    }
  });
}

/** Tells whoever runs this of our own fault: where it was, and never its message, which may hold what stood in a row. */
export function tellFault(web: WebContext, error: unknown, of: Context | string): void {
  const route = typeof of === 'string' ? of : routeOf(of);
  const about = typeof of === 'string' ? {} : { id: of.get('requestId') ?? '', method: methodOf(of) };
  if (web.operation?.onFault) web.operation.onFault({ ...about, at: web.clock.now(), route, fault: ownFaultOf(error) });
  else process.stderr.write(`web: ${about.method ?? ''} ${route} (${about.id ?? ''}): ${ownFaultWords(error)}\n`);
}

/** A method is whatever somebody sends: only those that exist are repeated. */
function methodOf({ req: { method } }: Context): string {
  return /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method) ? method : '_OTHER';
}

function routeOf(context: Context): string {
  return matchedRoutes(context).find(({ method }) => method !== 'ALL')?.path ?? 'none';
}

function refusalOf({ res: { status }, error }: Context): RefusalKind | undefined {
  if (error instanceof Refusal && error.code === 'access/not-permitted') return 'not-permitted';
  if (status === 403) return error instanceof HTTPException ? 'another-site' : 'not-permitted';
  return REFUSED[status];
}

const REFUSED: Readonly<Record<number, RefusalKind>> = {
  400: 'not-usable',
  413: 'not-usable',
  421: 'another-name',
  429: 'too-often',
};
