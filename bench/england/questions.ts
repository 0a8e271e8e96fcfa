import { copyFile, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { addDays, findUpn, seededRandom, systemClock, today } from '#kernel';
import { closeChildCounter, findFolded, findChildRow, openChildCounter } from '#lost-learning';
import { quantile } from '#statistics';
import { quoted, Warehouse } from '#store';
import { middle } from './curve-runs.ts';
import { output, script, timed } from './run-script.ts';
import { kith, timeServed } from './served-pages.ts';
import { writePage } from './write-page.ts';

/**
 * `npx tsx bench/england/questions.ts ENGLAND FOLDED AREA [--rounds 3] [--report FILE]`: what somebody waits for who asks one
 * thing. ENGLAND and FOLDED are a made country (make.ts) and its folded register (fold.ts), AREA the store of an imported
 * authority (kith demo): one child’s year, from the folded register in an open process, by the command line, and on its
 * page; one school’s page; one authority folded and counted again; schools as known a year before.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, report: { type: 'string' } },
});
const [england = '', from = '', area = ''] = positionals;
if (area === '') throw new Error('Say what to ask: questions.ts ENGLAND FOLDED AREA');

/** Children and schools drawn for each question. */
const DRAWN = 200;
const random = seededRandom(3);
const rows: string[] = [];

const work = await mkdtemp(join(tmpdir(), 'kith-questions-'));
try {
  await askChildren();
  await askAuthorities();
  await askArea();
  const text = [
    '# What one question takes',
    '',
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}. Times of whole processes hold Node’s start.`,
    '',
    '| question | times | median | 95th percentile | most |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    'Made by `npx tsx bench/england/questions.ts ENGLAND FOLDED AREA --report FILE`.',
    '',
  ].join('\n');
  process.stdout.write(text);
  if (values.report !== undefined) await writePage(values.report, text);
} finally {
  await rm(work, { recursive: true, force: true });
}

function tell(question: string, times: readonly number[], unit: 'ms' | 's'): void {
  const digits = unit === 'ms' ? 1 : 2;
  const at = [middle(times), quantile(times, 0.95), Math.max(...times)].map(
    (time) => `${time.toFixed(digits)} ${unit}`,
  );
  rows.push(`| ${question} | ${times.length} | ${at.join(' | ')} |`);
  process.stderr.write(`${rows.at(-1) ?? ''}\n`);
}

/** One child after another, drawn from all, in a process that has the folded register open. */
async function askChildren(): Promise<void> {
  const warehouse = await Warehouse.open({ folders: [from], memoryLimit: '1GiB' });
  try {
    const folded = await findFolded(warehouse, from);
    if (!folded) throw new Error(`Nothing was folded in ${from}`);
    const children = await warehouse.rows<{ upn: string }>(
      `select upn from read_parquet(${quoted(join(from, 'children', '*.parquet'))}) using sample ${DRAWN} rows (reservoir, 1)`,
    );
    const own = openChildCounter(folded, folded.markedDays.at(-1) ?? -1);
    const times: number[] = [];
    for (const { upn } of children) {
      const asked = findUpn(upn);
      if (!asked) throw new Error('A pupil number of the folded register is none');
      const began = performance.now();
      findChildRow(own, asked);
      times.push(performance.now() - began);
    }
    closeChildCounter(own);
    const all = folded.parts.reduce((sum, part) => sum + part.children, 0);
    tell(`a child’s year among ${all.toLocaleString('en-GB')}, folded register open`, times, 'ms');
  } finally {
    warehouse.close();
  }
}

/** The middle and the largest authority, each as an area of its own: its rolls and registers folded, counted and written. */
async function askAuthorities(): Promise<void> {
  const names = await readdir(join(england, 'spell'));
  const sized = await Promise.all(
    names.map(async (name) => ({ name, size: (await stat(join(england, 'spell', name))).size })),
  );
  const bySize = sized.toSorted((a, b) => a.size - b.size).map(({ name }) => name);
  for (const [words, name] of [
    ['the middle', bySize[Math.floor(bySize.length / 2)]],
    ['the largest', bySize.at(-1)],
  ] as const) {
    if (name === undefined) continue;
    const alone = join(work, 'alone');
    await rm(alone, { recursive: true, force: true });
    for (const folder of ['spell', 'register/year=2024']) {
      await mkdir(join(alone, folder), { recursive: true });
      await copyFile(join(england, folder, name), join(alone, folder, name));
    }
    for (const file of ['school.parquet', 'school-day.parquet', 'removal.parquet'])
      await copyFile(join(england, file), join(alone, file));
    const times: number[] = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const folding = await timed(script('fold.ts', alone, join(work, 'folded')));
      const counting = await timed(script('kith.ts', join(work, 'folded'), join(work, 'out')));
      times.push(folding.whole + counting.whole);
    }
    tell(`${words} authority of ${names.length}, folded and counted again, two processes`, times, 's');
  }
}

async function askArea(): Promise<void> {
  const table = async (by: string): Promise<readonly (readonly string[])[]> => {
    const text = await output(kith('ledger', area, '--by', by, '--format', 'csv'));
    return text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
  };
  const upns = (await table('child')).map(([upn = '']) => upn);
  const urns = (await table('school')).map(([urn = '']) => urn);
  const drawn = (all: readonly string[]): string => all[random.below(all.length)] ?? '';
  const size = upns.length.toLocaleString('en-GB');
  const yearAgo = addDays(today(systemClock), -365);
  const commands: Readonly<Record<string, () => readonly string[]>> = {
    'one child, `kith ledger --by child --upn`': () => kith('ledger', area, '--by', 'child', '--upn', drawn(upns)),
    'every school, `kith ledger --by school`': () => kith('ledger', area, '--by', 'school'),
    'every school a year ago, `--known-at`': () => kith('ledger', area, '--by', 'school', '--known-at', yearAgo),
  };
  const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [name, command] of Object.entries(commands)) {
      const began = performance.now();
      await output(command());
      times.get(name)?.push((performance.now() - began) / 1000);
    }
  }
  for (const [name, some] of times) tell(`${name}, an area of ${size} children, whole process`, some, 's');
  const paths = Array.from({ length: DRAWN }, () => [`/children/${drawn(upns)}`, `/schools/${drawn(urns)}`]).flat();
  const served = await timeServed(area, [`/children/${upns[0] ?? ''}`, `/schools/${urns[0] ?? ''}`, ...new Set(paths)]);
  const later = [...served].slice(2);
  for (const [page, start] of [
    ['child', '/children/'],
    ['school', '/schools/'],
  ] as const) {
    const some = later.filter(([path]) => path.startsWith(start)).map(([, time]) => time);
    tell(`a ${page}’s page, an area of ${size} children, one request after another`, some, 'ms');
  }
}
