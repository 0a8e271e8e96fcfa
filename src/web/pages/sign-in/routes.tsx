import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { returnWithin, type Provider, type SignIn } from '#sign-in';
import type { WebContext } from '../../context.ts';
import { forgetSession, keepShortly, returnOf, sessionOf, shownBy } from '../../cookies.ts';
import { urls } from '../../urls.ts';
import { fieldsOf } from '../area-files/answers.tsx';
import { invitationRoutes } from './invitation-routes.tsx';
import { ownRoutes } from './own-routes.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { peopleRoutes } from './people-routes.tsx';
import { settle } from './settle.ts';
import { SignedOutPage } from './signed-out-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** Nothing that is sent here is long. */
const SMALL = 16 * 1024;

/** Signing in and out. Only in a process that has sign-in: elsewhere these addresses are no pages. */
export function signInPages(web: WebContext, signIn: SignIn): Hono {
  const app = new Hono();
  app.use('/sign-in/*', bodyLimit({ maxSize: SMALL }));
  const providerOf = (context: Context): Provider | undefined =>
    signIn.providers.find(({ id }) => id === context.req.param('provider'));

  app.get('/sign-in', (context) => context.html(SignInPage(web, signIn, context.req.query('refused'))));

  app.get('/sign-in/with/:provider', async (context) => {
    const provider = providerOf(context);
    if (!provider) return context.notFound();
    // Somebody else’s page may lead to where one chooses, and not choose.
    if (context.req.header('sec-fetch-site') === 'cross-site') return context.redirect(urls.signIn(), 303);
    const begun = await signIn.begin(provider, shownBy(web, context), returnOf(web, context));
    if (begun.kind === 'refused') return context.redirect(urls.signIn({ refused: begun.outcome }), 303);
    keepShortly(web, context, 'pending', begun.secret);
    return context.redirect(begun.address.href, 303);
  });

  app.get('/sign-in/callback/:provider', async (context) => {
    const provider = providerOf(context);
    if (!provider) return context.notFound();
    const { search } = new URL(context.req.url);
    return context.redirect(settle(web, context, await signIn.finish(provider, shownBy(web, context), search)), 303);
  });

  app.post('/sign-in/as', async (context) => {
    const { actor: id } = await fieldsOf(context);
    const actor = web.cast?.find((one) => one.id === id);
    if (!actor) return context.notFound();
    const secret = await signIn.becomeCast(actor, shownBy(web, context));
    const returnTo = returnWithin(returnOf(web, context));
    return context.redirect(settle(web, context, { kind: 'signed-in', secret, returnTo }), 303);
  });

  app.post('/sign-in/provider-sign-out/:provider', async (context) => {
    const provider = providerOf(context);
    if (!provider) return context.notFound();
    const { logout_token: token } = await fieldsOf(context);
    const done = token !== undefined && (await signIn.signOutByProvider(provider, token));
    return context.body(null, done ? 200 : 400);
  });

  app.post('/sign-out', async (context) => {
    const secret = sessionOf(web, context);
    const provider = secret === undefined ? undefined : await signIn.signOut(secret);
    forgetSession(web, context);
    return context.redirect(urls.signedOut(provider ? { from: provider.id } : {}), 303);
  });

  app.get('/signed-out', (context) => {
    const from = signIn.providers.find(({ id }) => id === context.req.query('from'));
    return context.html(SignedOutPage(web, from));
  });

  app.get('/signed-out/at/:provider', async (context) => {
    const provider = providerOf(context);
    if (!provider) return context.notFound();
    const backTo = new URL(urls.signedOut(), web.origin ?? new URL(context.req.url).origin);
    const address = await signIn.endAddress(provider, backTo);
    return context.redirect(address?.href ?? urls.signedOut(), 303);
  });

  app.route('/', invitationRoutes(web, signIn));
  app.route('/', passkeyRoutes(web, signIn));
  app.route('/', ownRoutes(web, signIn));
  app.route('/', peopleRoutes(web));
  return app;
}
