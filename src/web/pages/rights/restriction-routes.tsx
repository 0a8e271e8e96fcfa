import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { findUpn, today } from '#kernel';
import { t } from '#language';
import { groundsFor, liftRestriction, listRequests, listRestrictions, mayRestrictFor, restrict } from '#rights';
import type { Answer } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { findTypedDate } from '../../date-fields.tsx';
import { urls } from '../../urls.ts';
import { fieldsOf } from '../area-files/answers.tsx';
import { answering, gone, ID, LARGEST_FORM, listStanding } from './answering.tsx';
import type { Fields } from './record-page.tsx';
import { RequestPage } from './request-page.tsx';
import { RestrictionPage } from './restriction-page.tsx';

/** Restricting the use of a record, as a request asks, and lifting that. */
export function restrictionPages(web: WebContext): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_FORM });

  routes.post(`/rights/${ID}/restrict`, limit, (context) =>
    answering(web, context, async () => {
      const { access, clock, actor } = web;
      const { ground } = await fieldsOf(context);
      const request = (await listRequests(access, clock, actor)).find(({ id }) => id === context.req.param('id'));
      const upn = request && findUpn(request.about);
      if (!request || !upn) return gone(web, context);
      const over = request.state === 'refused' || request.state === 'withdrawn';
      const because = groundsFor(request.kind).find((one) => one === ground);
      if (!because || !mayRestrictFor(request)) {
        context.status(400);
        const errors = [{ field: 'ground', text: t(over ? 'restriction.request-over' : 'restriction.enter.ground') }];
        const standing = await listStanding(web, request.about);
        return RequestPage(web, { request, standing, errors, flash: undefined });
      }
      await restrict(access, clock, actor, { upn, request: request.id }, because);
      web.operation?.onRestriction?.('restriction-set');
      return context.redirect(`${urls.rights()}?told=restricted`, 303);
    }),
  );

  routes.get(`/rights/restrictions/${ID}`, (context) => answering(web, context, () => answerOne(web, context, {})));

  routes.post(`/rights/restrictions/${ID}`, limit, (context) =>
    answering(web, context, async () => {
      const fields = await fieldsOf(context);
      const told = findTypedDate((field) => fields[field], 'told');
      if (told === undefined || told > today(web.clock)) {
        context.status(400);
        return answerOne(web, context, fields);
      }
      await liftRestriction(web.access, web.clock, web.actor, context.req.param('id') ?? '', told);
      web.operation?.onRestriction?.('restriction-lifted');
      return context.redirect(`${urls.rights()}?told=lifted`, 303);
    }),
  );

  return routes;
}

/** Fields that were typed had no day in them that can be. */
async function answerOne(web: WebContext, context: Context, fields: Fields): Promise<Answer> {
  const all = await listRestrictions(web.access, web.actor);
  const restriction = all.find(({ id, lifted }) => id === context.req.param('id') && !lifted);
  if (!restriction) return gone(web, context);
  const errors = Object.keys(fields).length > 0 ? [{ field: 'told', text: t('restriction.enter.told') }] : [];
  return RestrictionPage(web, { restriction, fields, errors });
}
