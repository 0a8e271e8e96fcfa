import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addActor, drawStandIn, singleUser, unsealedLooks, type Actor } from '#access';
import { VERSION } from '#cli';
import { systemClock } from '#kernel';
import { beginTransaction } from '#store';
import { openCollector, openSignedInWeb, settingsFor, upnOf, type MetricsCollector, type SignedInWeb } from '#testing';
import { createWeb } from '#web';
import { attributesText, METRICS, metricsText } from './metrics.ts';
import { openMetrics, type Metrics } from './open-metrics.ts';
import { requestLog } from './request-log.ts';
import { startExport } from './metrics-export.ts';
import { watchedAccess } from './watched-access.ts';

const KITH = 'http://127.0.0.1:8642';
/** What is in no byte that leaves: a name, a UPN, a URN, a word of a form, an address, who is signed in. */
const PLANTED = ['H801200001001', 'Almagreen', '900101', 'Planted-Body', '10.9.8.7', singleUser.id, singleUser.name];

const page = () => readFile(new URL('../../docs/guides/operation.md', import.meta.url), 'utf8');
const bare = (text: string) => text.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ');

test('the guide to operation holds the metrics and their attributes as they are', async () => {
  const guide = bare(await page());
  expect(guide).toContain(bare(metricsText()));
  expect(guide).toContain(bare(attributesText()));
});

test('the version that is told is that of the package', async () => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  expect(text).toContain(`"version": "${VERSION}"`);
});

let world: SignedInWeb;
beforeAll(async () => {
  world = await openSignedInWeb(systemClock);
}, 300_000);
afterAll(() => world.close());

const told: string[] = [];
const terminal = { clock: systemClock, err: (text: string) => void told.push(text) };

async function opened(url: string): Promise<Metrics> {
  const metrics = await openMetrics({ OTEL_EXPORTER_OTLP_ENDPOINT: url }, { origin: undefined }, terminal);
  if (!metrics) throw new Error('metrics were asked for');
  return metrics;
}

function webOf(metrics: Metrics, signedIn: boolean) {
  const signIn = signedIn ? undefined : world.signIn(settingsFor({ local: 'http://127.0.0.1:1' }), KITH, true);
  const operation = {
    isStopping: () => false,
    askRecords: async () => undefined,
    ...requestLog({}, terminal, metrics),
  };
  const access = watchedAccess(world.records, {}, terminal, metrics);
  return createWeb(world.web(signIn, { operation, access, limits: { pages: 100, visits: 6, signIns: 6 } }));
}

const looks = (): Promise<number> =>
  beginTransaction(world.records, async (tx) => {
    const { counted } = await tx
      .selectFrom('access.look')
      .select(({ fn }) => fn.countAll<string>().as('counted'))
      .executeTakeFirstOrThrow();
    return Number(counted);
  });

