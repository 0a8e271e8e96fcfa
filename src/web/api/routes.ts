import { Hono, type Context } from 'hono';
import { Refusal } from '#kernel';
import type { WebContext } from '../context.ts';
import { tellFault } from '../request-log.ts';
import { urls } from '../urls.ts';
import { ENDPOINTS } from './endpoints.ts';
import { taggedAnswer } from './etag.ts';
import { openApiDocument } from './openapi.ts';
import { ApiProblem, problemAnswer } from './problem.ts';

/** Made when it is first asked for, and once: most who start Kith never ask. */
let description: string | undefined;

/** The public API, version 1. It reads releases and published statistics, never a child and never the account. */
export function publicApi(web: WebContext): Hono {
  const app = new Hono();
  app.get(urls.openApi(), (context) => {
    description ??= `${JSON.stringify(openApiDocument(), null, 1)}\n`;
    return taggedAnswer(
      { content: description, type: 'application/json; charset=utf-8', ofArea: false },
      context.req.header('if-none-match'),
    );
  });
  for (const { path, respond } of ENDPOINTS) {
    app.get(path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) =>
      taggedAnswer(
        await respond(web, context.req.param(), queryOf(context), new URL(context.req.url)),
        context.req.header('if-none-match'),
      ),
    );
  }
  app.get('/api/*', () => problemAnswer(404, `Check the address. ${urls.openApi()} lists those there are.`));
  app.onError((error, context) => {
    if (error instanceof ApiProblem) return problemAnswer(error.status, error.detail);
    if (error instanceof Refusal) return problemAnswer(500, error.message);
    tellFault(web, error, context);
    return problemAnswer(500, 'Try again; if it happens again, tell whoever runs this Kith.');
  });
  return app;
}

/** Each name once: of two values nobody could say which was meant. */
function queryOf(context: Context): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(context.req.queries()).map(([name, values]) => {
      const [value = ''] = values;
      if (values.length > 1) throw new ApiProblem(400, 'The query has a name twice. Give each once.');
      return [name, value];
    }),
  );
}
