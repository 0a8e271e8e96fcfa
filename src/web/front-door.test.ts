import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { openCookieBrowser, openSignedInWeb, settingsFor, SIGNING_IN, type SignedInWeb } from '#testing';
import type { WebContext } from './context.ts';
import { createWeb } from './index.ts';

const LOCAL = 'http://127.0.0.1:8642';
const ORIGIN = 'https://kith.example.org';

let world: SignedInWeb;
beforeAll(async () => {
  world = await openSignedInWeb(systemClock);
}, 300_000);
afterAll(() => world.close());

function siteAt(origin: string, about: Partial<WebContext> = {}) {
  const signIn = world.signIn(settingsFor({ local: 'http://127.0.0.1:1' }), origin, true);
  const reached = origin === LOCAL ? {} : { origin: new URL(origin) };
  return createWeb(world.web(signIn, { cast: Object.values(SIGNING_IN), ...reached, ...about }));
}

describe('every kind of answer has its headers', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  test.each([
    ['a page', '/places', {}, 200],
    ['a redirect', '/children', {}, 303],
    ['a page that is refused', '/sign-in/people', {}, 303],
    ['a file', '/national.csv', {}, 200],
    ['an answer of the API', '/api/v1', {}, 200],
    ['an address of the API that there is not', '/api/v1/nothing', {}, 404],
    ['an asset', '/favicon.ico', {}, 204],
    ['another host', '/places', { headers: { host: 'evil.example' } }, 421],
    [
      'a fetch from another site',
      '/places',
      { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' } },
      403,
    ],
    ['a sign that nothing has', '/places?find=%00', {}, 400],
    [
      'a form of another site',
      '/sign-out',
      { method: 'POST', headers: { ...form, origin: 'https://evil.example' } },
      403,
    ],
    ['a form', '/sign-out', { method: 'POST', headers: { ...form, origin: ORIGIN }, body: '' }, 303],
    ['nobody to be', '/sign-in/as', { method: 'POST', headers: { ...form, origin: ORIGIN }, body: 'actor=none' }, 404],
    [
      'a form that is too long',
      '/sign-in/as',
      { method: 'POST', headers: { ...form, origin: ORIGIN }, body: 'x'.repeat(20_000) },
      413,
    ],
  ])('%s', async (_, path, init, status) => {
    const answer = await openCookieBrowser(ORIGIN, () => siteAt(ORIGIN)).once(path, init);
    expect(answer.status).toBe(status);
    const header = (name: string): string => answer.headers.get(name) ?? '';
    expect(header('content-security-policy')).toContain("default-src 'none'");
    expect(header('content-security-policy')).toContain("form-action 'self'");
    expect(header('content-security-policy')).not.toContain('unsafe');
    expect(header('strict-transport-security')).toMatch(/^max-age=31536000/);
    expect(header('x-frame-options')).toBe('DENY');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('referrer-policy')).toBe('same-origin');
    expect(header('cross-origin-resource-policy')).toBe('same-origin');
    expect(header('cache-control') === 'no-store' || path.startsWith('/api/')).toBe(true);
  });

  test('plain http on this machine promises no https', async () => {
    const answer = await openCookieBrowser(LOCAL, () => siteAt(LOCAL)).once('/places');
    expect(answer.headers.has('strict-transport-security')).toBe(false);
  });
});

describe('the name it is asked by', () => {
  const asked = async (origin: string, host: string, more: Readonly<Record<string, string>> = {}): Promise<number> => {
    const site = siteAt(origin);
    return (await site.request(`${origin}/places`, { headers: { host, ...more } })).status;
  };

  test('is that of its origin alone, whatever a proxy adds', async () => {
    expect(await asked(ORIGIN, 'kith.example.org')).toBe(200);
    expect(await asked(ORIGIN, 'KITH.example.org')).toBe(200);
    for (const host of ['127.0.0.1:8642', 'localhost', 'kith.example.org.evil.example', 'kith.example.org:8642']) {
      expect([host, await asked(ORIGIN, host, { 'x-forwarded-host': 'kith.example.org' })]).toEqual([host, 421]);
    }
  });

  test('without one it is this machine', async () => {
    expect(await asked(LOCAL, 'localhost:8642')).toBe(200);
    expect(await asked(LOCAL, 'kith.example.org')).toBe(421);
  });
});

describe('who asks too often waits', () => {
  const limits = { pages: 5, visits: 8, signIns: 3 };

  test('a person by their session, and nobody else with them', async () => {
    const site = siteAt(LOCAL, { limits });
    const [asha, owen] = [openCookieBrowser(LOCAL, () => site), openCookieBrowser(LOCAL, () => site)];
    await asha.once('/sign-in/as', await choosing('asha'));
    await owen.once('/sign-in/as', await choosing('owen'));
    for (let page = 0; page < 5; page += 1) expect((await asha.once('/codes')).status).toBe(200);
    const waits = await asha.once('/codes');
    expect(waits.status).toBe(429);
    expect(Number(waits.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await waits.text()).toContain('Too many requests');
    expect((await owen.once('/codes')).status).toBe(200);
  });

  test('steps of signing in sooner, by address', async () => {
    const site = siteAt(LOCAL, { limits });
    const one = openCookieBrowser(LOCAL, () => site);
    const codes: number[] = [];
    for (let tries = 0; tries < 4; tries += 1)
      codes.push((await one.post('/sign-in/invitation', { code: 'x' })).status);
    expect(codes).toEqual([400, 400, 400, 429]);
    expect((await openCookieBrowser(LOCAL, () => site).once('/codes')).status).toBe(200);
  });

  test('visitors by address', async () => {
    const site = siteAt(LOCAL, { limits });
    const codes: number[] = [];
    for (let visit = 0; visit < 9; visit += 1)
      codes.push((await openCookieBrowser(LOCAL, () => site).once('/codes')).status);
    expect(codes).toEqual([...Array.from({ length: 8 }, () => 200), 429]);
  });

  test('what a proxy says of an address is not believed', async () => {
    const site = siteAt(LOCAL, { limits });
    const codes: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      const headers = { 'x-forwarded-for': `192.0.2.${tries}` };
      codes.push(
        (await openCookieBrowser(LOCAL, () => site).post('/sign-in/invitation', { code: 'x' }, headers)).status,
      );
    }
    expect(codes.at(-1)).toBe(429);
  });

  async function choosing(actor: string): Promise<RequestInit> {
    const headers = { origin: LOCAL, 'content-type': 'application/x-www-form-urlencoded' };
    return { method: 'POST', headers, body: `actor=${actor}` };
  }
});
