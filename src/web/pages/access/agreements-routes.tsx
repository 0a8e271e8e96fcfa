import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  addAgreement,
  listAgreements,
  listGranted,
  listOrganisations,
  listSharingPurposes,
  revokeAgreement,
  sharedClasses,
  type NewAgreement,
  type Organisation,
} from '#access';
import { addDays, beginningOfDay } from '#kernel';
import { t } from '#language';
import type { WebContext } from '../../context.ts';
import { findTypedDate } from '../../date-fields.tsx';
import type { FormError } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { EMPTY, formOf, ID, LARGEST_FORM, lengthErrors, whoMay, type Acting, type Form } from './acting.tsx';
import { AddAgreementPage, AgreementsPage } from './agreements-page.tsx';

/** Agreements on sharing: all of them, one more, and the end of one. */
export function agreementsRoutes(web: WebContext): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_FORM });
  // The data protection officer sees agreements and may stop one; an administrator makes them.
  const mayAdd = () => listGranted(web.actor.role, 'access-management').includes('agreements');
  const read = (acting: Acting) =>
    acting(async (tx) => ({ agreements: await listAgreements(tx), organisations: await listOrganisations(tx) }));

  routes.get('/access/agreements', (context) =>
    whoMay(web, context, 'agreements', async (acting) => {
      const told = (['added', 'revoked'] as const).find((one) => one === context.req.query('told'));
      const flash = told && { kind: 'success' as const, text: t(`agreements.told.${told}`) };
      return AgreementsPage(web, { ...(await read(acting)), mayAdd: mayAdd(), flash });
    }),
  );

  routes.post(`/access/agreements/${ID}/revoke`, limit, (context) =>
    whoMay(web, context, 'agreements', async (acting) => {
      const form = await formOf(context);
      const id = context.req.param('id');
      const known = await read(acting);
      if (known.agreements.every((one) => one.id !== id)) return context.notFound();
      const errors = lengthErrors(form, 'because', [3, 500], t('agreements.fault.because')).map(({ text }) => ({
        text,
        field: `because-${id}`,
      }));
      if (errors.length > 0) {
        const page = AgreementsPage(web, { ...known, mayAdd: mayAdd(), revoking: { id, form, errors } });
        return context.html(page, 400);
      }
      await acting((tx) => revokeAgreement(tx, id, form.text('because')));
      return context.redirect(`${urls.agreements()}?told=revoked`, 303);
    }),
  );

  const adding = (context: Context, answer: (acting: Acting, known: readonly Organisation[]) => Promise<Response>) =>
    whoMay(web, context, 'people', async (acting) => answer(acting, await acting(listOrganisations)));

  routes.get('/access/agreements/new', (context) =>
    adding(context, async (_acting, organisations) =>
      context.html(AddAgreementPage(web, { form: EMPTY, errors: [], organisations })),
    ),
  );
  routes.post('/access/agreements/new', limit, (context) =>
    adding(context, async (acting, organisations) => {
      const form = await formOf(context);
      const typed = typedAgreement(form, organisations);
      if ('errors' in typed) {
        return context.html(AddAgreementPage(web, { form, errors: typed.errors, organisations }), 400);
      }
      await acting((tx) => addAgreement(tx, typed));
      return context.redirect(`${urls.agreements()}?told=added`, 303);
    }),
  );
  return routes;
}

function typedAgreement(
  form: Form,
  organisations: readonly Organisation[],
): NewAgreement | { readonly errors: readonly FormError[] } {
  const place = (field: string) => organisations.find(({ id }) => id === form.text(field))?.id;
  const [giver, receiver] = [place('giver'), place('receiver')];
  const mode = (['find', 'fetch'] as const).find((one) => one === form.text('mode'));
  const purpose = listSharingPurposes().find((one) => one === form.text('purpose'));
  const classes = sharedClasses(form.all('classes'));
  const consent = (['yes', 'no'] as const).find((one) => one === form.text('consent'));
  const from = findTypedDate(form.text, 'from');
  const to = findTypedDate(form.text, 'to');
  const missing = (there: unknown, field: string, text: string): readonly FormError[] =>
    there ? [] : [{ field, text }];
  const errors = [
    ...missing(giver, 'giver', t('agreements.fault.giver')),
    ...missing(receiver, 'receiver', t('agreements.fault.receiver')),
    ...missing(mode, 'mode', t('agreements.fault.mode')),
    ...missing(classes.length > 0, 'classes', t('agreements.fault.classes')),
    ...missing(purpose, 'purpose', t('agreements.fault.purpose')),
    ...lengthErrors(form, 'basis', [3, 500], t('agreements.fault.basis')),
    ...missing(consent, 'consent', t('agreements.fault.consent')),
    ...missing(from, 'from', t('agreements.fault.date')),
    ...missing(to, 'to', t('agreements.fault.date')),
    ...(from && to && to < from ? [{ field: 'to', text: t('agreements.fault.order') }] : []),
  ];
  const startsAt = from && beginningOfDay(from);
  // The last day is still in it.
  const endsAt = to && beginningOfDay(addDays(to, 1));
  if (errors.length > 0 || !giver || !receiver || !mode || !purpose || !startsAt || !endsAt) return { errors };
  const basis = form.text('basis');
  return { giver, receiver, classes, purpose, basis, mode, needsConsent: consent === 'yes', startsAt, endsAt };
}
