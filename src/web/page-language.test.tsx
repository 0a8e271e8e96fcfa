import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { t } from '#language';
import { Page } from './layout/index.ts';
import { inLanguageAsked, inPageLanguage } from './page-language.ts';

const app = new Hono();
app.use(inLanguageAsked);
app.get('/words', (context) => inPageLanguage(() => context.html(<Page title="x">{t('shell.how')}</Page>)));
// An address that is in the catalogue, so its content comes in the language asked for.
app.get('/children/:pauses', async (context) => {
  for (let at = 0; at < Number(context.req.param('pauses')); at += 1) await new Promise(setImmediate);
  return context.html(<Page title="x">{t('shell.how')}</Page>);
});
app.notFound((context) => context.html(<Page title="Not found">{t('shell.how')}</Page>));
app.all('/english', (context) => context.html(<Page title="Only English">{t('shell.how')}</Page>));

const HOW = { en: 'How is this worked out?', ar: 'كيف حُسب هذا الرقم؟' } as const;

async function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  // As a server hands it over: whatever the path, the host is its own.
  const answer = await app.request(`http://127.0.0.1${path}`, { headers, method });
  const html = await answer.text();
  return {
    html,
    lang: /<html lang="(\w+)" dir="(\w+)"/.exec(html)?.slice(1),
    cookie: answer.headers.get('set-cookie'),
  };
}

/** Where the switches of a page lead. */
function addressesOf({ html }: { readonly html: string }): readonly string[] {
  return [...html.matchAll(/href="([^"]*)" hreflang/g)].map(([, href = '']) => href);
}

describe('the language of a page', () => {
  test.each([
    ['/words', {}, 'en'],
    ['/words?lang=ar', {}, 'ar'],
    ['/words', { cookie: 'kith-language=ar' }, 'ar'],
    ['/words?lang=en', { cookie: 'kith-language=ar' }, 'en'],
    ['/words', { 'accept-language': 'ar-EG,ar;q=0.9,en;q=0.8' }, 'ar'],
    ['/words', { 'accept-language': 'fr,en;q=0.8,ar;q=0.1' }, 'en'],
    ['/words', { 'accept-language': 'ar', cookie: 'kith-language=en' }, 'en'],
    ['/words?lang=ar"><script>', { cookie: 'kith-language=%00; x', 'accept-language': ';;q=,' }, 'en'],
    ['/words?lang=toString', { cookie: 'kith-language=__proto__' }, 'en'],
  ] as const)('%s with %j is %s', async (path, headers, language) => {
    const { html, lang } = await ask(path, headers);
    expect(lang).toEqual([language, language === 'ar' ? 'rtl' : 'ltr']);
    expect(html).toContain(HOW[language]);
    expect(html).not.toContain('<script>');
  });

  test('is kept by a cookie that no script reads, where the person chose it', async () => {
    const { cookie } = await ask('/words?lang=ar');
    expect(cookie).toMatch(/^kith-language=ar; /);
    for (const part of ['Path=/', 'HttpOnly', 'SameSite=Strict']) expect(cookie).toContain(part);
    expect((await ask('/words', { 'accept-language': 'ar' })).cookie).toBeNull();
    expect((await ask('/words?lang=xx')).cookie).toBeNull();
    expect((await ask('/english?lang=ar', {}, 'POST')).cookie).toBeNull();
  });

  test('does not mix with that of pages made at the same time', async () => {
    const asked = Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? 'ar' : 'en'));
    const pages = await Promise.all(asked.map((language, at) => ask(`/children/${(at * 7) % 11}?lang=${language}`)));
    expect(pages.map(({ lang }) => lang?.[0])).toEqual(asked);
    pages.forEach(({ html }, at) => {
      const [own, other] = asked[at] === 'ar' ? [HOW.ar, HOW.en] : [HOW.en, HOW.ar];
      expect(html).toContain(own);
      expect(html).not.toContain(other);
    });
  });

  test('is switched by a link to the same page, which needs no script', async () => {
    const { html } = await ask('/words?find=a%26b&lang=en');
    expect(html).toContain('href="/words?find=a%26b&amp;lang=ar" hreflang="ar"');
    expect(html).toContain('<span aria-current="true">English</span>');
    expect((await ask('/english', {}, 'POST')).html).toContain('href="/?lang=ar"');
  });

  test.each([['/'], ['//'], ['///'], ['//elsewhere.example/'], ['//a//elsewhere.example/'], ['//x:99999/']])(
    'is switched by a link that stays here: %s',
    async (path) => {
      const links = addressesOf(await ask(path));
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((href) => !/^\/(?!\/)/.test(href))).toEqual([]);
    },
  );

  test('says that nobody has checked a translation, where it is offered and where it is used', async () => {
    expect((await ask('/words')).html).toContain('has not yet been checked by a native speaker');
    expect((await ask('/words?lang=ar')).html).toContain('لم يراجع هذه الترجمة بعدُ متحدثٌ أصلي');
  });

  test('leaves a page without its words in English, marked as English, with a note that says so', async () => {
    const { html, lang } = await ask('/english?lang=ar');
    expect(lang).toEqual(['ar', 'rtl']);
    expect(html).toContain('هذه الصفحة غير متاحة بلغتك بعد');
    expect(html).toContain('<title lang="en" dir="ltr">Only English');
    expect(html).toMatch(
      /<div class="govuk-width-container" lang="en" dir="ltr"><main[^>]*>.*How is this worked out\?/s,
    );
    expect((await ask('/english')).html).not.toContain('dir="ltr"><main');
  });
});
