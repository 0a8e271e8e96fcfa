import { sql } from 'kysely';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginTransaction } from '#store';
import { openTestRecords, type TestRecords } from '#testing/records';

const ROOT = new URL('../../', import.meta.url).pathname;
const KITH = join(ROOT, 'bin/kith.js');
const WORKED = join(ROOT, 'src/testing/example-area/area');
const PORT = 18_742;

type Served = { readonly process: ChildProcess; readonly port: number; readonly said: { text: string } };

let home: string;
let store: string;
let opened: TestRecords;
const running: Served[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-several-'));
  store = join(home, 'area');
  opened = await openTestRecords();
  await kith('import', WORKED, '--store', store);
}, 120_000);
afterAll(async () => {
  for (const { process: one } of running) one.kill('SIGKILL');
  await opened.close();
  await rm(home, { recursive: true, force: true });
});

/** A `kith` command on the database of this file: what it said, and how it ended. */
async function kith(...args: readonly string[]): Promise<{ readonly status: number | null; readonly said: string }> {
  const served = start(args, 0);
  await once(served.process, 'close');
  return { status: served.process.exitCode, said: served.said.text };
}

function start(args: readonly string[], port: number): Served {
  const env = { ...process.env, DATABASE_URL: opened.urls?.web ?? '' };
  const child = spawn(process.execPath, [KITH, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said.text += chunk.toString()));
  return { process: child, port, said };
}

function serve(port: number): Served {
  const served = start(['serve', store, '--single-user', '--port', String(port)], port);
  running.push(served);
  return served;
}

/** Looks again until it is so; a test that waits for ever ends by the runner’s time. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}

async function ready(served: Served): Promise<void> {
  await until(() => {
    if (served.process.exitCode !== null) throw new Error(served.said.text);
    return served.said.text.includes('Kith is at');
  });
}

type Publication = {
  readonly version: number;
  readonly state: string;
  readonly current: boolean;
  readonly results: string;
};

function publications(): Promise<readonly Publication[]> {
  return beginTransaction(opened.owner, async (tx) => {
    const { rows } = await sql<Publication>`
      select version, state, results, version = (select version from account.current_publication) as current
      from account.publication order by version`.execute(tx);
    return rows;
  });
}

const page = async ({ port }: Served, path: string): Promise<string> =>
  (await fetch(`http://127.0.0.1:${port}${path}`)).text();
const works = ({ said }: Served): number => said.text.split('Working out').length - 1;

test('of two processes that start at once on one database, one works it out and both show it', async () => {
  const both = [serve(PORT), serve(PORT + 1)];
  await Promise.all(both.map(ready));
  expect(both.map(works).toSorted((a, b) => a - b)).toEqual([0, 1]);
  expect(await publications()).toMatchObject([{ state: 'published', current: true }]);
  const [first, second] = await Promise.all(both.map((one) => page(one, '/schools')));
  expect([first?.includes('School 5'), second === first]).toEqual([true, true]);
  for (const { said } of both) {
    expect(said.text).toContain('as the login kith_web, which the rules of access bind in the database itself');
  }
}, 120_000);

test('where the one that publishes is killed, the other takes over, and both were never half-way', async () => {
  const before = await publications();
  const layout = ['--layout', 'weekly-register', '--answer', 'urn=900101'];
  expect((await kith('import', join(ROOT, 'samples/weekly-register.csv'), '--store', store, ...layout)).status).toBe(0);
  const [a, b] = running;
  if (!a || !b) throw new Error('two were started');
  const counts = [works(a), works(b)];
  // A request notices the new files.
  await Promise.all([page(a, '/'), page(b, '/')]);
  await until(() => works(a) + works(b) > (counts[0] ?? 0) + (counts[1] ?? 0));
  const [publisher, other] = works(a) > (counts[0] ?? 0) ? [a, b] : [b, a];
  const exited = once(publisher.process, 'exit');
  publisher.process.kill('SIGKILL');
  await exited;
  await until(async () => (await publications()).filter(({ state }) => state === 'published').length > before.length);
  const after = await publications();
  const current = after.find((one) => one.current);
  expect(current?.version).toBeGreaterThan(before.at(-1)?.version ?? 0);
  expect(after.filter(({ state }) => state === 'writing')).toEqual([]);
  // Which of the two finished depends on when the kill came; the one that is left shows it, whoever it was.
  await until(async () => !(await page(other, '/schools')).includes('working'));
  // What the killed one had begun is swept by whoever publishes next; what is current is there.
  const [version = '', results = ''] = current?.results.split('/') ?? [];
  expect(await readdir(join(store, 'derived', version))).toContain(results);
}, 120_000);

test('a process that starts later finds what the database says, and works nothing out', async () => {
  const later = serve(PORT + 2);
  await ready(later);
  expect(works(later)).toBe(0);
}, 60_000);

test('while the database does not answer no process is ready, and afterwards each is', async () => {
  const status = async (): Promise<number> => (await fetch(`http://127.0.0.1:${PORT + 2}/ready`)).status;
  await until(async () => (await status()) === 200);
  let free = (): void => undefined;
  const holding = beginTransaction(opened.owner, async (tx) => {
    await sql`lock table account.publication in access exclusive mode`.execute(tx);
    await new Promise<void>((resolve) => (free = resolve));
  });
  await until(async () => (await status()) === 503);
  free();
  await holding;
  await until(async () => (await status()) === 200);
}, 60_000);

test('another area is refused on the same database', async () => {
  const another = join(home, 'another');
  await cp(store, another, { recursive: true });
  await rm(join(another, 'area-id'));
  const { status, said } = await kith('serve', another, '--single-user', '--port', String(PORT + 4));
  expect([status, said]).toEqual([1, expect.stringContaining('These records are of another area')]);
}, 60_000);
