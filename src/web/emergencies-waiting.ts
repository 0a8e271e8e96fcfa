import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Next } from 'hono';
import { t } from '#language';
import type { WebContext } from './context.ts';
import type { Link } from './layout/index.ts';
import { maySee } from './may.ts';
import { urls } from './urls.ts';

const waiting = new AsyncLocalStorage<number>();

/** Asks, for whoever reviews emergencies and for nobody else, how many wait: each of their pages says so. */
export function askWaiting(web: WebContext): (context: Context, next: Next) => Promise<void> {
  return async (_context, next) => {
    if (!maySee(web, 'emergencies')) return next();
    return waiting.run(await web.access.countEmergenciesWaiting(web.actor), next);
  };
}

/** What to say at the top of the page that is being made; undefined where nothing waits. */
export function waitingNotice(): Link | undefined {
  const count = waiting.getStore() ?? 0;
  return count > 0 ? { text: t('emergencies.waiting', { count }), href: urls.emergencies() } : undefined;
}
