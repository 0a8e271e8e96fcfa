import { Hono, type Context } from 'hono';
import { periodSlug } from '#place';
import { csv, fileYear } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { compareCsv } from './compare-csv.ts';
import { ComparePage } from './compare-page.tsx';
import { readComparison, type AskedComparison } from './compare.ts';

/** One measure in every authority. What is not like with like is refused as a page, not as an error. */
export function compareRoutes(web: WebContext): Hono {
  const app = new Hono();

  app.get('/compare', async (context) => {
    const asked = await readComparison(web.published, askedOf(context));
    return context.html(await ComparePage(web, asked), asked.kind === 'refused' ? 400 : 200);
  });

  app.get('/compare.csv', async (context) => {
    const asked = await readComparison(web.published, askedOf(context));
    if (asked.kind === 'refused') return context.text(`${asked.reasons.join('\n')}\n`, 400);
    const name = `${asked.measure.id}-${fileYear(periodSlug(asked.field.period))}-compared`;
    return csv(context, compareCsv(web.published, asked.field, asked.cautions), name);
  });

  return app;
}

function askedOf(context: Context): AskedComparison {
  const all = (name: string): readonly string[] => (context.req.queries(name) ?? []).filter((text) => text !== '');
  return {
    measures: all('measure'),
    periods: all('period'),
    groups: all('group'),
    places: all('place'),
    region: context.req.query('region'),
  };
}
