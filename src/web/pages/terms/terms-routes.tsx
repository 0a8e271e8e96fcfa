import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { findAcademicYear, Refusal, type AcademicYear } from '#kernel';
import { t } from '#language';
import { keepOwnTerms, resetOwnTerms } from '#exchange/area-files';
import { judgeTerms } from '#lost-learning';
import { type Answer } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import type { Flash } from '../../layout/index.ts';
import { maySeeArea } from '../../may.ts';
import { urls } from '../../urls.ts';
import { fieldsOf, LARGEST_FORM } from '../area-files/answers.tsx';
import { withAccount, type Account } from '../lost-learning/looking.tsx';
import { faultText } from './fault-text.ts';
import { ChangeTermsPage, dateField, fieldsOfDates, typedTerms } from './change-terms-page.tsx';
import { readYearTerms } from './read-terms.ts';
import { TermsPage } from './terms-page.tsx';

/** What has just been done, said once at the top of the page. */
function flashOf(told: string | undefined): Flash | undefined {
  return told === 'set' || told === 'reset' ? { kind: 'success', text: t(`terms.told.${told}`) } : undefined;
}

/** A year in an address: `2024-25`. */
const YEAR = ':year{[0-9]{4}-[0-9]{2}}';

/** The area’s half terms: what they are, setting a year’s, and going back to those found. */
export function termsPages(web: WebContext): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_FORM });

  routes.get('/terms', (context) => {
    // Term dates are no one’s secret; with anything else of the account a look is written.
    const looks = maySeeArea(web) ? { subject: { kind: 'area' } as const } : {};
    return withAccount(web, context, { section: 'imports', ...looks }, async (account) => {
      const years = [];
      for (const year of account.years) years.push(await readYearTerms(web, account.aggregates, year));
      return TermsPage(web, { years, working: account.working, flash: flashOf(context.req.query('told')) });
    });
  });

  routes.get(`/terms/${YEAR}`, (context) =>
    withYear(web, context, async (account, year) => {
      const { lines } = await readYearTerms(web, account.aggregates, year);
      return ChangeTermsPage(web, { year, fields: fieldsOfDates(lines), errors: [] });
    }),
  );

  routes.post(`/terms/${YEAR}`, limit, (context) =>
    withYear(web, context, async (_account, year) => {
      await mayChange(web);
      const fields = await fieldsOf(context);
      const judged = judgeTerms(year, typedTerms(fields));
      if (judged.kind === 'faults') {
        const errors = judged.faults.map((fault) => ({
          text: faultText(fault, year),
          field: dateField(fault.no, fault.field),
        }));
        return context.html(ChangeTermsPage(web, { year, fields, errors }), 400);
      }
      await keepOwnTerms(web.area.folder, new Map([[year, judged.terms]]));
      return told(web, context, 'set');
    }),
  );

  routes.post(`/terms/${YEAR}/reset`, limit, (context) =>
    withYear(web, context, async (_account, year) => {
      await mayChange(web);
      await resetOwnTerms(web.area.folder, year);
      return told(web, context, 'reset');
    }),
  );

  return routes;
}

function withYear(
  web: WebContext,
  context: Context,
  answer: (account: Account, year: AcademicYear) => Promise<Answer>,
): Promise<Response> {
  return withAccount(web, context, { section: 'imports', subject: { kind: 'area' } }, async (account) => {
    const year = findAcademicYear((context.req.param('year') ?? '').replace('-', '/'));
    if (!year || !account.years.includes(year)) return context.redirect(urls.terms(), 303);
    return answer(account, year);
  });
}

async function mayChange(web: WebContext): Promise<void> {
  const answer = await web.access.permitFor(web.actor, 'import-and-data-quality', { kind: 'area' });
  if (answer.kind === 'refused') throw new Refusal('access/not-permitted', answer.reason);
}

/** What is told is true from now: asking for the account begins the work. */
async function told(web: WebContext, context: Context, what: 'set' | 'reset'): Promise<Response> {
  await web.account();
  return context.redirect(`${urls.terms()}?told=${what}`, 303);
}
