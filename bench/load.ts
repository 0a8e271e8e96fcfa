import { spawn, type ChildProcess } from 'node:child_process';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { seededRandom, systemClock } from '#kernel';
import { percentile, sendArrivals, type Answered } from './arrivals.ts';
import { readVisits, type Visits } from './visits.ts';

/**
 * `npm run bench:load -- [pupils] [report] [folder]`: serves Northmoor and lets requests arrive at random, as the people
 * of an area would: lists, children, schools and searches. Reports how long answers took at the median and the 95th
 * percentile, page by page. `folder`: a Northmoor that is already there, or where to make it and leave it.
 */
const [pupils = '200000', report, kept] = process.argv.slice(2);
const RATE = 10;
const SECONDS = 180;
const PORT = 18_791;
const KITH = new URL('../bin/kith.js', import.meta.url).pathname;

const home = kept === undefined ? await mkdtemp(join(tmpdir(), 'kith-load-')) : undefined;
const folder = kept ?? join(home ?? '', 'northmoor');
try {
  if (!(await isThere(folder))) await run(['demo', folder, '--pupils', pupils]);
  const began = systemClock.milliseconds();
  const server = await serve(folder);
  const ready = Math.round((systemClock.milliseconds() - began) / 1000);
  try {
    const origin = `http://127.0.0.1:${PORT}`;
    const visits = await readVisits(origin);
    const random = seededRandom(1);
    // Every page once, so that what a first reader pays is told apart.
    const first = await firstTimes(origin, visits);
    const load = { rate: RATE, origin, random, ask: visits.ask };
    await sendArrivals({ ...load, seconds: 20 });
    const times = await sendArrivals({ ...load, seconds: SECONDS });
    const text = await reportOf(times, first, visits, ready);
    process.stdout.write(text);
    if (report !== undefined) {
      await mkdir(dirname(report), { recursive: true });
      await writeFile(report, text);
    }
  } finally {
    server.kill('SIGTERM');
  }
} finally {
  if (home !== undefined) await rm(home, { recursive: true, force: true });
}

async function firstTimes(origin: string, { pages, random }: Visits): Promise<ReadonlyMap<string, number>> {
  const first = new Map<string, number>();
  for (const { page, path } of pages) {
    const began = systemClock.milliseconds();
    await (await fetch(`${origin}${path(random)}`)).text();
    first.set(page, systemClock.milliseconds() - began);
  }
  return first;
}

async function reportOf(
  times: readonly Answered[],
  first: ReadonlyMap<string, number>,
  visits: Visits,
  ready: number,
): Promise<string> {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  const row = (page: string, some: readonly number[]): string =>
    `| ${page} | ${some.length} | ${[0.5, 0.95, 0.99, 1].map((share) => Math.round(percentile(some, share))).join(' | ')} | ${Math.round(first.get(page) ?? 0) || ''} |`;
  const of = (page: string): readonly number[] =>
    times.filter((one) => one.page === page).map(({ milliseconds }) => milliseconds);
  return [
    '# Pages under load',
    '',
    `Northmoor with ${visits.children.toLocaleString('en-GB')} children in ${visits.schools} schools, the embedded database, one process. ${machine}; the requests came from the same machine.`,
    '',
    `For ${SECONDS} seconds requests arrived at random, ${RATE} a second on average, none waiting for another (${times.length} in all). Times are in milliseconds, from the moment a request was to arrive to its last byte. “First” is the first request for a page after the start. The area was open ${ready} seconds after the process started.`,
    '',
    '| page | requests | median | 95th percentile | 99th percentile | longest | first |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...visits.pages.map(({ page }) => row(page, of(page))),
    row(
      'every list',
      times.filter(({ page }) => page.startsWith('list ')).map(({ milliseconds }) => milliseconds),
    ),
    row(
      'all',
      times.map(({ milliseconds }) => milliseconds),
    ),
    '',
    'Made by `npm run bench:load`.',
    '',
  ].join('\n');
}

async function serve(area: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, [KITH, 'serve', area, '--single-user', '--port', String(PORT)]);
  let said = '';
  server.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  server.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  for (;;) {
    if (server.exitCode !== null) throw new Error(`kith serve stopped before it was ready: ${said.slice(-500)}`);
    const page = await fetch(`http://127.0.0.1:${PORT}/children`)
      .then((response) => response.text())
      .catch(() => '');
    // Both while nothing is worked out yet and while a newer version is, the page says so.
    if (page.includes('id="children"') && !page.includes('working out')) return server;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function run(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [KITH, ...args], { stdio: 'inherit' });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`kith ${args.join(' ')} ended with ${String(code)}`);
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
