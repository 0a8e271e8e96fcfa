import { Hono } from 'hono';
import { rich, t } from '#language';
import { readWalks, type BridgeSubject } from '#lost-learning';
import { nameOfArea, type WebContext } from '../../context.ts';
import { linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { withAccount } from '../lost-learning/looking.tsx';
import { listSchools } from '../lost-learning/read-account.ts';
import { trustLink } from '../lost-learning/trust-page.tsx';
import { findScope, groupTitle, scopeText, subjectOf, type Scope } from '../reference/scope.ts';
import { WhyPage } from './why-page.tsx';
import type { WhyPlace } from './why-place.ts';

/** Why a rate differs from another system’s: of the area, of schools alike or of one school. */
export function whyDifferentPages(web: WebContext): Hono {
  const app = new Hono();

  app.get('/why-different/:scope', (context) => {
    const scope = findScope(context.req.param('scope'));
    const subject = scope && bridgeSubject(scope);
    if (!scope || !subject) return context.html(NotHere(web), 404);
    return withAccount(web, context, { section: 'none', subject: subjectOf(scope) }, async (account) => {
      const { aggregates, year } = account;
      const walks = await readWalks((relation) => aggregates.rows(relation, year), subject);
      const place = walks && (await findPlace(web, account, subject, scopeText(scope)));
      if (!walks || !place) return context.html(NotHere(web), 404);
      return WhyPage(web, { account, place, walks, asked: (context.req.query('figure') ?? '').trim() });
    });
  });

  return app;
}

function bridgeSubject({ whole, part }: Scope): BridgeSubject | undefined {
  if (part) return undefined;
  switch (whole.kind) {
    case 'area':
      return { kind: 'area' };
    case 'school':
      return { kind: 'school', urn: whole.urn };
    case 'schools':
      return { kind: 'schools', by: whole.by, value: whole.value };
    case 'child':
      return undefined;
  }
}

async function findPlace(
  web: WebContext,
  { aggregates, year }: Parameters<Parameters<typeof withAccount>[3]>[0],
  subject: BridgeSubject,
  scope: string,
): Promise<WhyPlace | undefined> {
  if (subject.kind === 'area')
    return { scope, name: nameOfArea(web.area), back: { text: t('shell.area'), href: urls.area(year) } };
  if (subject.kind === 'schools') {
    const { by, value } = subject;
    if (by === 'trust' && value !== '') return { scope, name: value, back: await trustLink(aggregates, year, value) };
    const name = by === 'trust' ? t('why.no-trust') : groupTitle(by, value);
    return { scope, name, back: { text: t('schools.title'), href: urls.schools(year) } };
  }
  const school = (await listSchools(aggregates, year)).find((one) => one.urn === subject.urn);
  return school && { scope, name: school.name, back: { text: school.name, href: urls.school(school.urn, year) } };
}

function NotHere(web: WebContext) {
  return shell(web, {
    section: 'none',
    title: t('why.not-here'),
    children: <p class="govuk-body">{rich('why.not-here.text', { link: linkTo(urls.whyDifferent('area')) })}</p>,
  });
}
