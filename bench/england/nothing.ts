import { performance } from 'node:perf_hooks';
import { findFolded } from '#lost-learning';
import { Warehouse } from '#store';
import { tellSpent } from './spent.ts';

/**
 * `tsx bench/england/nothing.ts FOLDER`: what a process takes that reads the same modules and opens the same warehouses as
 * kith.ts, and then counts nothing. What every run pays before its first child.
 */
const [folder = ''] = process.argv.slice(2);
if (folder === '') throw new Error('Say which folder to open: nothing.ts FOLDER');

const began = performance.now();
const opened = [0, 1].map(() => Warehouse.open({ folders: [folder], memoryLimit: '768MiB' }));
const [reader, writer] = await Promise.all(opened);
// Nothing was folded there: the same modules are read.
if (reader) await findFolded(reader, folder);
await writer?.run('select 1');
for (const one of await Promise.all(opened)) one.close();
tellSpent('Nothing', began);
