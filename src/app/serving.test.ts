import { spawn, type ChildProcess } from 'node:child_process';
import { get, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { systemClock } from '#kernel';
import { createAccess } from '#access';
import { areaAt } from '#exchange/area-files';
import { beginTransaction, closeRecords, openRecords, Warehouse } from '#store';
import { openCollector, runKith, runKithHere, WATCH, workedArea, workFolder, type MetricsCollector } from '#testing';
import { keepPublished } from './keep-published.ts';
import { serve } from './serve.ts';

const KITH = new URL('../../bin/kith.js', import.meta.url).pathname;
const PORT = 18_642;
const watched: NodeJS.ProcessEnv = { ...process.env, NODE_OPTIONS: `--import=${WATCH}` };

type Served = { readonly process: ChildProcess; readonly said: { text: string } };

function startServing(args: readonly string[], more: NodeJS.ProcessEnv = {}): Served {
  const env = { ...watched, ...more };
  const child = spawn(process.execPath, [KITH, 'serve', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said.text += chunk.toString()));
  return { process: child, said };
}

async function untilReady(served: Served): Promise<void> {
  while (!served.said.text.includes('Kith is at')) {
    if (served.process.exitCode !== null) throw new Error(served.said.text);
    await pause(100);
  }
}

async function stop(served: Served): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => served.process.on('close', resolve));
  served.process.kill('SIGTERM');
  return ended;
}

/** One request with headers of our own, as `fetch` does not allow. */
function status(
  path: string,
  host: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: PORT, path, headers: { host, ...headers } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

type Slow = { readonly finish: () => Promise<readonly [status: number | undefined, location: string | undefined]> };

/** A file on its way in, of which the last bytes are held back. Resolves when Kith has taken the request. */
function sendSlowly(): Promise<Slow> {
  const [first, last] = [
    '--x\r\ncontent-disposition: form-data; name="files"; filename="schools.csv"\r\n\r\nurn',
    '\r\n--x--\r\n',
  ];
  const headers = {
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': first.length + last.length,
    origin: `http://127.0.0.1:${PORT}`,
    expect: '100-continue',
  };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: PORT, path: '/imports/new', method: 'POST', headers });
    const finish: Slow['finish'] = () =>
      new Promise((done, lost) => {
        sent.on('error', lost);
        sent.on('response', (response) => {
          response.resume();
          response.on('error', lost);
          response.on('end', () => done([response.statusCode, response.headers.location]));
        });
        sent.end(last);
      });
    sent.on('error', reject);
    sent.on('continue', () => {
      sent.write(first);
      resolve({ finish });
    });
    sent.flushHeaders();
  });
}

