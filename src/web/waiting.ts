import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Next } from 'hono';
import { t } from '#language';
import type { WebContext } from './context.ts';
import type { Link } from './layout/index.ts';
import { maySee } from './may.ts';
import { urls } from './urls.ts';

type Waiting = {
  readonly emergencies: number;
  readonly restriction: Awaited<ReturnType<WebContext['access']['findRestrictionUnseen']>>;
};

const waiting = new AsyncLocalStorage<Waiting>();

/**
 * Asks what waits for whoever asks, and each of their pages says so: emergencies for who reviews them, and for who answers
 * requests a restriction that somebody else set. Nobody else is asked for.
 */
export function askWaiting(web: WebContext): (context: Context, next: Next) => Promise<void> {
  return async (_context, next) => {
    const [reviews, answers] = [maySee(web, 'emergencies'), maySee(web, 'requests')];
    if (!reviews && !answers) return next();
    const emergencies = reviews ? await web.access.countEmergenciesWaiting(web.actor) : 0;
    const restriction = answers ? await web.access.findRestrictionUnseen(web.actor) : undefined;
    return waiting.run({ emergencies, restriction }, next);
  };
}

/** What to say at the top of the page that is being made; nothing where nothing waits. */
export function waitingNotices(): readonly Link[] {
  const { emergencies = 0, restriction } = waiting.getStore() ?? {};
  return [
    ...(emergencies > 0 ? [{ text: t('emergencies.waiting', { count: emergencies }), href: urls.emergencies() }] : []),
    ...(restriction
      ? [{ text: t('restriction.unseen', { who: restriction.setBy }), href: urls.request(restriction.request) }]
      : []),
  ];
}
