import { Hono } from 'hono';
import { t } from '#language';
import { csv, fileYear } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { shell } from '../../shell.tsx';
import { withAccount } from '../lost-learning/looking.tsx';
import { listSchools } from '../lost-learning/read-account.ts';
import { readComparison } from './school-comparison.ts';
import { schoolComparedPage } from './school-compared-page.tsx';
import { schoolsComparedCsv } from './schools-compared-csv.ts';
import { schoolsComparedPage } from './schools-compared-page.tsx';

const AREA = { kind: 'area' } as const;

/** Schools beside what their own pupils would lead one to expect: all of a phase, one, and the table as CSV. */
export function schoolComparisonPages(web: WebContext): Hono {
  const app = new Hono();
  const noSchool = (text: string) => shell(web, { section: 'schools', title: t('compared.nothing'), children: text });

  app.get('/schools/compare', (context) =>
    withAccount(web, context, { section: 'schools', subject: AREA }, async (account) => {
      const read = await readComparison(account, context.req.query());
      return read ? schoolsComparedPage(web, account, read) : noSchool(t('compared.no-school'));
    }),
  );

  app.get('/schools/compare.csv', (context) =>
    withAccount(web, context, { section: 'schools', subject: AREA }, async (account) => {
      const read = await readComparison(account, context.req.query());
      if (!read) return noSchool(t('compared.no-school'));
      const { measure, phase } = read.asked;
      return csv(context, schoolsComparedCsv(read), `${measure.id}-${phase}-${fileYear(account.year)}`);
    }),
  );

  app.get('/schools/:urn{[0-9]{6}}/compare', (context) => {
    const urn = Number(context.req.param('urn'));
    // The area's permit, though the page is about one school: it is held against every other.
    return withAccount(web, context, { section: 'schools', subject: AREA }, async (account) => {
      const school = (await listSchools(account.aggregates, account.year)).find((one) => one.urn === urn);
      const read =
        school && (await readComparison(account, { measure: context.req.query('measure'), phase: school.phase }));
      if (school && read) return schoolComparedPage(web, account, read, school);
      return context.html(noSchool(t('compared.no-such')), 404);
    });
  });

  return app;
}