describe('what a collector is sent', () => {
  let collector: MetricsCollector;
  let written: number;
  beforeAll(async () => {
    collector = await openCollector(true);
    const metrics = await opened(collector.url);
    metrics.watch({
      state: async () => 'ready',
      unsealed: () => unsealedLooks(world.records, systemClock),
    });
    const before = await looks();
    const headers = {
      referer: `${KITH}/children?name=Almagreen`,
      'user-agent': 'Almagreen',
      'x-request-id': 'Almagreen',
      'x-forwarded-for': '10.9.8.7',
      cookie: 'name=Almagreen',
    };
    const single = webOf(metrics, true);
    const body = new URLSearchParams({ reason: 'Planted-Body', name: 'Almagreen' });
    for (const path of ['/children/H801200001001?name=Almagreen', '/schools/900101?of=Almagreen', '/Almagreen/900101'])
      await single.request(`${KITH}${path}`, { headers });
    await single.request(`${KITH}/children/H801200001001/emergency`, {
      method: 'POST',
      headers: { ...headers, origin: KITH },
      body,
    });
    await single.request(`${KITH}/children/H801200001001/emergency`, {
      method: 'POST',
      headers: { ...headers, origin: 'http://almagreen.example' },
      body,
    });
    await single.request('http://almagreen.example/children', { headers });
    await single.request(`${KITH}/children`, { method: 'ALMAGREEN', headers: { origin: KITH } });
    const visitor = webOf(metrics, false);
    for (let n = 0; n < 8; n += 1) await visitor.request(`${KITH}/methods?name=Almagreen`, { headers });
    // Looks through the door itself: two children, and one that is refused.
    const access = watchedAccess(world.records, { KITH_LOG: 'json' }, terminal, metrics);
    const opener: Actor = { id: 'Almagreen-2', name: 'Almagreen', role: 'virtual-school', scope: 'ties' };
    await access.actingAs(singleUser, 'access-management', { kind: 'area' }, (tx) => addActor(tx, opener, systemClock));
    // Who has one open already opens none.
    for (let n = 0; n < 2; n += 1) await access.openEmergency(opener, upnOf(4711), 'Planted-Body, and nobody answers');
    const children = { kind: 'schools', urns: [900_101, 900_102] } as const;
    await access.actingAs(singleUser, 'oversight', children, async () => undefined);
    const nobody = { ...singleUser, id: 'Almagreen', name: 'Almagreen' };
    await access.actingAs(nobody, 'oversight', { kind: 'area' }, async () => undefined).catch(() => undefined);
    await access
      .actingAs(singleUser, 'oversight', { kind: 'area' }, () => Promise.reject(new Error('rolled back')))
      .catch(() => undefined);
    // And through the doors of what someone’s rights ask.
    const gone = { upn: upnOf(4711), standIn: drawStandIn(), because: 'objection' } as const;
    await access.mayTakeOut(singleUser, gone);
    await access.takeChildOut(singleUser, gone);
    await access.takeChildOut(nobody, gone).catch(() => undefined);
    metrics.onPublished({ outcome: 'published', milliseconds: 1500 });
    written = (await looks()) - before;
    await metrics.stop();
  }, 60_000);
  afterAll(() => collector.close());

  test('is each metric of the table and no other, sent at the stop, to the path of metrics', () => {
    const names = new Set([...collector.points().keys()].map((key) => key.split(' ')[0] ?? ''));
    expect([...names].toSorted()).toEqual(Object.keys(METRICS).toSorted());
    expect(collector.sent[0]).toMatch(/^\/v1\/metrics /);
  });

  test('counts requests by method, pattern and status', () => {
    const all = collector.points();
    const requests = [...all].filter(([key]) => key.startsWith('http.server.request.duration'));
    const of = (method: string, route: string, status: number): number | undefined =>
      all.get(
        `http.server.request.duration http.request.method=${method} http.response.status_code=${status} http.route=${route} url.scheme=http`,
      );
    expect(requests.reduce((sum, [, count]) => sum + count, 0)).toBe(15);
    expect([of('GET', '/methods', 200), of('GET', '/methods', 429)]).toEqual([6, 2]);
    expect([of('GET', 'none', 404), of('_OTHER', 'none', 404)]).toEqual([1, 1]);
    expect(requests.filter(([key]) => key.includes('http.route=/children/:upn ')).length).toBe(1);
    expect(of('POST', '/children/:upn/emergency', 403)).toBeGreaterThan(0);
    // None is under way.
    const active = [...all].filter(([key]) => key.startsWith('http.server.active_requests'));
    expect(new Set(active.map(([, count]) => count))).toEqual(new Set([0]));
  });

  test('counts refusals by their kind', () => {
    const all = collector.points();
    const of = (kind: string) => all.get(`kith.refusals kith.refusal.kind=${kind}`);
    expect([of('another-site'), of('another-name'), of('too-often')]).toEqual([1, 1, 2]);
  });

  test('counts looks that were committed, as the records have them', () => {
    const all = collector.points();
    const [permitted = 0, refused = 0] = ['permitted', 'refused'].map((one) =>
      all.get(`kith.looks.written kith.look.outcome=${one}`),
    );
    expect(permitted + refused).toBe(written);
    expect(refused).toBeGreaterThan(0);
    expect(all.get('kith.looks.unsealed')).toBeGreaterThanOrEqual(written);
  });

  test('counts emergencies that were opened, each of which the log tells too, and nothing of it', () => {
    expect(collector.points().get('kith.emergencies.opened')).toBe(1);
    const lines = told.filter((line) => line.includes('emergency'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{"at":"[^"]+","event":"emergency-opened"\}\n$/);
  });

  test('holds publications, the state of pages, records and the process', () => {
    const all = collector.points();
    expect(all.get('kith.publication.duration kith.publication.outcome=published')).toBe(1);
    expect(all.get('kith.publication.state kith.publication.state=ready')).toBe(1);
    expect(all.get('kith.publication.state kith.publication.state=failed')).toBe(0);
    expect(all.get('kith.records.answering')).toBe(1);
    expect(all.get('process.memory.usage')).toBeGreaterThan(1e7);
  });

  test('holds no name, number, address or word of anybody in any byte', () => {
    const bytes = collector.sent.join('\n');
    expect(bytes.length).toBeGreaterThan(1000);
    for (const planted of PLANTED) expect(bytes.toLowerCase()).not.toContain(planted.toLowerCase());
    // Nor anything of the machine.
    const about = collector.bodies.flatMap(({ resourceMetrics }) =>
      resourceMetrics.flatMap(({ resource }) => resource.attributes.map(({ key }) => key)),
    );
    expect([...new Set(about)].toSorted()).toEqual(['service.instance.id', 'service.name', 'service.version']);
  });
});

test('records that do not answer are told as such, and what else there is to tell is told', async () => {
  const collector = await openCollector(true);
  const metrics = await opened(collector.url);
  metrics.watch({ state: async () => 'working', unsealed: () => unsealedLooks(world.records, systemClock) });
  // The embedded store has one session: whoever holds it keeps all others waiting.
  let free = (): void => undefined;
  const held = new Promise<void>((resolve) => (free = resolve));
  const holding = beginTransaction(world.records, () => held);
  await metrics.stop();
  free();
  await holding;
  const all = collector.points();
  expect([all.get('kith.records.answering'), all.has('kith.looks.unsealed')]).toEqual([0, false]);
  expect(all.get('kith.publication.state kith.publication.state=working')).toBe(1);
  collector.close();
});

test.each([
  ['is not there', false],
  ['takes and never answers', true],
])(
  'a collector that %s is told of once, without detail, and stops nothing',
  async (_, listens) => {
    const collector = await openCollector(false);
    if (!listens) collector.close();
    told.length = 0;
    const url = `${collector.url}/secret-path`;
    const settings = {
      OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: url,
      OTEL_METRIC_EXPORT_INTERVAL: '50',
      OTEL_EXPORTER_OTLP_TIMEOUT: '150',
    };
    const metrics = await openMetrics(settings, { origin: undefined }, terminal);
    if (!metrics) throw new Error('metrics were asked for');
    const app = webOf(metrics, true);
    while (told.length === 0) expect((await app.request(`${KITH}/methods`)).status).toBe(200);
    // Further exports fail too.
    for (let n = 0; n < 20; n += 1) await app.request(`${KITH}/health`);
    await metrics.stop();
    expect(told).toEqual(['The collector of metrics does not take them. Kith works on without it.\n']);
    if (listens) collector.close();
  },
  30_000,
);

test('what is not in the table of attributes is taken off, whoever put it on', async () => {
  const collector = await openCollector(true);
  const times = { every: 60_000, patience: 3000 };
  const { meter, stop } = await startExport(`${collector.url}/v1/metrics`, times, { version: VERSION, tell: () => {} });
  const stray = { name: 'Almagreen', 'http.route': '/children/H801200001001' };
  meter.createCounter('kith.refusals').add(1, { 'kith.refusal.kind': 'too-often', ...stray });
  meter.createObservableGauge('kith.records.answering').addCallback((result) => result.observe(1, stray));
  await stop();
  expect([...collector.points()]).toEqual([
    ['kith.refusals kith.refusal.kind=too-often', 1],
    ['kith.records.answering', 1],
  ]);
  expect(collector.sent.join('')).not.toMatch(/Almagreen|H801200001001/);
  collector.close();
});

test('times are told in seconds, as the table says', async () => {
  const collector = await openCollector(true);
  // Half a second passes each time somebody looks at it.
  let now = 0;
  const clock = { ...systemClock, milliseconds: () => (now += 500) };
  const about = { origin: undefined };
  const metrics = await openMetrics({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }, about, { ...terminal, clock });
  if (!metrics) throw new Error('metrics were asked for');
  metrics.watch({ state: async () => 'ready', unsealed: async () => 0 });
  const at = systemClock.now();
  metrics.onAnswer({ id: '1', at, method: 'GET', route: '/codes', status: 200, milliseconds: 250, refused: undefined });
  metrics.onPublished({ outcome: 'published', milliseconds: 1500 });
  await metrics.stop();
  const sums = collector.sums();
  const request = [...sums.keys()].find((key) => key.startsWith('http.server.request.duration')) ?? '';
  expect([sums.get(request), sums.get('kith.publication.duration kith.publication.outcome=published')]).toEqual([
    0.25, 1.5,
  ]);
  expect(sums.get('kith.records.latency')).toBe(0.5);
  const times = Object.entries(METRICS).filter(([name]) => /duration|latency|delay/.test(name));
  expect(new Set(times.map(([, { unit }]) => unit))).toEqual(new Set(['s']));
  collector.close();
});

test('where no collector is named nothing is measured', async () => {
  expect(await openMetrics({}, { origin: undefined }, terminal)).toBeUndefined();
});
