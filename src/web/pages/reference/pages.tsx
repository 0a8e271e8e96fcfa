import { Hono } from 'hono';
import { findMeasure } from '#place';
import type { WebContext } from '../../context.ts';
import { LOST_DAYS } from '../place/lost-days-section.tsx';
import { CodesPage } from './codes-page.tsx';
import { answerForms } from './forms-page.tsx';
import { answerHowAccount } from './how-account.tsx';
import { HowLostDays } from './how-lost-days.tsx';
import { findPublishedPlace, HowPublished, type AskedFigure } from './how-published.tsx';
import { findReferenceMeasure } from './measure.ts';
import { MeasuresPage } from './measures-page.tsx';
import { NoSuchFigure } from './no-such-figure.tsx';
import { findScope } from './scope.ts';

/** What numbers, codes and forms mean, and how each number was worked out. */
export function referencePages(web: WebContext): Hono {
  const app = new Hono();
  app.get('/measures', (context) => context.html(MeasuresPage(web)));
  app.get('/codes', (context) => context.html(CodesPage(web)));
  app.get('/forms', (context) => answerForms(web, context));

  app.get('/how/:measure/:scope', async (context) => {
    const { measure: id, scope: text } = context.req.param();
    const [measure, scope] = [findReferenceMeasure(id), findScope(text)];
    if (measure && scope) return answerHowAccount(web, context, measure, scope);
    const query = context.req.query();
    const asked = { period: query['period'] ?? query['year'], group: query['group'], schools: query['schools'] };
    const page = await findPublished(web, id, text, asked);
    return page ? context.html(page) : context.html(NoSuchFigure(web, measure?.title ?? id), 404);
  });
  return app;
}

async function findPublished(
  web: WebContext,
  id: string,
  text: string,
  asked: AskedFigure,
): ReturnType<typeof HowLostDays> {
  const [published, place] = [findMeasure(id), findPublishedPlace(text)];
  if (id === LOST_DAYS && place?.level === 'country') return HowLostDays(web, asked.period);
  return published && place ? HowPublished(web, published, place, asked) : undefined;
}
