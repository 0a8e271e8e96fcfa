import { performance } from 'node:perf_hooks';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { countYear, findFolded, type Folded } from '#lost-learning';
import { quoted, Warehouse } from '#store';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { englandAt } from './england-folder.ts';
import { middle } from './curve-runs.ts';
import { writePage } from './write-page.ts';

/**
 * `npx tsx bench/england/floors.ts ENGLAND FOLDED OUT [--rounds 5] [--report FILE]`: what no counting can be quicker than,
 * beside what counting takes, in one process and in turn: decoding the packed registers, from which folding starts and other
 * engines count; decoding them and handing every block over to JavaScript; reading the folded register’s files; reading all
 * words once where they lie in memory; counting, with results written and without. A first round warms up and is not told.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, report: { type: 'string' } },
});
const [england = '', from = '', to = ''] = positionals;
if (to === '') throw new Error('Say which folders to read and where to write: floors.ts ENGLAND FOLDED OUT');

const BY_CHILD = 'decode packed registers and hand them over, a child at a time';
const BY_BLOCK = 'decode packed registers and hand them over, 256 children at a time';
const SCAN = 'read all words in memory once';

type Took = { readonly wall: number; readonly processor: number };
type Floor = { readonly name: string; readonly work: () => Promise<unknown> };

await mkdir(to, { recursive: true });
const warehouse = await Warehouse.open({ folders: [from, to, england], memoryLimit: '2GiB' });
try {
  const folded = await findFolded(warehouse, from);
  if (!folded) throw new Error(`Nothing was folded in ${from}`);
  const words = wordsOf(await readYears(from));
  const packed = `read_parquet(${quoted(englandAt(england).registers)}, hive_partitioning = false, filename = true, file_row_number = true)`;
  const floors: readonly Floor[] = [
    // A sum of every byte would be counting: lengths make DuckDB decode each text and no more.
    { name: 'decode packed registers', work: () => warehouse.row(`select sum(strlen(marks)) as bytes from ${packed}`) },
    { name: BY_CHILD, work: () => handOver(`encode(marks) from ${packed}`) },
    {
      name: BY_BLOCK,
      work: () => handOver(`encode(string_agg(marks, '')) from ${packed} group by filename, file_row_number // 256`),
    },
    { name: 'read the folded register', work: () => readYears(from) },
    { name: SCAN, work: () => Promise.resolve(sumOf(words)) },
    { name: 'count, nothing written', work: () => count(folded, undefined) },
    { name: 'count, results written', work: () => count(folded, to) },
  ];
  const took = new Map<string, Took[]>(floors.map(({ name }) => [name, []]));
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    for (const { name, work } of floors) {
      const one = await timed(work);
      if (round > 0) took.get(name)?.push(one);
    }
  }
  const text = reportOf(folded, took, words.length * 4);
  process.stdout.write(text);
  if (values.report !== undefined) await writePage(values.report, text);
} finally {
  warehouse.close();
  await rm(to, { recursive: true, force: true });
}

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - began) / 1000, processor: (user + system) / 1e6 };
}

async function handOver(bytesOf: string): Promise<number> {
  let bytes = 0;
  for await (const block of warehouse.streamBytes(`select ${bytesOf}`)) bytes += block.length;
  return bytes;
}

/** The words of every part as they stand in its file. */
async function readYears(folder: string): Promise<readonly Uint8Array[]> {
  const names = await readdir(join(folder, 'years'));
  const all: Uint8Array[] = [];
  for (const name of names) all.push(await readFile(join(folder, 'years', name)));
  return all;
}

/** All of them one after another in memory. */
function wordsOf(parts: readonly Uint8Array[]): Uint32Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint32Array(all.buffer);
}

function sumOf(words: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < words.length; at += 1) sum = (sum + (words[at] ?? 0)) | 0;
  return sum;
}

async function count(folded: Folded, out: string | undefined): Promise<void> {
  await countYear(folded, folded.markedDays.at(-1) ?? -1, { to: out });
}

function reportOf(folded: Folded, took: ReadonlyMap<string, readonly Took[]>, bytes: number): string {
  const children = folded.parts.reduce((sum, part) => sum + part.children, 0);
  const of = (name: string, what: keyof Took): number => middle((took.get(name) ?? []).map((one) => one[what]));
  const [handed = BY_CHILD] = [BY_CHILD, BY_BLOCK].toSorted((one, other) => of(one, 'wall') - of(other, 'wall'));
  return [
    '# How near counting is to its floors',
    '',
    `${children.toLocaleString('en-GB')} children, ${folded.parts.length} parts, ${(bytes / 1e6).toFixed(0)} MB of words. ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}. One process and in turn, the middle of ${values.rounds} rounds after one to warm up; files in the machine’s memory. Node’s start is in none of them; opening the warehouses is part of counting.`,
    '',
    '| step | wall, s | processor, s | wall, times decoding and handing over, the quicker way | processor, likewise |',
    '| --- | --- | --- | --- | --- |',
    ...[...took.keys()].map((name) => {
      const [wall, processor] = [of(name, 'wall'), of(name, 'processor')];
      return `| ${name} | ${wall.toFixed(3)} | ${processor.toFixed(3)} | ${(wall / of(handed, 'wall')).toFixed(2)} | ${(processor / of(handed, 'processor')).toFixed(2)} |`;
    }),
    '',
    `Words were read at ${(bytes / 1e9 / of(SCAN, 'wall')).toFixed(1)} GB a second. Counting may be at most 3 times decoding and handing over.`,
    '',
    `Made by \`npx tsx bench/england/floors.ts ENGLAND FOLDED OUT --report FILE\`.`,
    '',
  ].join('\n');
}
