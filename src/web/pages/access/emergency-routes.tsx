import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { listEmergencies, LONGEST_REASON, mayActFor, reviewEmergency, SHORTEST_REASON } from '#access';
import { Refusal } from '#kernel';
import { t } from '#language';
import { orRefusal } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { urls } from '../../urls.ts';
import { EMPTY, formOf, ID, LARGEST_FORM, lengthErrors, upnOf, whoMay } from './acting.tsx';
import { BreakGlassPage } from './break-glass-page.tsx';
import { EmergenciesPage } from './emergencies-page.tsx';

/** Whether someone of this role may open a child’s account in an emergency. */
export function mayBreakGlass({ actor }: Pick<WebContext, 'actor'>): boolean {
  return mayActFor(actor.role, 'safeguarding-emergency');
}

/** Breaking the glass, and the data protection officer’s review of it. */
export function emergencyRoutes(web: WebContext): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_FORM });

  routes.get('/children/:upn/emergency', async (context) => {
    const upn = upnOf(context);
    if (!upn || !mayBreakGlass(web)) return context.notFound();
    const open = await web.access.findEmergency(web.actor, upn);
    return context.html(BreakGlassPage(web, { upn, open, form: EMPTY, errors: [] }));
  });

  routes.post('/children/:upn/emergency', limit, async (context) => {
    const upn = upnOf(context);
    if (!upn || !mayBreakGlass(web)) return context.notFound();
    const form = await formOf(context);
    const fault = t('emergency.fault.reason', { least: String(SHORTEST_REASON), most: String(LONGEST_REASON) });
    const errors = lengthErrors(form, 'reason', [SHORTEST_REASON, LONGEST_REASON], fault);
    if (errors.length > 0) return context.html(BreakGlassPage(web, { upn, open: undefined, form, errors }), 400);
    const opened = await orRefusal(() => web.access.openEmergency(web.actor, upn, form.text('reason')));
    return opened instanceof Refusal ? context.notFound() : context.redirect(urls.emergency(upn), 303);
  });

  routes.get('/access/emergencies', (context) =>
    whoMay(web, context, 'emergencies', async (acting) => {
      const told = context.req.query('told') === 'reviewed';
      const flash = told ? { kind: 'success' as const, text: t('emergencies.told') } : undefined;
      return EmergenciesPage(web, { emergencies: await acting(listEmergencies), flash });
    }),
  );

  routes.post(`/access/emergencies/${ID}`, limit, (context) =>
    whoMay(web, context, 'emergencies', async (acting) => {
      const id = context.req.param('id');
      const form = await formOf(context);
      const emergencies = await acting(listEmergencies);
      const emergency = emergencies.find((one) => one.id === id);
      if (!emergency) return context.notFound();
      const outcome = (['right', 'not-right'] as const).find((one) => one === form.text('outcome'));
      const errors = [
        ...(outcome ? [] : [{ field: `outcome-${id}`, text: t('emergencies.fault.outcome') }]),
        ...(emergency.actor === web.actor.id ? [{ field: `outcome-${id}`, text: t('emergencies.fault.own') }] : []),
        ...(form.text('note').length > 1000 ? [{ field: `note-${id}`, text: t('emergencies.fault.note') }] : []),
      ];
      if (!outcome || errors.length > 0) {
        return context.html(EmergenciesPage(web, { emergencies, reviewing: { id, form, errors } }), 400);
      }
      const note = form.text('note') === '' ? undefined : form.text('note');
      await acting((tx) => reviewEmergency(tx, id, { outcome, note }));
      return context.redirect(`${urls.emergencies()}?told=reviewed`, 303);
    }),
  );
  return routes;
}
