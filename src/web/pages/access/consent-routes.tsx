import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { listGranted, recordCompetence, recordConsent, findPurpose, type NewConsent } from '#access';
import { addDays, findInstant, today, type Clock, type Instant } from '#kernel';
import { t } from '#language';
import type { WebContext } from '../../context.ts';
import type { FormError } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import {
  aboutChild,
  EMPTY,
  formOf,
  LARGEST_FORM,
  lengthErrors,
  noSuchChild,
  type Acting,
  type Form,
  type NamedChild,
} from './acting.tsx';
import { ConsentPage, MONTHS, type Voice } from './consent-page.tsx';
import { readConsents, scopeKey, type ChildConsents } from './consent-scopes.ts';

/** Whose voice somebody of this role has on the page. */
function voiceOf({ actor: { role } }: WebContext): Voice {
  if (role === 'young-person' || role === 'parent') return role;
  const purpose = findPurpose(role, 'consents');
  return purpose && listGranted(role, purpose).includes('competence') ? 'staff' : 'reader';
}

/** What may be shared about a child, answered by the child and family or written down by staff. */
export function consentRoutes(web: WebContext): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_FORM });

  const answer = async (
    context: Context,
    child: NamedChild,
    acting: Acting,
    { form, errors }: { readonly form: Form; readonly errors: readonly FormError[] },
  ): Promise<Response> => {
    const known = await acting((tx) => readConsents(tx, child, web.clock.now()));
    const told = (['answered', 'judged'] as const).find((one) => one === context.req.query('told'));
    const flash = told && { kind: 'success' as const, text: t(`consent.told.${told}`) };
    const page = ConsentPage(web, { child, known, voice: voiceOf(web), form, errors, flash });
    return context.html(page, errors.length > 0 ? 400 : 200);
  };

  routes.get('/children/:upn/consent', (context) =>
    aboutChild(web, context, 'consents', (child, acting) =>
      answer(context, child, acting, { form: EMPTY, errors: [] }),
    ),
  );

  routes.post('/children/:upn/consent', limit, (context) =>
    aboutChild(web, context, 'consents', async (child, acting) => {
      const voice = voiceOf(web);
      if (voice === 'reader') return noSuchChild(web, context);
      const form = await formOf(context);
      const known = await acting((tx) => readConsents(tx, child, web.clock.now()));
      const typed = typedAnswers(form, { child, known, voice, clock: web.clock });
      if ('errors' in typed) return answer(context, child, acting, { form, errors: typed.errors });
      await acting(async (tx) => {
        for (const consent of typed.consents) await recordConsent(tx, consent);
      });
      return context.redirect(`${urls.consent(child.upn)}?told=answered`, 303);
    }),
  );

  routes.post('/children/:upn/consent/competence', limit, (context) =>
    aboutChild(web, context, 'competence', async (child, acting) => {
      const form = await formOf(context);
      const competent = (['yes', 'no'] as const).find((one) => one === form.text('competent'));
      const errors = [
        ...(competent ? [] : [{ field: 'competent', text: t('consent.fault.competent') }]),
        ...lengthErrors(form, 'why', [10, 1000], t('consent.fault.why')),
      ];
      if (errors.length > 0) return answer(context, child, acting, { form, errors });
      await acting((tx) => recordCompetence(tx, child.upn, competent === 'yes', form.text('why')));
      return context.redirect(`${urls.consent(child.upn)}?told=judged`, 303);
    }),
  );
  return routes;
}

function typedAnswers(
  form: Form,
  about: {
    readonly child: NamedChild;
    readonly known: ChildConsents;
    readonly voice: Exclude<Voice, 'reader'>;
    readonly clock: Clock;
  },
): { readonly consents: readonly NewConsent[] } | { readonly errors: readonly FormError[] } {
  const { child, known, voice, clock } = about;
  const chosen = known.asked.filter((one) => form.all('scope').includes(scopeKey(one)));
  const said = (['given', 'refused', 'withdrawn'] as const).find((one) => one === form.text('answer'));
  const by = (['young-person', 'parent'] as const).find((one) => one === form.text('by'));
  const months = MONTHS.find((one) => String(one) === form.text('months')) ?? 3;
  const errors = [
    ...(voice === 'staff' && !by ? [{ field: 'by', text: t('consent.fault.by') }] : []),
    ...(chosen.length > 0 ? [] : [{ field: 'scope', text: t('consent.fault.scope') }]),
    ...(said ? [] : [{ field: 'answer', text: t('consent.fault.answer') }]),
  ];
  if (!said || errors.length > 0) return { errors };
  const expiresAt = said === 'given' ? inMonths(clock, months) : undefined;
  return {
    consents: chosen.map(({ organisation, class: one }) => ({
      upn: child.upn,
      organisation,
      class: one,
      answer: said,
      expiresAt,
      toldBy: voice === 'staff' ? by : undefined,
    })),
  };
}

/** A month of thirty days: nobody counts on the day, and it never falls on one that does not exist. */
function inMonths(clock: Clock, months: number): Instant | undefined {
  return findInstant(`${addDays(today(clock), months === 12 ? 365 : months * 30)}T00:00:00Z`);
}
