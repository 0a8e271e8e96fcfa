import type { Context, Hono } from 'hono';
import type { Subject } from '#access';
import { type Answer, csv, fileYear } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { noTrust } from './answers.tsx';
import { purposeOf, withAccount, type Account } from './looking.tsx';
import { reachOf, subjectOfSchools } from './reach.ts';
import { findTrustTable } from './tables.ts';
import { findTrustPage } from './trust-page.tsx';
import { listTrusts } from './trusts.ts';
import { trustsPage } from './trusts-page.tsx';

/** Trusts, and one trust with its schools, as page and as CSV. */
export function addTrustRoutes(app: Hono, web: WebContext): void {
  app.get('/trusts', async (context) => {
    const reach = await reachOf(web);
    return withAccount(web, context, { section: 'schools', subject: subjectOfSchools(reach) }, (account) =>
      trustsPage(web, account, reach),
    );
  });

  app.get('/trusts/:file{[a-z0-9-]+\\.csv}', (context) => {
    const slug = context.req.param('file').replace(/\.csv$/, '');
    return withTrust(web, context, slug, async (account) => {
      const table = await findTrustTable(account.aggregates, account.year, slug);
      return table === undefined
        ? noTrust(web, context)
        : csv(context, table, `schools-of-${slug}-${fileYear(account.year)}`);
    });
  });

  app.get('/trusts/:slug{[a-z0-9-]+}', (context) => {
    const slug = context.req.param('slug');
    return withTrust(
      web,
      context,
      slug,
      async (account) => (await findTrustPage(web, account, slug)) ?? noTrust(web, context),
    );
  });
}

/** A trust is for who may see every school of it: one that is not there, and one that may not be seen, answer alike. */
function withTrust(
  web: WebContext,
  context: Context,
  slug: string,
  answer: (account: Account) => Promise<Answer>,
): Promise<Response> {
  return withAccount(web, context, { section: 'schools' }, async (account) => {
    const trust = (await listTrusts(account.aggregates, account.year)).find((one) => one.slug === slug);
    const urns = trust?.schools.map(({ urn }) => urn) ?? [];
    const subject: Subject = web.actor.scope === 'area' ? { kind: 'area' } : { kind: 'schools', urns };
    const leave = await web.access.permitFor(web.actor, purposeOf(web), subject);
    return leave.kind === 'permitted' ? answer(account) : noTrust(web, context);
  });
}
