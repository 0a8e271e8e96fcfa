import type { Context } from 'hono';
import type { Finished } from '#sign-in';
import type { WebContext } from '../../context.ts';
import { forget, keepSession } from '../../cookies.ts';
import { urls } from '../../urls.ts';

/** Keeps and forgets what the outcome of a sign-in asks for, and says where to go: on, or back and told what to do. */
export function settle(web: WebContext, context: Context, finished: Finished): string {
  forget(web, context, 'pending');
  if (finished.kind === 'refused') return urls.signIn({ refused: finished.outcome });
  forget(web, context, 'invitation');
  forget(web, context, 'return');
  keepSession(web, context, finished.secret);
  return finished.returnTo;
}
