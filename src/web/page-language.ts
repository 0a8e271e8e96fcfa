import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Next } from 'hono';
import { setCookie } from 'hono/cookie';
import { languageDetector, type LanguageVariables } from 'hono/language';
import { findLanguage, languages, speak, spokenLanguage, type Language } from '#language';

/**
 * Addresses whose pages have all their words in the catalogue. Every other page is shown in English, marked as English
 * and with a note that says so: a half-translated page helps nobody, and a screen reader would read it out wrongly.
 */
const IN_CATALOGUE: readonly RegExp[] = [
  /^\/$/,
  /^\/schools$/,
  /^\/schools\/\d{6}$/,
  /^\/schools\/\d{6}\/(year-groups|classes|groups)\//,
  /^\/trusts(\/[a-z0-9-]+)?$/,
  /^\/terms(\/\d{4}-\d{2}(\/reset)?)?$/,
  /^\/why-different\/[^/]+$/,
  /^\/quality(\/[a-z0-9-]+)?$/,
  /^\/children$/,
  /^\/children\/[^/]+(\/(looks|who-can-see|emergency|consent|consent\/competence|notes\/new))?$/,
  /^\/access(\/.+)?$/,
  /^\/(compare|groups|guide|methods|national|places|statistics|variation)$/,
  /^\/(sign-in|signed-out)(\/(invitation|people))?$/,
  /^\/imports$/,
  /^\/imports\/(new|to-mend|[^/]+\/forget)$/,
  /^\/(places|statistics)\/[^/.]+$/,
  /^\/(missions|challenges)(\/new)?$/,
  /^\/missions\/[^/.]+(\/(amend|end))?$/,
  /^\/challenges\/[^/]+(\/(acknowledge|answer|take-out))?$/,
  /^\/schools\/\d{6}\/paper$/,
  /^\/schools\/(compare|\d{6}\/compare)$/,
  /^\/rights(\/new|\/[0-9a-f]{32})?$/,
  /^\/(measures|codes|forms)$/,
  /^\/how\/[^/]+\/[^/]+$/,
  /^\/open-data(\/[^/]+\/[^/]+)?$/,
  /^\/lists(\/[a-z0-9-]+)?$/,
  /^\/imports\/new\/[^/]+(\/progress|\/confirm)?$/,
];

type Asked = {
  readonly language: Language;
  /** Path and search of the page that is being made; undefined where it cannot be asked for again by its address. */
  readonly address: string | undefined;
};

const asked = new AsyncLocalStorage<Asked>();
const COOKIE = 'kith-language';
const A_YEAR = 31_536_000;

/** `?lang=ar` says it, a cookie keeps it; for who has neither, the browser’s own languages. */
const detect = languageDetector({
  supportedLanguages: [...languages],
  fallbackLanguage: 'en',
  order: ['querystring', 'cookie', 'header'],
  lookupQueryString: 'lang',
  lookupCookie: COOKIE,
  // Kept only where the person chose; otherwise a change in the browser would change nothing here.
  caches: false,
});

/** Finds out the language of a request and answers it in that language. */
export async function inLanguageAsked(
  context: Context<{ Variables: LanguageVariables }, string>,
  next: Next,
): Promise<void> {
  await detect(context, () => Promise.resolve());
  const language = findLanguage(context.get('language')) ?? 'en';
  const { method, path } = context.req;
  if (method === 'GET' && findLanguage(context.req.query('lang') ?? '') === language) {
    setCookie(context, COOKIE, language, { path: '/', sameSite: 'Strict', httpOnly: true, maxAge: A_YEAR });
  }
  const { search } = new URL(context.req.url);
  const address = method === 'GET' ? `${path}${search}` : undefined;
  const words = IN_CATALOGUE.some((known) => known.test(path)) ? language : 'en';
  await asked.run({ language, address }, () => speak(words, next));
}

/** The language of the page around its content: navigation, notices, footer, `<html lang>`. */
export function pageLanguage(): Language {
  return asked.getStore()?.language ?? spokenLanguage();
}

export function inPageLanguage<Result>(work: () => Result): Result {
  return speak(pageLanguage(), work);
}

/** The address of this same page in another language; from an answer to a form, the first page. */
export function addressIn(language: Language): string {
  // Never `//`: a browser would read what follows as the name of another site.
  const url = new URL(`http://kith.invalid/${(asked.getStore()?.address ?? '').replace(/^\/+/, '')}`);
  url.searchParams.set('lang', language);
  return `/${url.pathname.replace(/^\/+/, '')}${url.search}`;
}