function isListening(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(PORT, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

describe('serving the demonstration', () => {
  let home: string;
  let served: Served;
  let collector: MetricsCollector;
  beforeAll(async () => {
    collector = await openCollector(true);
    home = await mkdtemp(join(tmpdir(), 'kith-serve-'));
    const made = await runKith(['demo', join(home, 'northmoor'), '--pupils', '300'], undefined, watched);
    if (made.status !== 0 || made.err.includes('NETWORK')) throw new Error(made.err);
    served = startServing([join(home, 'northmoor'), '--port', String(PORT)], {
      KITH_LOG: 'json',
      KITH_DRAIN_SECONDS: '3',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
    await untilReady(served);
  }, 240_000);
  afterAll(async () => {
    served.process.kill('SIGKILL');
    collector.close();
    await rm(home, { recursive: true, force: true });
  });

  test.each(['/', '/schools', '/children', '/national', '/measures', '/codes', '/forms', '/imports', '/imports/new'])(
    'GET %s answers with a page and keeps it out of caches',
    async (path) => {
      const response = await fetch(`http://127.0.0.1:${PORT}${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline');
      expect(await response.text()).toContain('Northmoor');
    },
  );

  test('a child that is not there is logged by the pattern of the route (searched for below)', async () => {
    const asked = await fetch(`http://127.0.0.1:${PORT}/children/H801200001001?name=Almagreen`);
    expect(asked.status).toBe(404);
  });

  test('an address that is no page answers 404', async () => {
    expect((await fetch(`http://127.0.0.1:${PORT}/nothing`)).status).toBe(404);
  });

  test('another name in the Host header is refused: a page elsewhere cannot reach in by DNS', async () => {
    expect(await status('/', 'attacker.example')).toBe(421);
    expect(await status('/', `localhost:${PORT}`)).toBe(200);
  });

  test('another site may lead here, and may not fetch from here', async () => {
    const asked = (mode: string): Promise<number | undefined> =>
      status('/children.csv', `127.0.0.1:${PORT}`, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode });
    expect([await asked('no-cors'), await asked('cors'), await asked('navigate')]).toEqual([403, 403, 200]);
  });

  test('a sign that no database takes is refused with a sentence', async () => {
    const answer = await fetch(`http://127.0.0.1:${PORT}/children?find=%00abc`);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('%00')]);
  });

  test('a form sent from another site is refused', async () => {
    const response = await fetch(`http://127.0.0.1:${PORT}/imports/new`, {
      method: 'POST',
      headers: { origin: 'http://attacker.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'x=1',
    });
    expect(response.status).toBe(403);
  });

  test('it listens on this machine only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one !== undefined && !one.internal && one.family === 'IPv4');
    if (!outside) return; // a machine without a network cannot be reached from one
    await expect(fetch(`http://${outside.address}:${PORT}/`)).rejects.toThrow(/fetch failed/);
  });

  test('a second Kith on the same area is refused with a sentence', async () => {
    const second = await runKithHere(['serve', join(home, 'northmoor'), '--port', String(PORT + 1)], serve);
    expect(second.status).toBe(1);
    expect(second.err).toContain('is in use by process');
  });

  test('told to stop, it says that it is not ready and answers all that was asked, however slowly', async () => {
    const answered: number[] = [];
    // As a balancer does: it sends a request where `/ready` just said so, and elsewhere from the first 503.
    const sending = Array.from({ length: 4 }, async () => {
      for (;;) {
        const ready = await fetch(`http://127.0.0.1:${PORT}/ready`);
        if (ready.status !== 200) return ready.status;
        const page = await fetch(`http://127.0.0.1:${PORT}/schools`);
        await page.text();
        answered.push(page.status);
      }
    });
    while (answered.length < 8) await Promise.race([pause(20), ...sending]);
    const slow = await sendSlowly();
    const ended = stop(served);
    // A request that is lost rejects here.
    expect(await Promise.all(sending)).toEqual([503, 503, 503, 503]);
    expect(new Set(answered)).toEqual(new Set([200]));
    const [health, late] = await Promise.all(
      ['/health', '/children'].map((path) => fetch(`http://127.0.0.1:${PORT}${path}`)),
    );
    expect([health?.status, late?.status, late?.headers.get('connection')]).toEqual([200, 200, 'close']);
    // The drain ends, nothing more is taken, and the slow one is still waited for.
    while (await isListening()) await pause(50);
    expect(served.process.exitCode).toBeNull();
    const [status, location] = await slow.finish();
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/imports\/new\/[0-9a-f]{32}$/)]);
    expect(await ended).toBe(0);
  }, 60_000);

  test('what it logged of requests says what was asked for and never of whom', async () => {
    const upn = 'H801200001001';
    const lines = served.said.text.split('\n').filter((line) => line.startsWith('{'));
    const logged = lines.map((line): unknown => JSON.parse(line));
    expect(logged).toContainEqual(expect.objectContaining({ method: 'GET', route: '/children/:upn', status: 404 }));
    expect(served.said.text).not.toMatch(new RegExp(`${upn}|Almagreen`));
  });

  test('the collector that was named was sent what it answered, who looked and what it published', () => {
    const all = [...collector.points()];
    const counted = (name: string): number =>
      all.filter(([key]) => key.startsWith(name)).reduce((sum, [, count]) => sum + count, 0);
    expect(
      counted('http.server.request.duration http.request.method=GET http.response.status_code=200'),
    ).toBeGreaterThan(9);
    expect(counted('kith.looks.written kith.look.outcome=permitted')).toBeGreaterThan(3);
    expect(counted('kith.publication.duration kith.publication.outcome=published')).toBeGreaterThan(0);
    expect(counted('kith.refusals kith.refusal.kind=another-name')).toBe(1);
    expect(counted('kith.records.answering')).toBe(1);
  });

  test('it reached for no other machine', () => {
    expect(served.said.text).not.toContain('NETWORK');
  });
});

