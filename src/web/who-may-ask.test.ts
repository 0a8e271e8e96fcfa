import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#kernel';
import { openCookieBrowser, openSignedInWeb, settingsFor, SIGNING_IN, type SignedInWeb } from '#testing';
import { createWeb } from './index.ts';
import { findAsker, WHO_MAY_ASK } from './who-may-ask.ts';

const KITH = 'http://127.0.0.1:8642';
const UPN = 'H801200001001';

let world: SignedInWeb;
let app: ReturnType<typeof createWeb>;
beforeAll(async () => {
  world = await openSignedInWeb(systemClock);
  const signIn = world.signIn(settingsFor({ local: 'http://127.0.0.1:1' }), KITH, true);
  app = createWeb(world.web(signIn, { cast: Object.values(SIGNING_IN) }));
}, 300_000);
afterAll(() => world.close());

const browser = () => openCookieBrowser(KITH, () => app);

/** Every route of the product but what stands before who asks is known: files every page needs. */
const routes = () =>
  app.routes.filter(({ method, path }) => method !== 'ALL' && !/^\/(assets\/|favicon\.ico$)/.test(path));

/** An address that a route answers, made from its pattern. */
function addressOf(path: string): string {
  const values: Readonly<Record<string, string>> = {
    ':urn{[0-9]{6}}': '900101',
    ':upn': UPN,
    ':person{[a-z0-9-]{1,64}}': 'nobody',
    ':file{children\\.(?:csv|xlsx|ods)}': 'children.csv',
    ':file{[a-z-]+\\.csv}': 'ledger-by-school.csv',
    ':file{[a-z0-9-]+\\.csv}': 'a-trust.csv',
    ':file{[a-z0-9-]+\\.(?:csv|xlsx|ods)}': 'reason-not-known.csv',
    ':file{[0-9a-f]{32}\\.csv}': `${'0'.repeat(32)}.csv`,
    ':id{[0-9a-f]{32}}': '0'.repeat(32),
    ':n{[0-9]+}': '1',
    ':year{[0-9]{4}-[0-9]{2}}': '2024-25',
    ':scope': 'area',
    ':code': 'E08000032',
    ':measure': 'persistent-absence',
    '/*': '/v1',
  };
  const known = Object.entries(values).reduce((text, [pattern, value]) => text.replace(pattern, value), path);
  return known.replaceAll(/:[a-z_]+(\{[^/]*\})?/g, 'one');
}

test('every route has its row, and every row its route', () => {
  const missing = routes().filter(({ method, path }) => findAsker(method, path) === undefined);
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  const known = new Set(routes().map(({ method, path }) => `${method} ${path}`));
  expect(Object.keys(WHO_MAY_ASK).filter((row) => !known.has(row))).toEqual([]);
  expect(known.size).toBeGreaterThan(100);
});

test('who has not signed in is led to sign in from each that needs a person, and learns nothing there', async () => {
  const closed = routes().filter(({ method, path }) => {
    const asker = findAsker(method, path);
    return asker !== 'public';
  });
  for (const { method, path } of closed) {
    const headers = { origin: KITH, 'content-type': 'application/x-www-form-urlencoded' };
    const asked = await browser().once(addressOf(path), method === 'GET' ? {} : { method, headers, body: '' });
    const answer = [method, path, asked.status, asked.headers.get('location'), await asked.text()];
    expect(answer).toEqual([method, path, 303, '/sign-in', '']);
  }
  expect(closed.length).toBeGreaterThan(60);
});

test('who has not signed in may read each that is public, and no look is written in their name', async () => {
  const open = routes().filter(({ method, path }) => method === 'GET' && findAsker(method, path) === 'public');
  const faults: unknown[] = [];
  for (const { path } of open) {
    const { status, headers } = await browser().once(addressOf(path));
    if (status >= 500 || headers.get('location') === '/sign-in') faults.push([path, status, headers.get('location')]);
  }
  expect(faults).toEqual([]);
  expect(open.length).toBeGreaterThan(25);
});

describe('an address that is no page', () => {
  test.each([
    '/nothing',
    '/children/',
    '/lists/../children',
    '/CHILDREN',
    '//children',
    '/children;x',
    '/%2e%2e/children',
  ])('as %s gives nothing away either', async (path) => {
    const asked = await browser().once(`${KITH}${path}`);
    expect([path, asked.status, asked.headers.get('location')]).toEqual([path, 303, '/sign-in']);
  });

  test('is told of to who signed in', async () => {
    const one = browser();
    await one.post('/sign-in/as', { actor: 'asha' });
    expect((await one.get('/nothing')).status).toBe(404);
  });
});

test('a published figure is for everyone, and a figure of the account is not', async () => {
  const asked = async (scope: string) => (await browser().once(`/how/persistent-absence/${scope}`)).status;
  expect(await asked('E08000032')).not.toBe(303);
  expect(await asked('england')).not.toBe(303);
  for (const scope of [
    'area',
    'school-900101',
    `child-${UPN}`,
    'area.year-group-7',
    'england.x',
    'E08000032%2fx',
    'x',
    '%ff',
  ]) {
    expect([scope, await asked(scope)]).toEqual([scope, 303]);
  }
});

test('HEAD and other methods open nothing that GET does not', async () => {
  for (const method of ['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE-ME']) {
    const asked = await browser().once('/children', { method, headers: { origin: KITH } });
    expect([method, asked.status]).toEqual([method, 303]);
  }
});

test('two who ask at once are each themselves', async () => {
  const [asha, owen] = [browser(), browser()];
  await asha.post('/sign-in/as', { actor: 'asha' });
  await owen.post('/sign-in/as', { actor: 'owen' });
  const asked = await Promise.all(
    Array.from({ length: 10 }, async (_, at) => {
      const [one, name] = at % 2 === 0 ? [asha, 'Asha Verma'] : [owen, 'Owen Pryce'];
      const { html } = await one.get('/missions');
      return html.includes(name);
    }),
  );
  expect(asked).toEqual(asked.map(() => true));
});

test('no form is read without a limit', async () => {
  const single = createWeb(world.web(undefined));
  // Files have limits of their own, and what else is sent there is a button, of which nothing is read.
  const posts = single.routes.filter(({ method, path }) => method === 'POST' && !path.startsWith('/imports/'));
  const headers = {
    host: '127.0.0.1',
    origin: 'http://127.0.0.1',
    'content-type': 'application/x-www-form-urlencoded',
  };
  for (const path of new Set(posts.map((route) => route.path))) {
    const body = `a=${'a'.repeat(300 * 1024)}`;
    const answer = await single.request(`http://127.0.0.1${addressOf(path)}`, { method: 'POST', headers, body });
    expect([path, answer.status]).toEqual([path, 413]);
  }
  expect(posts.length).toBeGreaterThan(20);
});
