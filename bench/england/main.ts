import { access, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { HERE, output, script, timed, type Run } from './run-script.ts';

/**
 * `npm run bench:england -- --scale 50`: a fiftieth of England’s registers made, folded, counted and written, and the same
 * outputs by the best DuckDB SQL, one after the other in turn, whole processes. Outputs are held against each other, cell
 * by cell: it ends with 1 where any differ. `--peers FOLDER` (see peers/README.md) times ClickHouse, Polars, PostgreSQL and SQLite too, `--without SQLite,Polars` not
 * these; `--keep FOLDER` keeps what was made; `--report FILE`.
 */
const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'string' },
    peers: { type: 'string' },
    without: { type: 'string', default: '' },
    report: { type: 'string' },
  },
});

type Engine = { readonly name: string; readonly command: readonly string[]; readonly out: string };

const home = values.keep === undefined ? await mkdtemp(join(tmpdir(), 'kith-england-')) : resolve(values.keep);
const at = (name: string): string => join(home, name);

try {
  await mkdir(home, { recursive: true });
  const making = await step('England', at('files'), 'make.ts', '--scale', values.scale, '--to', at('files'));
  const folding = await step('folded', at('folded'), 'fold.ts', at('files'), at('folded'));
  const engines = await listEngines();
  if (engines.length > 1) await step('digest', at('digest'), 'digest.ts', at('files'), at('digest'));
  const runs = new Map<string, Run[]>(engines.map(({ name }) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const { name, command, out } of engines) {
      await rm(out, { recursive: true, force: true });
      const run = await timed(command);
      runs.get(name)?.push(run);
      process.stderr.write(`${name}, round ${round + 1}: ${run.whole.toFixed(2)} s\n`);
    }
  }
  const [ours, ...others] = engines;
  const compared: string[] = [];
  for (const other of others) {
    const said = await output(script('compare.ts', ours?.out ?? '', other.out)).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exitCode = 1;
      return String(error);
    });
    compared.push(`${other.name} against Kith: ${said.trim().split('\n').at(-1) ?? ''}`);
  }
  const text = reportOf(runs, compared, { making, folding, bytes: await sizes() });
  process.stdout.write(text);
  if (values.report !== undefined) {
    await mkdir(dirname(values.report), { recursive: true });
    await writeFile(values.report, text);
  }
} finally {
  if (values.keep === undefined) await rm(home, { recursive: true, force: true });
}

async function listEngines(): Promise<readonly Engine[]> {
  const without = values.without.split(',');
  const all: Engine[] = [
    { name: 'Kith', command: script('kith.ts', at('folded'), at('out-kith')), out: at('out-kith') },
    {
      name: 'DuckDB',
      command: script('duckdb.ts', at('files'), at('digest'), at('out-duckdb')),
      out: at('out-duckdb'),
    },
  ];
  if (values.peers !== undefined) {
    await writeFile(at('codes.csv'), await output(script('peers/codes.ts')));
    const given = [at('files'), at('digest'), at('codes.csv')];
    const [python, out] = [join(values.peers, 'python/bin/python'), at('out-clickhouse')];
    all.push({ name: 'ClickHouse', command: script('peers/clickhouse.ts', ...given, out, values.peers), out });
    for (const [name, file] of Object.entries({
      Polars: 'data_frame.py',
      PostgreSQL: 'postgres.py',
      SQLite: 'sqlite.py',
    })) {
      const to = at(`out-${name.toLowerCase()}`);
      all.push({ name, command: [python, join(HERE, 'peers', file), ...given, to], out: to });
    }
  }
  return all.filter(({ name }) => !without.includes(name));
}

/** Does a step of the preparation unless its folder is there already; the seconds it took, or undefined. */
async function step(
  name: string,
  folder: string,
  file: string,
  ...args: readonly string[]
): Promise<number | undefined> {
  if (await isThere(join(folder, 'done'))) return undefined;
  await rm(folder, { recursive: true, force: true });
  process.stderr.write(`Making: ${name}\n`);
  const began = performance.now();
  await output(script(file, ...args));
  await writeFile(join(folder, 'done'), '');
  return (performance.now() - began) / 1000;
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function sizes(): Promise<ReadonlyMap<string, number>> {
  return new Map([
    ['packed registers', await bytesIn(at('files/register'))],
    ['rolls, days, removals', (await bytesIn(at('files'))) - (await bytesIn(at('files/register')))],
    ['folded register', await bytesIn(at('folded'))],
    ['results', await bytesIn(at('out-kith'))],
  ]);
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const all = await Promise.all(names.map((name) => stat(join(folder, name))));
  return all.reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0);
}

type Beside = {
  readonly making: number | undefined;
  readonly folding: number | undefined;
  readonly bytes: ReadonlyMap<string, number>;
};

function reportOf(runs: ReadonlyMap<string, readonly Run[]>, compared: readonly string[], beside: Beside): string {
  const [cpu] = cpus();
  const scale = values.scale === '1' ? 'All of England' : `A ${values.scale}th of England`;
  const engines = [...runs].map(([name, all]) => {
    const rest = all.length > 1 ? all.slice(1) : all;
    const memory = Math.max(...all.map(({ mebibytes }) => mebibytes));
    const cells = [all[0]?.whole, median(rest, ({ whole }) => whole), median(rest, ({ processor }) => processor)];
    return `| ${name} | ${cells.map((value) => (value ?? 0).toFixed(2)).join(' | ')} | ${memory} |`;
  });
  const ours = runs.get('Kith') ?? [];
  const ratios = [...runs].flatMap(([name, all]) => {
    if (name === 'Kith') return [];
    const of = (what: (run: Run) => number): readonly number[] =>
      all
        .map((run, round) => what(run) / Math.max(1e-9, ours[round] ? what(ours[round]) : 1))
        .toSorted((a, b) => a - b);
    const shown = (all: readonly number[]): string =>
      `${middle(all).toFixed(1)} (${(all[0] ?? 0).toFixed(1)} to ${(all.at(-1) ?? 0).toFixed(1)})`;
    return [`| ${name} | ${shown(of(({ whole }) => whole))} | ${shown(of(({ processor }) => processor))} |`];
  });
  return `${[
    '# England’s account',
    '',
    `${scale}’s registers of a year, invented; ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}. Whole processes, from files to written results, in turn.`,
    '',
    '| engine | first, s | median of the others, s | processor, s | most memory, MiB |',
    '| --- | --- | --- | --- | --- |',
    ...engines,
    '',
    '| times as long as Kith, pair by pair | wall (least to most) | processor (least to most) |',
    '| --- | --- | --- |',
    ...ratios,
    '',
    ...compared.map((line) => `- ${line}`),
    ...(beside.making === undefined ? [] : [`- Making the files took ${beside.making.toFixed(1)} s.`]),
    ...(beside.folding === undefined
      ? []
      : [`- Folding, the last step of an import, took ${beside.folding.toFixed(1)} s.`]),
    ...[...beside.bytes].map(([name, bytes]) => `- On disk, ${name}: ${(bytes / 1e6).toFixed(1)} MB.`),
  ].join('\n')}\n`;
}

function median(runs: readonly Run[], what: (run: Run) => number): number {
  return middle(runs.map(what).toSorted((a, b) => a - b));
}

function middle(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(half)] ?? 0)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
