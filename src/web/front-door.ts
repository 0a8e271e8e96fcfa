import type { Context, Hono, Next } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { isHttps } from './cookies.ts';
import type { WebContext } from './context.ts';
import { contentSecurityPolicy } from './layout/index.ts';

/** What stands before every page: headers on each answer, and who may not come in at all. */
export function keepFrontDoor(app: Hono, web: WebContext): void {
  app.use(
    secureHeaders({
      crossOriginResourcePolicy: 'same-origin',
      referrerPolicy: 'same-origin',
      strictTransportSecurity: isHttps(web) ? 'max-age=31536000' : false,
      xFrameOptions: 'DENY',
    }),
  );
  app.use(async (context, next) => {
    await next();
    // On the answer itself: through the context, its body would be read as a stream and written out again.
    context.res.headers.set('Content-Security-Policy', contentSecurityPolicy);
    // Assets and the public API say themselves how long they may be kept; what may be personal never is.
    if (!/^\/(assets|api)\//.test(context.req.path)) context.res.headers.set('Cache-Control', 'no-store');
  });
  app.use(onlyOwnName(web));
  app.use(noStrangersFetch);
  const ownForms = web.origin ? csrf({ origin: web.origin.origin }) : csrf();
  // A provider that says that somebody signed out there has no page and no origin: its token speaks for itself.
  app.use((context, next) => (FROM_PROVIDER.test(context.req.path) ? next() : ownForms(context, next)));
  app.use(onlyOwnOrigin(web));
}

const FROM_PROVIDER = /^\/sign-in\/provider-sign-out\/[^/]+$/;

/** Names under which this machine is itself. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Another name in the Host header is a page elsewhere reaching in (DNS rebinding). What a proxy adds is not read. */
function onlyOwnName(web: WebContext): (context: Context, next: Next) => Promise<void> {
  return (context, next) => {
    const host = (context.req.header('host') ?? new URL(context.req.url).host).toLowerCase();
    if (web.origin && host !== web.origin.host)
      throw new HTTPException(421, { message: `This Kith answers at ${web.origin.origin} only.` });
    if (!web.origin && !LOOPBACK.test(host))
      throw new HTTPException(421, { message: 'This Kith answers on this machine only, at 127.0.0.1.' });
    return next();
  };
}

function noStrangersFetch(context: Context, next: Next): Promise<void> {
  // A page elsewhere may lead here, and may not fetch from here: that would write looks into the trace in someone’s name.
  if (context.req.header('sec-fetch-site') === 'cross-site' && context.req.header('sec-fetch-mode') !== 'navigate')
    throw new HTTPException(403, {
      message: 'Another site may not fetch pages of this Kith. Open the address itself.',
    });
  // No name, class or number has it, and no database takes it.
  if (/%00/.test(context.req.url))
    throw new HTTPException(400, { message: 'The address holds a sign that nothing has (%00). Leave it out.' });
  return next();
}

/** The library looks at forms; this looks at whatever else changes something (JSON of a passkey). */
function onlyOwnOrigin(web: WebContext): (context: Context, next: Next) => Promise<void> {
  return (context, next) => {
    const origin = context.req.header('origin');
    const own = web.origin?.origin ?? new URL(context.req.url).origin;
    const changes = !/^(GET|HEAD)$/.test(context.req.method);
    if (changes && origin !== undefined && origin !== own && !FROM_PROVIDER.test(context.req.path))
      throw new HTTPException(403, { message: 'Another site may not send anything to this Kith.' });
    return next();
  };
}
