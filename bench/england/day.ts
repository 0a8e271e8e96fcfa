import { deepStrictEqual } from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { calendarDate, dayNumber, firstDay } from '#kernel';
import { countYear, findFolded, totalsOf, type Folded } from '#lost-learning';
import { Warehouse } from '#store';
import { middle } from './curve-runs.ts';
import { buildDay } from './day-build.ts';
import { tablesOf, totalsIn } from './day-check.ts';
import { countDifferences } from './day-differences.ts';
import { readState } from './day-files.ts';
import { makeDay, makeState } from './day-make.ts';
import { output } from './run-script.ts';
import { readSpent } from './spent.ts';

/**
 * `npx tsx bench/england/day.ts FOLDED WORK [--day 2025-03-04] [--rounds 5] [--threads 2] [--sync] [--check]`: what it would take
 * to count a day that arrives into the state of the day before, as whole processes, instead of counting the year again.
 *
 * It is a design that is measured, with the product’s own kernel. The product keeps no such state: areas import whole weeks,
 * and the year of one area is counted again in a second or two. A day here is one in which nothing of the days before
 * changed. A corrected mark of an earlier day, or another roll, is not a day’s arrival: then the year is counted anew.
 *
 * Made once, and not timed: the day’s folded register and a state of two days before. The day between is counted into it by
 * the same process, so that what is measured starts from a state that a day left behind.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    day: { type: 'string', default: '2025-03-04' },
    rounds: { type: 'string', default: '5' },
    threads: { type: 'string', default: '2' },
    sync: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const [from = '', work = ''] = positionals;
if (work === '') throw new Error('Say what is folded and where to work: day.ts FOLDED WORK');

const warehouse = await Warehouse.open({ folders: [from], memoryLimit: '512MiB' });
const folded = await findFolded(warehouse, from).finally(() => warehouse.close());
if (!folded) throw new Error(`Nothing was folded in ${from}`);
const day = dayNumber(calendarDate(values.day)) - dayNumber(firstDay(folded.year));
const [before, yesterday] = folded.markedDays.filter((one) => one < day).slice(-2);
if (before === undefined || yesterday === undefined || !folded.markedDays.includes(day))
  throw new Error(`${values.day} has no mark, or fewer than two days with marks before it: choose another --day`);

const folder = (name: string): string => join(work, name);
const built = await buildDay(folder('built'));
if ((await readState(folder('begun')).catch(() => undefined))?.asOf !== before) await prepare(folded);
await arrive('words-before', 'begun', 'yesterday');
const wholes: number[] = [];
for (let round = 0; round < Number(values.rounds); round += 1) wholes.push(await arrive('words', 'yesterday', 'today'));
process.stdout.write(`Whole processes: middle ${middle(wholes).toFixed(2)} s of ${wholes.map(shown).join(', ')}\n`);
if (values.check) await check(folded);

async function prepare(year: Folded): Promise<void> {
  await rm(work, { recursive: true, force: true });
  await buildDay(folder('built'));
  for (const [name, one] of [
    ['words-before', yesterday ?? 0],
    ['words', day],
  ] as const) {
    const began = performance.now();
    await makeDay(year, one, folder(name));
    process.stdout.write(`Made the register of day ${one} in ${shown((performance.now() - began) / 1000)} s\n`);
  }
  await makeState(year, before ?? 0, folder('begun'));
}

/** Counts one day in a process of its own; answers how long it was there, in seconds. */
async function arrive(words: string, state: string, next: string): Promise<number> {
  for (const made of [next, 'tables']) await rm(folder(made), { recursive: true, force: true });
  const folders = [state, words, next, 'tables'].map(folder);
  const began = performance.now();
  const said = await output([process.execPath, built, ...folders, values.threads, values.sync ? 'sync' : 'cached']);
  const whole = (performance.now() - began) / 1000;
  const { processor, mebibytes } = readSpent(said);
  process.stdout.write(`${next}: ${shown(whole)} s, processor ${shown(processor)} s, most memory ${mebibytes} MiB\n`);
  process.stdout.write(said.split('\n').slice(1).join('\n'));
  return whole;
}

/** Holds every total and table, and every child’s figures, to a count of the year as of the day. */
async function check(year: Folded): Promise<void> {
  const [totals, tally] = [await totalsIn(folder('today'), year), await countYear(year, day)];
  deepStrictEqual(totals, totalsOf(tally));
  deepStrictEqual(tablesOf(totals, year), tablesOf(tally, year));
  const different = await countDifferences(year, day, folder('today'));
  if (different > 0) throw new Error(`${different} children have other figures than a count of the year`);
  process.stdout.write('Every total, table and child is as a count of the year as of the day has it.\n');
}

function shown(seconds: number): string {
  return seconds.toFixed(2);
}
