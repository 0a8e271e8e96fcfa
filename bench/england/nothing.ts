import { performance } from 'node:perf_hooks';
import { withHands } from '#lost-learning';
import { tellSpent } from './spent.ts';

/**
 * `tsx bench/england/nothing.ts FOLDER`: what a process takes that reads the same modules and opens the same warehouses as
 * kith.ts, and then counts nothing. What every run pays before its first child.
 */
const [folder = ''] = process.argv.slice(2);
if (folder === '') throw new Error('Say which folder to open: nothing.ts FOLDER');

const began = performance.now();
await withHands([folder], '768MiB', folder, ({ reader }) => reader.run('select 1'));
tellSpent('Nothing', began);
