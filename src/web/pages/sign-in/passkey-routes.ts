import { Hono } from 'hono';
import type { SignIn } from '#sign-in';
import type { WebContext } from '../../context.ts';
import { keepShortly, returnOf, shownBy } from '../../cookies.ts';
import { settle } from './settle.ts';

/** What the script of passkeys asks and sends. JSON, because only script can speak with the device. */
export function passkeyRoutes(web: WebContext, { passkeys }: SignIn): Hono {
  const app = new Hono();
  app.post('/sign-in/passkey/:step', async (context) => {
    const step = context.req.param('step');
    if (!passkeys) return context.notFound();
    const shown = shownBy(web, context);
    if (step === 'offer-enrol' || step === 'offer-sign-in') {
      const offer =
        step === 'offer-enrol'
          ? await passkeys.offerToEnrol(shown)
          : await passkeys.offerToSignIn(returnOf(web, context));
      if (!offer) return context.json({}, 403);
      keepShortly(web, context, 'pending', offer.secret);
      return context.json(offer.options);
    }
    if (step !== 'enrol' && step !== 'sign-in') return context.notFound();
    const answer: unknown = await context.req.json().catch(() => undefined);
    const finished = step === 'enrol' ? await passkeys.enrol(shown, answer) : await passkeys.signIn(shown, answer);
    // Also where it was refused: the page that is gone to says why.
    return context.json({ goTo: settle(web, context, finished) });
  });
  return app;
}
