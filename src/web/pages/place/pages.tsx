import { Hono, type Context } from 'hono';
import { findReplyPromise, listChallenges } from '#accountability';
import { findMeasure } from '#place';
import { maySpeak } from '../../may.ts';
import { acting } from '../accountability/acting.tsx';
import { csv, fileYear } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { guidePages } from './guide-pages.ts';
import { nationalCsv } from './national-csv.ts';
import { NationalPage } from './national-page.tsx';
import { readChoice, readPicture, type Asked } from './picture.ts';
import { periodSlug } from './published-period.ts';
import { NoSuchStatistic } from './no-such-statistic.tsx';
import { statisticCsv } from './statistic-csv.ts';
import { StatisticPage } from './statistic-page.tsx';
import { readStatistic } from './statistic.ts';
import { StatisticsPage } from './statistics-page.tsx';
import { compareRoutes } from './compare-routes.tsx';
import { readAskedVariation } from './variation.ts';
import { VariationPage } from './variation-page.tsx';
import { readGroupsBeside } from './groups.ts';
import { GroupsPage } from './groups-page.tsx';
import { MethodsPage } from './methods-page.tsx';
import { profileRoutes } from './place-routes.tsx';

/** What DfE publishes for England. Nothing here is about this area’s children, so no permit is needed. */
export function placePages(web: WebContext): Hono {
  const app = new Hono();

  app.get('/national', async (context) => {
    const choice = await readChoice(web.published, askedOf(context));
    const picture = await readPicture(web.published, choice);
    return context.html(await NationalPage(web, choice, picture));
  });

  app.get('/national.csv', async (context) => {
    const choice = await readChoice(web.published, askedOf(context));
    const picture = await readPicture(web.published, choice);
    const name = `${choice.measure.id}-${fileYear(periodSlug(choice.period))}`;
    return csv(context, nationalCsv(web.published, choice, picture), name);
  });

  app.route('/', guidePages(web));

  app.get('/statistics', (context) => {
    const { topic, find } = context.req.query();
    return context.html(StatisticsPage(web, { topic, find }));
  });

  app.get('/statistics/:measure', async (context) => {
    const [, id = '', asCsv] = /^(.*?)(\.csv)?$/.exec(context.req.param('measure')) ?? [];
    const measure = findMeasure(id);
    if (!measure) return context.html(NoSuchStatistic(web, id), 404);
    const statistic = await readStatistic(web.published, measure, context.req.query('place'));
    if (asCsv === undefined) return context.html(StatisticPage(web, statistic));
    const { place } = statistic;
    return csv(context, await statisticCsv(web.published, measure, place), `${measure.id}-${place.code}`);
  });

  app.get('/variation', async (context) => {
    const { measure, period } = context.req.query();
    return context.html(VariationPage(web, await readAskedVariation(web.published, { measure, period })));
  });

  app.get('/groups', async (context) => {
    const { measure, place, period, schools } = context.req.query();
    const asked = await readGroupsBeside(web.published, { measure, place, period, schools });
    return context.html(await GroupsPage(web, asked));
  });

  app.get('/methods', async (context) => {
    const said = maySpeak(web)
      ? await acting(web, async (tx) => ({
          challenges: await listChallenges(tx),
          promise: await findReplyPromise(tx),
        }))
      : { challenges: [], promise: undefined };
    return context.html(MethodsPage(web, said));
  });

  app.route('/', profileRoutes(web));
  app.route('/', compareRoutes(web));
  return app;
}

function askedOf(context: Context): Asked {
  return {
    measure: context.req.query('measure'),
    period: context.req.query('period'),
    region: context.req.query('region'),
  };
}
