import { Hono, type Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Refusal } from '#kernel';
import { t } from '#language';
import { tellAnswers, tellFault } from './request-log.ts';
import type { WebContext } from './context.ts';
import { keepFrontDoor } from './front-door.ts';
import { keepHealth } from './health.ts';
import { answerInStep } from './in-step.ts';
import { InEnglish } from './layout/index.ts';
import { withinLimits } from './limits.tsx';
import { inLanguageAsked, inPageLanguage } from './page-language.ts';
import { askWho, withPerson } from './person.ts';
import { shell } from './shell.tsx';
import { staticAssets } from './static/index.ts';
import { askWaiting } from './waiting.ts';
import { publicApi } from './api/index.ts';
import { accessPages } from './pages/access/index.ts';
import { accountabilityPages } from './pages/accountability/index.ts';
import { worklistPages } from './pages/worklists/index.ts';
import { areaFilesPages } from './pages/area-files/index.ts';
import { lostLearningPages } from './pages/lost-learning/index.ts';
import { openDataPages } from './pages/open-data/index.ts';
import { qualityPages } from './pages/quality/index.ts';
import { paperPages } from './pages/paper/index.ts';
import { signInPages } from './pages/sign-in/index.ts';
import { placePages } from './pages/place/index.ts';
import { whyDifferentPages } from './pages/why-different/index.ts';
import { rightsPages } from './pages/rights/index.ts';
import { termsPages } from './pages/terms/index.ts';
import { referencePages } from './pages/reference/index.ts';

/** The pages as one handler of requests: what the front door lets in, and what whoever asks may ask for. */
export function createWeb(given: WebContext): Hono {
  const web = withPerson(given);
  const app = new Hono();
  tellAnswers(app, web);
  keepHealth(app, web);
  keepFrontDoor(app, web);
  app.use(inLanguageAsked);
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
  app.use(askWho(web));
  app.use(withinLimits(web));
  app.use(askWaiting(web));
  app.use(answerInStep(web));
  if (web.signIn) app.route('/', signInPages(web, web.signIn));
  app.route('/', lostLearningPages(web));
  app.route('/', accessPages(web));
  app.route('/', worklistPages(web));
  app.route('/', paperPages(web));
  app.route('/', areaFilesPages(web));
  app.route('/', qualityPages(web));
  app.route('/', termsPages(web));
  app.route('/', rightsPages(web));
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
  if (!refused) tellFault(web, error, context);
  const page = shell(web, {
    section: 'none',
    title: t(refused ? 'answers.refused' : 'answers.wrong'),
    children: refused ? (
      <p class="govuk-body">
        <InEnglish>{error.message}</InEnglish>
      </p>
    ) : (
      <>
        <p class="govuk-body">{t('answers.wrong.text')}</p>
        <p class="govuk-body">{t('answers.wrong.number', { number: context.get('requestId') ?? '' })}</p>
      </>
    ),
  });
  return context.html(page, refused ? 400 : 500);
}
