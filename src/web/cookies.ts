import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { Shown } from '#sign-in';
import type { WebContext } from './context.ts';

/**
 * Cookies of signing in. Each holds a secret that only the browser has, or an address of this site. None is for script,
 * none goes along with what another site sends (but for a link that is followed), and none outlives the browser.
 */
const NAMES = {
  session: 'kith-session',
  pending: 'kith-signing-in',
  invitation: 'kith-invitation',
  return: 'kith-return',
} as const;
type Kept = keyof typeof NAMES;

const TEN_MINUTES = 600;

/** Over https the name begins `__Host-`: no other host, no other path and no plain http can set it (RFC 6265bis, 4.1.3.2). */
function nameOf(web: WebContext, kept: Kept): string {
  return isHttps(web) ? `__Host-${NAMES[kept]}` : NAMES[kept];
}

export function isHttps(web: WebContext): boolean {
  return web.origin?.protocol === 'https:';
}

function optionsOf(web: WebContext): CookieOptions {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps(web) };
}

export function sessionOf(web: WebContext, context: Context): string | undefined {
  return given(web, context, 'session');
}

export function shownBy(web: WebContext, context: Context): Shown {
  return {
    session: given(web, context, 'session'),
    pending: given(web, context, 'pending'),
    invitation: given(web, context, 'invitation'),
  };
}

export function keepSession(web: WebContext, context: Context, secret: string): void {
  setCookie(context, nameOf(web, 'session'), secret, optionsOf(web));
}

export function forgetSession(web: WebContext, context: Context): void {
  forget(web, context, 'session');
}

/** What is kept until somebody has signed in, ten minutes at most. */
export function keepShortly(web: WebContext, context: Context, kept: Exclude<Kept, 'session'>, value: string): void {
  setCookie(context, nameOf(web, kept), value, { ...optionsOf(web), maxAge: TEN_MINUTES });
}

export function forget(web: WebContext, context: Context, kept: Kept): void {
  deleteCookie(context, nameOf(web, kept), optionsOf(web));
}

/** Where somebody wanted to go before signing in. In a cookie, because addresses of children name them. */
export function returnOf(web: WebContext, context: Context): string {
  return given(web, context, 'return') ?? '/';
}

function given(web: WebContext, context: Context, kept: Kept): string | undefined {
  const value = getCookie(context, nameOf(web, kept));
  return value === undefined || value === '' || value.length > 2048 ? undefined : value;
}
