import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { secureHeaders } from 'hono/secure-headers';
import { messageOf, Refusal } from '#kernel';
import { t } from '#language';
import type { WebContext } from './context.ts';
import { contentSecurityPolicy, InEnglish } from './layout/index.ts';
import { inLanguageAsked, inPageLanguage } from './page-language.ts';
import { shell } from './shell.tsx';
import { staticAssets } from './static/index.ts';
import { publicApi } from './api/index.ts';
import { accessPages } from './pages/access/index.ts';
import { accountabilityPages } from './pages/accountability/index.ts';
import { worklistPages } from './pages/worklists/index.ts';
import { areaFilesPages } from './pages/area-files/index.ts';
import { lostLearningPages } from './pages/lost-learning/index.ts';
import { openDataPages } from './pages/open-data/index.ts';
import { qualityPages } from './pages/quality/index.ts';
import { paperPages } from './pages/paper/index.ts';
import { placePages } from './pages/place/index.ts';
import { whyDifferentPages } from './pages/why-different/index.ts';
import { termsPages } from './pages/terms/index.ts';
import { referencePages } from './pages/reference/index.ts';

/** The pages as one handler of requests. Only loopback names are answered, so that no other site can reach them. */
export function createWeb(web: WebContext): Hono {
  const app = new Hono();
  app.use(onlyLoopback);
  app.use(
    secureHeaders({
      crossOriginResourcePolicy: 'same-origin',
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  );
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', contentSecurityPolicy);
    // Assets and the public API say themselves how long they may be kept; what may be personal never is.
    if (!/^\/(assets|api)\//.test(context.req.path)) context.header('Cache-Control', 'no-store');
  });
  app.use(inLanguageAsked);
  app.use(csrf());
  app.use('/children/*', bodyLimit({ maxSize: 64 * 1024 }));
  for (const asset of staticAssets()) {
    app.get(asset.path, (context) =>
      context.body(asset.body, 200, {
        'Content-Type': asset.type,
        ETag: asset.etag,
        'Cache-Control': 'public, max-age=31536000, immutable',
      }),
    );
  }
  app.get('/favicon.ico', (context) => context.body(null, 204));
  app.route('/', lostLearningPages(web));
  app.route('/', accessPages(web));
  app.route('/', worklistPages(web));
  app.route('/', paperPages(web));
  app.route('/', areaFilesPages(web));
  app.route('/', qualityPages(web));
  app.route('/', termsPages(web));
  app.route('/', whyDifferentPages(web));
  app.route('/', placePages(web));
  app.route('/', referencePages(web));
  app.route('/', openDataPages(web));
  app.route('/', publicApi(web));
  app.route('/', accountabilityPages(web));
  app.notFound((context) => inPageLanguage(() => context.html(<NotFound web={web} />, 404)));
  app.onError((error, context) => inPageLanguage(() => answerError(web, error, context)));
  return app;
}

/** Names under which this machine is itself. Another name in the Host header is a page elsewhere reaching in (DNS rebinding). */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

function onlyLoopback(context: Context, next: () => Promise<void>): Promise<void> {
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  if (!LOOPBACK.test(host))
    throw new HTTPException(421, { message: 'This Kith answers on this machine only, at 127.0.0.1.' });
  // A page elsewhere may lead here, and may not fetch from here: that would write looks into the trace in someone’s name.
  if (context.req.header('sec-fetch-site') === 'cross-site' && context.req.header('sec-fetch-mode') !== 'navigate')
    throw new HTTPException(403, {
      message: 'Another site may not fetch pages of this Kith. Open the address itself.',
    });
  // No name, class or number has it, and no database takes it.
  if (/%00/.test(context.req.url))
    throw new HTTPException(400, { message: 'The address holds a sign that nothing has (%00). Leave it out.' });
  return next();
}

function NotFound({ web }: { readonly web: WebContext }): JSX.Element {
  return shell(web, {
    section: 'none',
    title: t('answers.not-found'),
    children: <p class="govuk-body">{t('answers.not-found.text')}</p>,
  });
}

/** Expected refusals are told; what is our own fault is told without detail, and logged without personal data. */
async function answerError(web: WebContext, error: Error, context: Context): Promise<Response> {
  if (error instanceof HTTPException) return context.text(error.message, error.status);
  const refused = error instanceof Refusal;
  if (!refused)
    process.stderr.write(
      `web: ${context.req.method} ${context.req.routePath}: ${error.name}: ${messageOf(error).slice(0, 200)}\n`,
    );
  const page = shell(web, {
    section: 'none',
    title: t(refused ? 'answers.refused' : 'answers.wrong'),
    children: <p class="govuk-body">{refused ? <InEnglish>{error.message}</InEnglish> : t('answers.wrong.text')}</p>,
  });
  return context.html(page, refused ? 400 : 500);
}
