import { Hono } from 'hono';
import { checkedGuide, type CheckedStatement } from '#place';
import { csv } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { guideCsv, guideRowsCsv } from './guide-csv.ts';
import { GuidePage } from './guide-page.tsx';
import { GuideStatementPage } from './guide-statement-page.tsx';

/** The guide’s figures and statements, checked: all of them, one of them, and both as files. */
export function guidePages(web: WebContext): Hono {
  const app = new Hono();

  app.get('/guide', async (context) => context.html(await GuidePage(web)));

  app.get('/guide.csv', async (context) => csv(context, guideCsv(await checkedGuide(web.published)), 'guide-checked'));

  app.get('/guide/:id', async (context) => {
    const one = await findStatement(web, context.req.param('id'));
    return one ? context.html(GuideStatementPage(web, one)) : context.notFound();
  });

  app.get('/guide/:id/rows.csv', async (context) => {
    const one = await findStatement(web, context.req.param('id'));
    return one ? csv(context, guideRowsCsv(web.published, one), `guide-${one.id}`) : context.notFound();
  });

  return app;
}

async function findStatement(web: WebContext, id: string): Promise<CheckedStatement | undefined> {
  return (await checkedGuide(web.published)).find((one) => one.id === id);
}
