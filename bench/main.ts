import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { seededRandom, systemClock } from '#kernel';
import { areaAt, importFiles, listAreaFiles, openStore } from '#exchange/area-files';
import { readCarriedObservations } from '#exchange/ees';
import { absenceBy, buildAccount, childYears, ledgerBy } from '#lost-learning';
import { makeNorthmoor } from '#demo';
import { benchAccess } from './access.ts';
import { benchLoad } from './load/load.ts';
import { timePages } from './pages-of-places.ts';
import { protectTable } from '#disclosure';
import { fullTable } from '#testing';

/**
 * `npm run bench -- [--pupils 20000] [--only access|load] [--rounds 1] [--report file]`: how long each step of the main job
 * takes on Northmoor, the most memory the process held, and what access costs and tells. `--rounds` is how many times as
 * many rounds of access as usual: 0.1 for a first look. Steps are single runs, on whatever machine
 * this is: read them as sizes, not as digits.
 *
 * `--only load [--kept folder] [--rest 60] [--imports 2] [--most seconds] [--records embedded|server] [--without role,…]`:
 * pages opened by people who signed in, while registers are imported and published, for `--most` seconds (bench/load).
 */
const { values: asked } = parseArgs({
  options: {
    pupils: { type: 'string', default: '20000' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '1' },
    report: { type: 'string' },
    kept: { type: 'string' },
    rest: { type: 'string', default: '60' },
    imports: { type: 'string', default: '2' },
    most: { type: 'string', default: 'Infinity' },
    records: { type: 'string', default: 'embedded' },
    without: { type: 'string', default: '' },
  },
});
const pupils = Number(asked.pupils);
/** A superuser’s login on a server to spare; without one a server is started, where PostgreSQL is installed. */
const server = process.env['TEST_DATABASE_URL'] ?? '';
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
/** What makes this report again. */
const COMMAND = `Made by \`npm run bench -- ${process.argv.slice(2).join(' ')}\`.`;
const home = await mkdtemp(join(tmpdir(), 'kith-bench-'));
const rows: { readonly step: string; readonly seconds: string; readonly processor: string }[] = [];
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);

async function timed<T>(step: string, work: () => Promise<T>): Promise<T> {
  const [began, before] = [systemClock.milliseconds(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  rows.push({
    step,
    seconds: ((systemClock.milliseconds() - began) / 1000).toFixed(1),
    processor: ((user + system) / 1e6).toFixed(1),
  });
  return result;
}

try {
  const lines = asked.only === 'load' ? await loadLines() : await jobLines();
  process.stdout.write(lines.join('\n'));
  if (asked.report !== undefined) {
    await mkdir(dirname(asked.report), { recursive: true });
    const style = { ...(await resolveConfig(asked.report)), parser: 'markdown' };
    await writeFile(asked.report, await format(lines.join('\n'), style));
  }
} finally {
  clearInterval(watch);
  await rm(home, { recursive: true, force: true });
}

async function loadLines(): Promise<readonly string[]> {
  const { kept, rest, imports, most, records } = asked;
  const without = asked.without.split(',');
  if (records !== 'embedded' && records !== 'server') throw new Error('Enter --records embedded or --records server');
  const numbers = { pupils, rest: Number(rest), imports: Number(imports), most: Number(most) };
  const load = { ...numbers, kept, records, machine, without } as const;
  return ['# Pages while registers are imported', '', COMMAND, '', ...(await benchLoad(load))];
}

async function jobLines(): Promise<readonly string[]> {
  const files = join(home, 'northmoor');
  const made = await timed('make Northmoor', () => makeNorthmoor({ folder: files, pupils, clock: systemClock }));
  const area = `Northmoor: ${made.schools} schools, ${made.pupils} children, ${made.marks} days in registers, two years.`;
  const steps =
    asked.only === 'access'
      ? []
      : ['# Steps of the main job', '', `${area} ${machine}.`, '', ...(await timeSteps(files))];
  return [
    ...steps,
    '# What access costs, and what its answers tell',
    '',
    `${area} ${COMMAND}`,
    '',
    ...(await benchAccess(files, { server, machine, factor: Number(asked.rounds) })),
  ];
}

async function timeSteps(files: string): Promise<readonly string[]> {
  const area = areaAt(join(home, 'area'));
  await timed('import it, with the packed register', async () =>
    importFiles(area, await listAreaFiles(files), { clock: systemClock, by: 'bench' }),
  );
  const open = await openStore(area, {});
  const answered = await timed('the account of a year', () =>
    buildAccount(open.warehouse, {}, systemClock, open.packed),
  );
  await timed('ledger by school', () => ledgerBy(open.warehouse, 'school'));
  await timed('absence by school', () => absenceBy(open.warehouse, 'school'));
  await timed('every child’s year, packed', async () => {
    for await (const batch of childYears(open.warehouse, answered.year, answered.asOf ?? systemDay())) void batch;
  });
  await timed('the account as known a year ago', () =>
    buildAccount(open.warehouse, { year: answered.year, knownAt: answered.knownAt }, systemClock),
  );
  await open.close();
  const pages = await timePages(join(home, 'area'), 18_790);
  const figures = await timed('read every carried release of published figures', readCarriedObservations);
  const { next, below } = seededRandom(1);
  const counts = fullTable([1000, 40], () => (next() < 0.1 ? 1 + below(7) : 8 + below(100)));
  const answer = await timed('protect a table of 1,000 × 40', () => protectTable(counts, 'public'));
  return [
    '| step | seconds | processor seconds |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.step} | ${row.seconds} | ${row.processor} |`),
    '',
    '| page of published figures | first, ms | then, ms |',
    '| --- | --- | --- |',
    ...pages.map(({ page, first, later }) => `| ${page} | ${Math.round(first)} | ${Math.round(later)} |`),
    '',
    ...(answer.kind === 'protected'
      ? [`The table: ${answer.table.content.primary} primary cells, ${answer.table.content.secondary} secondary.`, '']
      : []),
    `Published figures read: ${figures.length}. Most memory held: ${Math.round(peak / 2 ** 20)} MiB.`,
    '',
  ];
}

function systemDay(): never {
  throw new Error('the benchmark area has no marks');
}