test('an area of real people opens only for someone who says that they know what it means', async () => {
  const store = join(await workFolder(), 'area');
  expect((await runKithHere(['import', workedArea, '--store', store])).status).toBe(0);
  const refused = await runKithHere(['serve', store, '--port', String(PORT + 2)], serve);
  expect(refused.status).toBe(1);
  expect(refused.err).toContain('--single-user');
}, 60_000);

test('what an older Kith worked out is worked out again, and what this one did is not', async () => {
  const store = join(await workFolder(), 'store');
  await runKithHere(['import', workedArea, '--store', store]);
  const served = startServing([store, '--single-user', '--port', String(PORT + 2)], { KITH_DRAIN_SECONDS: '300' });
  await untilReady(served);
  // It would answer on for five minutes: a second signal, whichever it is, ends it at once, and the store stays whole.
  const ended = stop(served);
  while ((await fetch(`http://127.0.0.1:${PORT + 2}/ready`)).status !== 503) await pause(20);
  served.process.kill('SIGINT');
  await ended;
  expect(served.process.signalCode).toBe('SIGINT');
  expect(served.said.text).toContain('Working out');
  // What the import packed for the accounts to come, and what it judged, is still there beside what was worked out.
  const [version = ''] = await readdir(join(store, 'derived'));
  const derived = (): Promise<readonly string[]> => readdir(join(store, 'derived', version));
  const [results, findings, register] = (await derived()).toSorted();
  expect([results, findings]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^findings-/)]);
  expect(register).toBe('register');
  const records = await openRecords({ folder: join(store, 'records') });
  onTestFinished(() => closeRecords(records));
  const access = createAccess(records, systemClock);
  /** What a start says until there is something to show, on the records that the process before left behind. */
  const said = async (): Promise<string> => {
    let text = '';
    const err = (words: string): void => void (text += words);
    const terminal = { out: err, err, width: undefined, clock: systemClock, user: 'a test' };
    const keeper = keepPublished(areaAt(store), records, access, terminal);
    await keeper.shows();
    expect((await keeper.state()).kind).toBe('ready');
    keeper.stop();
    return text;
  };
  expect(await said()).not.toContain('Working out');
  // The records say what they hold: made by other rules, or of other files, it is made again.
  await beginTransaction(records, (tx) => tx.updateTable('account.publication').set({ made_of: 'older' }).execute());
  expect(await said()).toContain('Working out');
  // As after a restore beside a folder whose sums are others.
  for (const name of await derived()) await rm(join(store, 'derived', version, name), { recursive: true });
  expect(await said()).toContain('Working out');
}, 240_000);

test('a folder that is no area is refused with what to do', async () => {
  const { status: ended, err } = await runKithHere(['serve', join(await workFolder(), 'nowhere')], serve);
  expect(ended).toBe(1);
  expect(err).toContain('kith import <folder>');
});

test.each([
  'select * from read_csv($$https://example.com/x.csv$$)',
  'install httpfs',
  'load httpfs',
  'select * from read_text($$/etc/hostname$$)',
])('the warehouse cannot leave its folders: %s', async (sql) => {
  const warehouse = await Warehouse.open({ folders: [await workFolder()] });
  await expect(warehouse.run(sql)).rejects.toThrow(/disabled|Permission|not allowed|cannot/i);
  warehouse.close();
});

test('the watch on the network would see it', async () => {
  const child = spawn(process.execPath, [
    '--import',
    WATCH,
    '-e',
    "require('node:net').connect(9, '192.0.2.1').on('error', () => {}).destroy()",
  ]);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  await new Promise((resolve) => child.on('close', resolve));
  expect(said).toContain('NETWORK 192.0.2.1');
});
