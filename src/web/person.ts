import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Next } from 'hono';
import type { Actor } from '#access';
import type { Person } from '#sign-in';
import type { WebContext } from './context.ts';
import { forgetSession, sessionOf } from './cookies.ts';
import { isPublic } from './who-may-ask.ts';
import { leadToSignIn } from './lead-to-sign-in.ts';

const asking = new AsyncLocalStorage<Person | undefined>();

/** Who has not signed in: nobody, who may do nothing that is asked of the records. */
const NOBODY: Actor = { id: '', name: '', role: 'area-officer', scope: 'ties' };

/**
 * The same context, in which `actor` is whoever asks: pages go on reading `web.actor`, and what they begin (a job, an
 * import) keeps it. Without sign-in it stays the one single user.
 */
export function withPerson(web: WebContext): WebContext {
  if (!web.signIn) return web;
  return {
    ...web,
    get actor() {
      return asking.getStore()?.actor ?? NOBODY;
    },
  };
}

/** Whoever signed in and asks now; undefined for a visitor, and for the single user, who never signed in. */
export function findPersonAsking(): Person | undefined {
  return asking.getStore();
}

/** Nobody asks by name: pages show what is public, and offer nothing that needs a person. */
export function isVisitor(web: WebContext): boolean {
  return web.signIn !== undefined && asking.getStore() === undefined;
}

/** Finds out who asks, for this request alone; whoever must be known and is not is led to sign in. */
export function askWho(web: WebContext): (context: Context, next: Next) => Promise<Response | void> {
  const { signIn } = web;
  return async (context, next) => {
    if (!signIn) return next();
    const secret = sessionOf(web, context);
    const person = secret === undefined ? undefined : await signIn.findPerson(secret);
    if (secret !== undefined && !person) forgetSession(web, context);
    if (!person && !isPublic(context)) return leadToSignIn(web, context);
    return asking.run(person, next);
  };
}
