import type { Context } from 'hono';
import { keepShortly } from './cookies.ts';
import type { WebContext } from './context.ts';
import { urls } from './urls.ts';

/** To the page where one signs in, and afterwards back to where one wanted. A form that was sent is not sent again. */
export function leadToSignIn(web: WebContext, context: Context): Response {
  if (context.req.method === 'GET') {
    const { pathname, search } = new URL(context.req.url);
    keepShortly(web, context, 'return', `${pathname}${search}`);
  }
  return context.redirect(urls.signIn(), 303);
}
