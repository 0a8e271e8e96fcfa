import type { Context, Next } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { t } from '#language';
import type { Limits, WebContext } from './context.ts';
import { inPageLanguage } from './page-language.ts';
import { findPersonAsking } from './person.ts';
import { shell } from './shell.tsx';

/** Generous for who reads, strict for who tries to get in. Nobody meets them who does not let a machine ask. */
export const LIMITS: Limits = { pages: 600, visits: 3000, signIns: 60 };

/** Steps of signing in: each costs a look at the provider or a try of a secret. */
const STEP = /^\/sign-in\/./;

/** Lets a minute’s share of requests through, then answers 429 with a plain page. Counts are of this process. */
export function withinLimits(web: WebContext): (context: Context, next: Next) => Promise<Response | void> {
  const { pages, visits, signIns } = web.limits ?? LIMITS;
  const duration = 60;
  const ofPeople = new RateLimiterMemory({ points: pages, duration });
  const ofVisitors = new RateLimiterMemory({ points: visits, duration });
  const ofSteps = new RateLimiterMemory({ points: signIns, duration });
  return async (context, next) => {
    if (!web.signIn) return next();
    const person = findPersonAsking();
    const address = addressOf(context);
    const wait =
      (person ? await secondsToWait(ofPeople, person.session) : await secondsToWait(ofVisitors, address)) ??
      (STEP.test(context.req.path) && !person ? await secondsToWait(ofSteps, address) : undefined);
    if (wait === undefined) return next();
    context.header('Retry-After', String(wait));
    return inPageLanguage(() => context.html(<TooOften web={web} />, 429));
  };
}

async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (refused) {
    // The library throws what it found where the share is used up, and an error where it could not count.
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** The other end of the connection. What a proxy says of who stands behind it is not believed. */
function addressOf({ env }: Context): string {
  const incoming: unknown = at(env, 'incoming');
  const address = at(at(incoming, 'socket'), 'remoteAddress');
  return typeof address === 'string' ? address : '';
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function TooOften({ web }: { readonly web: WebContext }) {
  return shell(web, {
    section: 'none',
    title: t('answers.too-often'),
    children: <p class="govuk-body">{t('answers.too-often.text')}</p>,
  });
}
