import { findPurpose } from '#access';
import { t } from '#language';
import { listSignIns, type SignIn, type SignInRow } from '#sign-in';
import { Hono, type Context } from 'hono';
import type { WebContext } from '../../context.ts';
import { sessionOf } from '../../cookies.ts';
import type { Flash } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { OwnPage } from './own-page.tsx';

/** For everyone who is signed in: their ways in and their sessions. The routes let nobody else ask. */
export function ownRoutes(web: WebContext, signIn: SignIn): Hono {
  const app = new Hono();
  const show = async (context: Context, flash?: Flash): Promise<Response> => {
    const own = await signIn.readOwn(sessionOf(web, context) ?? '');
    if (!own) return context.redirect(urls.signIn(), 303);
    return context.html(OwnPage(web, { own, everyone: await readEveryone(web), flash }));
  };
  app.get('/sign-in/own', (context) => show(context));
  app.post('/sign-in/own', async (context) => {
    await signIn.signOutElsewhere(sessionOf(web, context) ?? '');
    return show(context, { kind: 'success', text: t('sign-in.own.done') });
  });
  return app;
}

/** Who was invited by whom: for who oversees, beside their own. Administrators have a page of it. */
async function readEveryone(web: WebContext): Promise<readonly SignInRow[] | undefined> {
  if (findPurpose(web.actor.role, 'sign-ins') !== 'oversight') return undefined;
  return web.access.actingAs(web.actor, 'oversight', { kind: 'area' }, (tx) => listSignIns(tx, 200, 'ways'));
}
