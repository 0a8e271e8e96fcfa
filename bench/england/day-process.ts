import { performance } from 'node:perf_hooks';
import { bringDay } from './day-arrival.ts';
import { tellSpent } from './spent.ts';

/**
 * `day-process.ts YESTERDAY DAY TODAY TABLES [THREADS] [sync]`: the process that is measured. Tells what it took, and by stage.
 */
const [yesterday = '', day = '', today = '', tables = '', threads = '2', sync] = process.argv.slice(2);
if (tables === '') throw new Error('Say which folders: day-process.ts YESTERDAY DAY TODAY TABLES');

const started = performance.now();
const spent = await bringDay({ yesterday, day, today, tables, threads: Number(threads), sync: sync === 'sync' });
tellSpent('A day', started);
for (const stages of [{ start: started }, ...spent]) {
  const told = Object.entries(stages).map(([stage, milliseconds]) => `${stage} ${milliseconds.toFixed(0)}`);
  process.stdout.write(`${told.join(', ')} ms\n`);
}
