import { Hono, type Context } from 'hono';
import { checkedGuide, type CheckedStatement } from '#place';
import type { WebContext } from '../../context.ts';
import { guideCsv, guideRowsCsv } from './guide-csv.ts';
import { GuidePage } from './guide-page.tsx';
import { GuideStatementPage } from './guide-statement-page.tsx';

/** The guide’s figures and statements, checked: all of them, one of them, and both as files. */
export function guidePages(web: WebContext): Hono {
  const app = new Hono();

  app.get('/guide', async (context) => context.html(await GuidePage(web)));

  app.get('/guide.csv', async (context) =>
    answerCsv(context, 'guide-checked', guideCsv(await checkedGuide(web.published))),
  );

  app.get('/guide/:id', async (context) => {
    const one = await findStatement(web, context.req.param('id'));
    return one ? context.html(GuideStatementPage(web, one)) : context.notFound();
  });

  app.get('/guide/:id/rows.csv', async (context) => {
    const one = await findStatement(web, context.req.param('id'));
    return one ? answerCsv(context, `guide-${one.id}`, guideRowsCsv(web.published, one)) : context.notFound();
  });

  return app;
}

async function findStatement(web: WebContext, id: string): Promise<CheckedStatement | undefined> {
  return (await checkedGuide(web.published)).find((one) => one.id === id);
}

function answerCsv(context: Context, name: string, body: string): Response {
  return context.body(body, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  });
}
