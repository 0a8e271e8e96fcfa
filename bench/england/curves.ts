import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemClock, today } from '#kernel';
import { AFTER_CORRECTIONS, BEFORE_CORRECTIONS, filesOfCorrections, filesOfYears, isThere } from './curve-areas.ts';
import { drawCurves } from './curve-picture.ts';
import { readRuns, replaceRuns, writeRuns, type CurveRun } from './curve-runs.ts';
import { reportCurves } from './curve-report.ts';
import { output, script, timed } from './run-script.ts';
import { writePage } from './write-page.ts';

/**
 * `npx tsx bench/england/curves.ts FOLDER`: how cost grows with children,
 * with years and with corrections. Made areas are kept in FOLDER and used again (`england-50` may be a link to one that is
 * there). New runs replace those of the same places in docs/measurements/england-curves.csv; the picture and the page are
 * drawn from all of it.
 *
 * `--only children,years,corrections` (`none` draws again), `--scales 500,200,50`, `--years 1,2,4,8`,
 * `--corrections 0,1,5,20`, `--pupils 20000` of the area with years and corrections, `--rounds 3`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: 'children,years,corrections' },
    scales: { type: 'string', default: '500,200,50,20,10' },
    years: { type: 'string', default: '1,2,4,8' },
    corrections: { type: 'string', default: '0,1,5,20' },
    pupils: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '3' },
  },
});
const [folder = ''] = positionals;
if (folder === '') throw new Error('Say where areas are made and kept: curves.ts FOLDER');

const home = resolve(folder);
const at = (...names: readonly string[]): string => join(home, ...names);
const rounds = Array.from({ length: Number(values.rounds) }, (_, round) => round + 1);
const pupils = Number(values.pupils);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
const measurements = new URL('../../docs/measurements/', import.meta.url).pathname;
const file = join(measurements, 'england-curves.csv');
const wanted = values.only.split(',');
const made: CurveRun[] = [];
const about = z.object({ parts: z.array(z.object({ children: z.number() })) });

await mkdir(home, { recursive: true });
if (wanted.includes('children')) await measureChildren(numbers(values.scales));
if (wanted.includes('years')) await measureYears(numbers(values.years));
if (wanted.includes('corrections')) await measureCorrections(numbers(values.corrections));
const runs = replaceRuns(await readRuns(file), made);
await writeRuns(file, runs);
await writePage(join(measurements, 'england-curves.svg'), drawCurves(runs));
await writePage(join(measurements, 'england-curves.md'), reportCurves(runs));

/** One run in a process of its own, noted with what else the machine had to do. */
async function measure(
  curve: string,
  step: string,
  place: number | (() => Promise<number>),
  command: readonly string[],
) {
  const others = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const { whole, processor, mebibytes } = await timed(command);
  const where = typeof place === 'number' ? place : await place();
  process.stderr.write(`${curve} ${where}, ${step}: ${whole.toFixed(2)} s, processor ${processor.toFixed(2)} s\n`);
  made.push({
    curve,
    step,
    at: where,
    pupils: curve === 'children' ? 0 : pupils,
    wall_s: Number(whole.toFixed(2)),
    processor_s: processor,
    memory_mib: mebibytes,
    others,
    measured: today(systemClock),
    machine,
  });
}

/** Rounds go through all sizes, so that whatever else the machine does meets them alike. */
async function measureChildren(scales: readonly number[]): Promise<void> {
  for (const scale of scales) {
    if (await isThere(at(`england-${scale}`))) continue;
    await output(script('make.ts', '--scale', String(scale), '--to', at(`england-${scale}`)));
  }
  for (const _ of rounds) {
    await mkdir(at('out'), { recursive: true });
    await measure('children', 'start', 0, script('nothing.ts', at('out')));
    for (const scale of scales) {
      const folded = at(`folded-${scale}`);
      const children = (): Promise<number> => childrenIn(folded);
      await measure('children', 'fold', children, script('fold.ts', at(`england-${scale}`), folded));
      await measure('children', 'count', children, script('kith.ts', folded, at('out')));
    }
  }
}

async function childrenIn(folded: string): Promise<number> {
  const { parts } = about.parse(JSON.parse(await readFile(join(folded, 'about.json'), 'utf8')));
  return parts.reduce((sum, { children }) => sum + children, 0);
}

async function measureYears(all: readonly number[]): Promise<void> {
  for (const _ of rounds) {
    for (const years of all) {
      const files = await filesOfYears(home, pupils, years);
      const area = at('area');
      await rm(area, { recursive: true, force: true });
      await measure('years', 'import', years, script('import-area.ts', files, area));
      await measure('years', 'fold and count one year', years, script('area-account.ts', area, at('out')));
      await measure('years', 'count one year', years, script('area-account.ts', area, at('out')));
      await output(script('area-account.ts', area, at('out'), 'all'));
      await measure('years', 'count all years', years, script('area-account.ts', area, at('out'), 'all'));
    }
  }
}

async function measureCorrections(all: readonly number[]): Promise<void> {
  const { first } = await filesOfCorrections(home, pupils, 0);
  const imported = at('imported');
  await rm(imported, { recursive: true, force: true });
  await output(script('import-area.ts', first, imported));
  for (const _ of rounds) {
    for (const percent of all) {
      const { later } = await filesOfCorrections(home, pupils, percent);
      const area = at('area');
      await rm(area, { recursive: true, force: true });
      await cp(imported, area, { recursive: true });
      if (percent > 0)
        await measure('corrections', 'import the corrections', percent, script('import-area.ts', later, area));
      await dropFolded(area);
      const account = (...more: readonly string[]): readonly string[] =>
        script('area-account.ts', area, at('out'), 'latest', ...more);
      await measure('corrections', 'fold and count', percent, account());
      await measure('corrections', 'count', percent, account());
      await measure('corrections', 'as known before them', percent, account(BEFORE_CORRECTIONS));
      await measure('corrections', 'as known after them', percent, account(AFTER_CORRECTIONS));
    }
  }
}

/** What was folded of an area before is made again. */
async function dropFolded(area: string): Promise<void> {
  const names = await readdir(join(area, 'derived'), { recursive: true });
  const folded = names.filter((name) => /(^|\/)folded-[^/]*$/.test(name));
  for (const name of folded) await rm(join(area, 'derived', name), { recursive: true, force: true });
}

function numbers(text: string): readonly number[] {
  return text.split(',').map((each) => {
    const value = Number(each);
    if (each === '' || !Number.isFinite(value) || value < 0) throw new Error(`Enter numbers, like 1,2,4: not ${each}`);
    return value;
  });
}
