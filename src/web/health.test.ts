import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { systemClock } from '#kernel';
import { openSignedInWeb, settingsFor, workFolder, type SignedInWeb } from '#testing';
import type { WebContext } from './context.ts';
import { createWeb } from './index.ts';
import type { Answered, Operation } from './operation.ts';

const KITH = 'http://127.0.0.1:8642';
const UPN = 'H801200001001';

let world: SignedInWeb;
beforeAll(async () => {
  world = await openSignedInWeb(systemClock);
}, 300_000);
afterAll(() => world.close());

const works: Operation = { isStopping: () => false, askRecords: async () => undefined };
const opened = (about: Partial<WebContext>) =>
  createWeb(world.web(world.signIn(settingsFor({ local: 'http://127.0.0.1:1' }), KITH, true), about));

describe('whether it is ready', () => {
  test.each([
    ['all is well', works, { kind: 'empty' }, 200, 'ready\n'],
    ['it is stopping', { ...works, isStopping: (): boolean => true }, { kind: 'empty' }, 503, 'stopping\n'],
    ['nothing is published', works, { kind: 'working', words: 'Reading', percent: 1 }, 503, 'waiting\n'],
    ['it could not be', works, { kind: 'failed', reason: 'Alma Green has no school.' }, 200, 'ready\n'],
    [
      'the records do not answer',
      { ...works, askRecords: () => Promise.reject(new Error('connect 10.0.0.1')) },
      { kind: 'empty' },
      503,
      'waiting\n',
    ],
  ] as const)('%s', async (_, operation, state, status, words) => {
    const app = opened({ operation, account: async () => state });
    const asked = await app.request('/ready');
    expect([asked.status, await asked.text()]).toEqual([status, words]);
    // The process itself answers whatever the records do, under any name and to who has no session.
    const health = await app.request('http://10.1.2.3/health');
    expect([health.status, await health.text(), health.headers.get('set-cookie')]).toEqual([200, 'working\n', null]);
  });

  test('the records are asked once, however often a machine asks, and no limit stops it', async () => {
    let asked = 0;
    const clock = { ...systemClock, milliseconds: () => 0 };
    const askRecords = async () => void (asked += 1);
    const limits = { pages: 1, visits: 1, signIns: 1 };
    const app = opened({ clock, limits, operation: { ...works, askRecords } });
    const all = await Promise.all(Array.from({ length: 50 }, async () => (await app.request('/ready')).status));
    expect(new Set(all)).toEqual(new Set([200]));
    expect(asked).toBe(1);
  });
});

describe('our own fault', () => {
  const failing: Partial<WebContext> = {
    signIn: undefined,
    account: async () => {
      throw Object.assign(new Error('Key (name)=(Almagreen) is twice'), { code: '23505' });
    },
  };
  /** The API asks for no account. A release that is no JSON fails, in words that repeat what stands in it. */
  const failingApi = async (): Promise<Partial<WebContext>> => {
    const path = await workFolder();
    const release = join(path, 'open-data', '2024-25.1', 'absence');
    await mkdir(release, { recursive: true });
    await writeFile(join(release, 'release.json'), 'Almagreen');
    const { area } = world.web(undefined);
    return { signIn: undefined, area: { ...area, folder: { ...area.folder, path } } };
  };
  const RELEASES = '/api/v1/data-sets';

  test('is told by its class, its code, its place, the route and the number that the page shows', async () => {
    const told: unknown[] = [];
    const app = opened({ ...failing, operation: { ...works, onFault: (fault) => void told.push(fault) } });
    const asked = await app.request(`${KITH}/children/${UPN}?name=Almagreen`);
    const id = asked.headers.get('x-request-id') ?? '';
    expect([asked.status, id]).toEqual([500, expect.stringMatching(/^[0-9a-f]{32}$/)]);
    const page = await asked.text();
    expect(page).toContain(id);
    expect(page).not.toContain('(name)=');
    expect(told).toMatchObject([
      { id, method: 'GET', route: '/children/:upn', fault: { name: 'Error', code: '23505' } },
    ]);
    expect(JSON.stringify(told)).toMatch(/"at":\["src\/web\//);
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${UPN}|Almagreen`));
  });

  test('is told of the API in the same way, and its answer says what to do', async () => {
    const told: unknown[] = [];
    const operation = { ...works, onFault: (fault: unknown) => void told.push(fault) };
    const asked = await opened({ ...(await failingApi()), operation }).request(`${KITH}${RELEASES}`);
    expect([asked.status, await asked.json()]).toEqual([
      500,
      {
        type: 'about:blank',
        title: 'Kith could not answer',
        status: 500,
        detail: 'Try again; if it happens again, tell whoever runs this Kith.',
      },
    ]);
    const id = asked.headers.get('x-request-id');
    expect(told).toMatchObject([{ id, method: 'GET', route: RELEASES, fault: { name: 'SyntaxError' } }]);
    expect(JSON.stringify(told)).not.toContain('Almagreen');
  });

  test.each([
    ['page', '/children/:upn', 'Error 23505 at src/web/', `/children/${UPN}?name=Almagreen`, async () => failing],
    ['reply of the API', RELEASES, 'SyntaxError at src/exchange/', RELEASES, failingApi],
  ])('of a %s is on standard error without its message where nobody listens', async (_, route, fault, path, about) => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      await opened({ ...(await about()), operation: undefined }).request(`${KITH}${path}`);
      const said = written.mock.calls.map(([text]) => String(text)).join('');
      const [before, after] = said.split(/ \([0-9a-f]{32}\): /);
      expect([before, after?.startsWith(fault)]).toEqual([`web: GET ${route}`, true]);
      expect(said).not.toMatch(new RegExp(`${UPN}|Almagreen`));
    } finally {
      written.mockRestore();
    }
  });
});

test('what is told of an answer holds no address, number or name, and the browser has its number', async () => {
  const told: Answered[] = [];
  const app = opened({ operation: { ...works, onAnswer: (answer) => void told.push(answer) } });
  const asked = await app.request(`${KITH}/children/${UPN}?name=Alma+Green`, {
    headers: { referer: `${KITH}/children?name=Alma`, 'x-request-id': 'Alma' },
  });
  await app.request(`${KITH}/Alma/${UPN}`);
  await app.request(`${KITH}/children`, { method: 'ALMA', headers: { origin: KITH } });
  expect(told.map(({ method, route, status }) => [method, route, status])).toEqual([
    ['GET', '/children/:upn', 303],
    ['GET', 'none', 303],
    ['_OTHER', 'none', 303],
  ]);
  expect(asked.headers.get('x-request-id')).toBe(told[0]?.id);
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${UPN}|Alma|127\\.0\\.0`, 'i'));
});

test('an answer given while stopping closes its connection', async () => {
  const app = opened({ operation: { ...works, isStopping: () => true } });
  expect((await app.request(`${KITH}/sign-in`)).headers.get('connection')).toBe('close');
});
