import { Hono, type Context } from 'hono';
import { termNames } from '#kernel';
import { t } from '#language';
import { findPageQuestion, findTermName, listTermsOf, makeGovernorsPage, renderPdf, type GovernorsPage } from '#paper';
import { fileYear, type Answer } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { shell } from '../../shell.tsx';
import { withAccount, type Account } from '../lost-learning/looking.tsx';
import { paperPage, type Asked } from './paper-page.tsx';

/** One page for governors about a school’s term: to read on a page, and as PDF. */
export function paperPages(web: WebContext): Hono {
  const app = new Hono();
  const answer = (
    context: Context,
    made: (page: GovernorsPage, asked: Asked, account: Account) => Promise<Answer>,
  ): Promise<Response> => {
    const urn = Number(context.req.param('urn'));
    return withAccount(web, context, { section: 'schools', subject: { kind: 'school', urn } }, async (account) => {
      const { aggregates, year } = account;
      const terms = (await listTermsOf(aggregates, urn, year)).flatMap((no) => termNames[no - 1] ?? []);
      const term = findTermName(context.req.query('term') ?? '') ?? terms.at(-1) ?? 'autumn';
      const question = await findPageQuestion(aggregates, { urn, year, term, invented: web.area.demonstration });
      if (!question) return context.html(noSchool(web), 404);
      const page = await makeGovernorsPage(web.published, question);
      return made(page, { school: question.school, year, term, terms }, account);
    });
  };

  app.get('/schools/:urn{[0-9]{6}}/paper', (context) =>
    answer(context, async (page, asked, account) => paperPage(web, account, page, asked)),
  );

  app.get('/schools/:urn{[0-9]{6}}/paper.pdf', (context) =>
    answer(context, async (page, { school, year, term }) => {
      const name = `governors-${school.urn}-${fileYear(year)}-${term}.pdf`;
      return context.body(new Uint8Array(await renderPdf(page)), 200, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="${name}"`,
      });
    }),
  );

  return app;
}

function noSchool(web: WebContext) {
  return shell(web, {
    section: 'schools',
    title: t('paper.no-school'),
    children: <p class="govuk-body">{t('paper.no-school.text')}</p>,
  });
}
