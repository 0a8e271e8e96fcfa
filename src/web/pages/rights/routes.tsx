import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { findUpn, today } from '#kernel';
import { t } from '#language';
import {
  addEvent,
  ASKED_BY,
  kinds,
  listHappenings,
  listHolds,
  listRequests,
  listRestrictions,
  recordRequest,
  seeRestriction,
  type NewRequest,
} from '#rights';
import type { Answer } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { findTypedDate } from '../../date-fields.tsx';
import type { Flash, FormError } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { fieldsOf } from '../area-files/answers.tsx';
import { answering, gone, ID, LARGEST_FORM, listStanding } from './answering.tsx';
import { RecordPage, type Fields } from './record-page.tsx';
import { RequestPage, valueOf } from './request-page.tsx';
import { RequestsPage } from './requests-page.tsx';
import { restrictionPages } from './restriction-routes.tsx';

const MOST_WORDS = 2000;

/** Requests about people’s own data: all of them, recording one, and one with what happened to it. */
export function rightsPages(web: WebContext): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_FORM });

  routes.get('/rights', (context) =>
    answering(web, context, async () => {
      const { access, clock, actor } = web;
      const requests = await listRequests(access, clock, actor);
      const restrictions = await listRestrictions(access, actor);
      return RequestsPage(web, {
        requests,
        restrictions,
        holds: await listHolds(access, actor),
        flash: toldIn(context),
      });
    }),
  );

  routes.get('/rights/new', (context) =>
    answering(web, context, async () => {
      await listRequests(web.access, web.clock, web.actor);
      return RecordPage(web, { fields: {}, errors: [] });
    }),
  );

  routes.post('/rights/new', limit, (context) =>
    answering(web, context, async () => {
      const fields = await fieldsOf(context);
      const judged = judge(web, fields);
      if ('errors' in judged) return context.html(RecordPage(web, { fields, errors: judged.errors }), 400);
      const id = await recordRequest(web.access, web.clock, web.actor, judged);
      return context.redirect(`${urls.request(id)}?told=recorded`, 303);
    }),
  );

  routes.get(`/rights/${ID}`, (context) => answering(web, context, () => answerOne(web, context, [])));

  routes.post(`/rights/${ID}`, limit, (context) =>
    answering(web, context, async () => {
      const { happened = '' } = await fieldsOf(context);
      const { access, clock, actor } = web;
      const id = context.req.param('id') ?? '';
      const request = (await listRequests(access, clock, actor)).find((one) => one.id === id);
      if (!request) return gone(web, context);
      const happening = listHappenings(request).find((one) => valueOf(one) === happened);
      if (!happening) {
        context.status(400);
        return answerOne(web, context, [{ field: 'happened', text: t('rights.enter.event') }]);
      }
      await addEvent(access, clock, actor, id, happening);
      return context.redirect(`${urls.request(id)}?told=added`, 303);
    }),
  );

  routes.route('/', restrictionPages(web));
  return routes;
}

async function answerOne(web: WebContext, context: Context, errors: readonly FormError[]): Promise<Answer> {
  const id = context.req.param('id');
  const request = (await listRequests(web.access, web.clock, web.actor)).find((one) => one.id === id);
  if (!request) return gone(web, context);
  const standing = await listStanding(web, request.about);
  // Whoever opens the request that somebody else restricted a record for has seen that it was.
  for (const one of standing) {
    if (one.request === id && !one.seen && one.setById !== web.actor.id)
      await seeRestriction(web.access, web.actor, one.id);
  }
  return RequestPage(web, { request, standing, errors, flash: toldIn(context) });
}

const TOLD = ['recorded', 'added', 'restricted', 'lifted'] as const;

function toldIn(context: Context): Flash | undefined {
  const told = context.req.query('told');
  const words = TOLD.find((one) => one === told);
  return words && { kind: 'success', text: t(`rights.told.${words}`) };
}

function judge(web: WebContext, fields: Fields): NewRequest | { readonly errors: readonly FormError[] } {
  const upn = findUpn((fields['upn'] ?? '').trim().toUpperCase());
  const kind = kinds().find((one) => one === fields['kind']);
  const askedBy = ASKED_BY.find((one) => one === fields['by']);
  const received = findTypedDate((field) => fields[field], 'received');
  const receivedOn = received !== undefined && received <= today(web.clock) ? received : undefined;
  const words = (fields['words'] ?? '').trim();
  if (upn && kind && askedBy && receivedOn && words.length <= MOST_WORDS) {
    return { upn, kind, askedBy, receivedOn, words: words === '' ? undefined : words };
  }
  return {
    errors: [
      ...(upn ? [] : [{ field: 'upn', text: t('rights.enter.upn') }]),
      ...(kind ? [] : [{ field: 'kind', text: t('rights.enter.kind') }]),
      ...(askedBy ? [] : [{ field: 'by', text: t('rights.enter.by') }]),
      ...(receivedOn ? [] : [{ field: 'received', text: t('rights.enter.received') }]),
      ...(words.length <= MOST_WORDS ? [] : [{ field: 'words', text: t('rights.enter.words') }]),
    ],
  };
}
