import { performance } from 'node:perf_hooks';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { countYear, findFolded, type Folded } from '#lost-learning';
import { quoted, Warehouse } from '#store';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { englandAt, type EnglandFolder } from './england-folder.ts';
import { middle } from './curve-runs.ts';
import { writePage } from './write-page.ts';

/**
 * `npx tsx bench/england/floors.ts FOLDED OUT [--files ENGLAND] [--rounds 5] [--report FILE]`: what no counting can be quicker than, beside
 * what counting takes, in one process and in turn: decoding the folded register’s files; decoding them and handing every
 * block over to JavaScript; reading all words once where they lie in memory; counting with results written. With
 * `--files`, the packed registers too, from which folding starts and other engines count. A first round warms up and is not
 * told.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: 'string' }, rounds: { type: 'string', default: '5' }, report: { type: 'string' } },
});
const [from = '', to = ''] = positionals;
if (from === '' || to === '') throw new Error('Say which folder to read and where to write: floors.ts FOLDED OUT');

type Took = { readonly wall: number; readonly processor: number };
type Floor = { readonly name: string; readonly work: () => Promise<unknown> };

await mkdir(to, { recursive: true });
const warehouse = await Warehouse.open({
  folders: [from, to, ...(values.files === undefined ? [] : [values.files])],
  memoryLimit: '1GiB',
});
try {
  const folded = await findFolded(warehouse, from);
  if (!folded) throw new Error(`Nothing was folded in ${from}`);
  const words = await readWords(folded);
  const years = quoted(join(from, 'years', '*.parquet'));
  const children = quoted(join(from, 'children', '*.parquet'));
  const floors: readonly Floor[] = [
    // A sum of every byte would be counting: lengths make DuckDB decode each block and no more.
    {
      name: 'decode blocks and pupil numbers',
      work: async () => {
        await warehouse.row(`select sum(octet_length(words)) as bytes from read_parquet(${years})`);
        await warehouse.row(`select sum(length(upn)) as letters from read_parquet(${children})`);
      },
    },
    {
      name: 'decode blocks',
      work: () => warehouse.row(`select sum(octet_length(words)) as bytes from read_parquet(${years})`),
    },
    { name: 'decode blocks and hand them over', work: () => handOver(`words from read_parquet(${years})`) },
    ...(values.files === undefined ? [] : floorsOf(englandAt(values.files))),
    { name: 'read all words in memory once', work: () => Promise.resolve(sumOf(words)) },
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

/** The same of the packed registers: a text of two letters a day for each child and school. */
function floorsOf({ registers }: EnglandFolder): readonly Floor[] {
  const packed = `read_parquet(${quoted(registers)}, hive_partitioning = false)`;
  return [
    {
      name: 'decode packed registers',
      work: () => warehouse.row(`select sum(strlen(marks)) as bytes from ${packed}`),
    },
    { name: 'decode packed registers and hand them over', work: () => handOver(`encode(marks) from ${packed}`) },
  ];
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

/** All words of the folded register one after another in memory. */
async function readWords({ folder }: Folded): Promise<Uint32Array> {
  const blocks: Uint8Array[] = [];
  const years = quoted(join(folder, 'years', '*.parquet'));
  for await (const block of warehouse.streamBytes(`select words from read_parquet(${years})`))
    blocks.push(block.slice());
  const all = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
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
  const [handed, scanned] = ['decode blocks and hand them over', 'read all words in memory once'];
  return [
    '# How near counting is to its floors',
    '',
    `${children.toLocaleString('en-GB')} children, ${folded.parts.length} parts, ${(bytes / 1e6).toFixed(0)} MB of words once decoded. ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}. One process and in turn, the middle of ${values.rounds} rounds after one to warm up; files in the machine’s memory. Node’s start is in none of them; opening the warehouses is part of counting.`,
    '',
    '| step | wall, s | processor, s | wall, times decoding and handing over | processor, likewise |',
    '| --- | --- | --- | --- | --- |',
    ...[...took.keys()].map((name) => {
      const [wall, processor] = [of(name, 'wall'), of(name, 'processor')];
      return `| ${name} | ${wall.toFixed(3)} | ${processor.toFixed(3)} | ${(wall / of(handed, 'wall')).toFixed(2)} | ${(processor / of(handed, 'processor')).toFixed(2)} |`;
    }),
    '',
    `Words were read at ${(bytes / 1e9 / of(scanned, 'wall')).toFixed(1)} GB a second. Counting may be at most 3 times decoding and handing over.`,
    '',
    `Made by \`npx tsx bench/england/floors.ts FOLDED OUT --report FILE\`.`,
    '',
  ].join('\n');
}
