import { Hono, type Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { findAcademicYear, findUpn, Refusal } from '#kernel';
import { t } from '#language';
import type { Purpose } from '#access';
import { findFormat } from '#exchange/spreadsheets';
import { bookAnswer } from '../../book-answer.ts';
import { type Answer, csv, fileYear, notFound, orRefusal } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { areaPage } from './area-page.tsx';
import { childrenBook } from './children-book.ts';
import type { SchoolNames } from './child-story.ts';
import { childrenPage } from './children-page.tsx';
import { askedFor, subjectOf, wantedBy } from './children-search.tsx';
import { looksPage } from './looks-page.tsx';
import { homeOf, reachesSchool, reachOf, subjectOfSchools } from './reach.ts';
import { purposeOf, withAccount, type Account } from './looking.tsx';
import { listSchools, type SchoolGroup } from './read-account.ts';
import { findChild, listChildren, type Child } from './read-children.ts';
import { answerChild } from './one-child.tsx';
import { findSchoolGroupPage } from './school-group-page.tsx';
import { findSchoolPage } from './school-page.tsx';
import { seersPage } from './seers-page.tsx';
import { schoolsPage } from './schools-page.tsx';
import { findTable, sessionsCsv } from './tables.ts';
import { addTrustRoutes } from './trust-routes.tsx';

const AREA = { kind: 'area' } as const;

/** The account’s pages: the area, its schools, its children, one child, and their tables as CSV. */
export function lostLearningPages(web: WebContext): Hono {
  const app = new Hono();

  app.get('/', async (context) => {
    const reach = await reachOf(web);
    if (reach.kind === 'area')
      return withAccount(web, context, { section: 'area', subject: AREA }, (account) => areaPage(web, account));
    const home = homeOf(reach);
    return home === undefined ? context.html(tiedToNobody(web)) : context.redirect(home);
  });

  app.get('/schools', async (context) => {
    const reach = await reachOf(web);
    return withAccount(web, context, { section: 'schools', subject: subjectOfSchools(reach) }, (account) =>
      schoolsPage(web, account, context.req.query('phase') ?? '', reach),
    );
  });

  app.get('/schools/:urn{[0-9]{6}}', (context) => {
    const urn = Number(context.req.param('urn'));
    return withAccount(
      web,
      context,
      { section: 'schools', subject: { kind: 'school', urn } },
      async (account) =>
        (await findSchoolPage(web, account, urn)) ??
        notFound(web, context, 'schools', t('answers.no-school'), t('answers.no-school.text')),
    );
  });

  addTrustRoutes(app, web);

  const schoolGroup = async (context: Context, by: SchoolGroup['by'], value: string): Promise<Response> => {
    const urn = Number(context.req.param('urn'));
    const ofSchool = reachesSchool(await reachOf(web), urn);
    const group: SchoolGroup = { urn, by, value: value === 'none' ? '' : value };
    return withAccount(
      web,
      context,
      {
        section: 'schools',
        subject: by === 'class' ? { kind: 'class', urn, class: group.value } : { kind: 'school', urn },
      },
      async (account) =>
        (await findSchoolGroupPage(web, account, group, ofSchool)) ??
        notFound(
          web,
          context,
          'schools',
          t('school-groups.not-found'),
          t('school-groups.not-found.words'),
          ofSchool ? { text: t('school-groups.to-school'), href: urls.school(urn, account.year) } : undefined,
        ),
    );
  };
  app.get('/schools/:urn{[0-9]{6}}/year-groups/:value', (context) =>
    schoolGroup(context, 'year-group', context.req.param('value')),
  );
  app.get('/schools/:urn{[0-9]{6}}/classes/:value', (context) =>
    schoolGroup(context, 'class', context.req.param('value')),
  );
  for (const by of ['sex', 'fsm', 'sen', 'in-care'] as const) {
    app.get(`/schools/:urn{[0-9]{6}}/groups/${by}/:value`, (context) =>
      schoolGroup(context, by, context.req.param('value')),
    );
  }

  app.get('/children', async (context) => {
    // A whole UPN is one child: whether it is there, and may be seen, is for the child’s own page to say.
    const upn = findUpn((context.req.query('find') ?? '').trim().toUpperCase());
    if (upn) return context.redirect(urls.child(upn, findAcademicYear(context.req.query('year') ?? '')));
    return withAccount(web, context, { section: 'children' }, (account) =>
      childrenPage(web, account, askedFor(context.req.query(), account.year)),
    );
  });

  app.get('/:file{children\\.(?:csv|xlsx|ods)}', (context) =>
    withAccount(web, context, { section: 'children' }, async (account) => {
      const format = findFormat(context.req.param('file')) ?? 'csv';
      const asked = askedFor(context.req.query(), account.year);
      const { lines } = await web.access.actingAs(web.actor, purposeOf(web), subjectOf(asked), (tx) =>
        listChildren(tx, wantedBy(asked)),
      );
      return bookAnswer(childrenBook(account, lines), format, `children-${fileYear(account.year)}`);
    }),
  );

  app.get('/children/:upn', (context) => answerChild(web, context));

  app.get('/children/:upn/sessions.csv', (context) =>
    withChild(web, context, purposeOf(web), async (_account, child) =>
      csv(context, sessionsCsv(child), `sessions-${child.upn}-${fileYear(child.year)}`),
    ),
  );

  app.get('/children/:upn/looks', (context) =>
    withChild(web, context, purposeOf(web, 'looks'), async (account, child) => {
      const page = Number(/^\d{1,3}$/.exec(context.req.query('page') ?? '')?.[0] ?? 1);
      return looksPage(web, account, child, await schoolNames(account, child), page);
    }),
  );

  app.get('/children/:upn/who-can-see', (context) =>
    withChild(web, context, 'oversight', async (account, child) =>
      seersPage(web, account, child, await schoolNames(account, child)),
    ),
  );

  app.get('/tables/:file{[a-z-]+\\.csv}', (context) =>
    withAccount(web, context, { section: 'area', subject: AREA }, async (account) => {
      const name = context.req.param('file').replace(/\.csv$/, '');
      const table = await findTable(account.aggregates, account.year, name);
      return table === undefined
        ? notFound(web, context, 'area', t('answers.no-table'), t('answers.no-table.text'))
        : csv(context, table, `${name}-${fileYear(account.year)}`);
    }),
  );

  return app;
}

async function schoolNames(account: Account, child: Child): Promise<SchoolNames> {
  const schools = await listSchools(account.aggregates, child.year);
  return new Map(schools.map((school) => [school.urn, school.name]));
}

/** A child that is not there and one that may not be seen answer alike: the answer itself must tell nothing. */
function withChild(
  web: WebContext,
  context: Context,
  purpose: Purpose,
  answer: (account: Account, child: Child) => Promise<Answer>,
): Promise<Response> {
  return withAccount(web, context, { section: 'children' }, async (account) => {
    const upn = findUpn((context.req.param('upn') ?? '').toUpperCase());
    const year = findAcademicYear(context.req.query('year') ?? '');
    const child =
      upn &&
      (await orRefusal(() =>
        web.access.actingAs(web.actor, purpose, { kind: 'child', upn }, (tx) => findChild(tx, upn, year)),
      ));
    if (!child || child instanceof Refusal) {
      return notFound(web, context, 'children', t('children.not-found'), t('children.not-found.text'), {
        text: t('children.find-one'),
        href: urls.children(),
      });
    }
    return answer(account, child);
  });
}

function tiedToNobody(web: WebContext): JSX.Element {
  return shell(web, {
    section: 'none',
    title: t('answers.tied-to-nobody'),
    children: <p class="govuk-body">{t('answers.tied-to-nobody.text')}</p>,
  });
}
