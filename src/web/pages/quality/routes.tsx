import { Hono, type Context } from 'hono';
import { Refusal } from '#kernel';
import { t } from '#language';
import type { Purpose, Subject } from '#access';
import { findingsCsv, findRule } from '#quality';
import { type Answer } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { withAccount } from '../lost-learning/looking.tsx';
import { nameOfSchool, type Looking } from './look.ts';
import { nothingJudged } from './parts.tsx';
import { qualityPage } from './quality-page.tsx';
import { findQuality } from './read-quality.ts';
import { rulePage } from './rule-page.tsx';

const PURPOSE: Purpose = 'import-and-data-quality';

/** What to mend in the area’s files, rule by rule and school by school. */
export function qualityPages(web: WebContext): Hono {
  const pages = new Hono();

  pages.get('/quality', (context) => looking(web, context, qualityPage));

  pages.get('/quality.csv', (context) =>
    looking(web, context, async ({ account, sums, permit, urn }) => {
      const findings = await account.findings.list(permit, { year: account.year, urn });
      const name = `to-mend-${urn ?? 'area'}-${account.year.replace('/', '-')}`;
      return context.body(await findingsCsv(findings, nameOfSchool(sums)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}.csv"`,
      });
    }),
  );

  pages.get('/quality/:rule', (context) => {
    const rule = findRule(context.req.param('rule'));
    if (!rule) return context.notFound();
    return looking(web, context, (look) => rulePage(look, rule));
  });

  return pages;
}

/** A school’s list is a look at that school, not at the area; its trace stands before anything is read. */
async function looking(
  web: WebContext,
  context: Context,
  answer: (look: Looking) => Promise<Answer>,
): Promise<Response> {
  return withAccount(web, context, { section: 'imports' }, async (account) => {
    const asked = context.req.query('school') ?? '';
    const urn = /^\d{6}$/.test(asked) ? Number(asked) : undefined;
    const subject: Subject = urn === undefined ? { kind: 'area' } : { kind: 'school', urn };
    const leave = await web.access.permitFor(web.actor, PURPOSE, subject);
    if (leave.kind === 'refused') throw new Refusal('access/not-permitted', leave.reason);
    const sums = await findQuality(account, leave.permit);
    if (!sums) return nothingJudged(web, account);
    if (asked !== '' && !sums.schools.some((school) => school.urn === urn)) {
      return context.html(noSuchSchool(web), 404);
    }
    return answer({ web, account, sums, permit: leave.permit, urn });
  });
}

function noSuchSchool(web: WebContext) {
  return shell(web, {
    section: 'imports',
    title: t('answers.no-school'),
    back: { text: t('quality.title'), href: urls.quality() },
    children: <p class="govuk-body">{t('answers.no-school.text')}</p>,
  });
}
