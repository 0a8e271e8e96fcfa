import { mkdir, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { countYear, findFolded } from '#lost-learning';
import { Warehouse } from '#store';
import { tellSpent } from './spent.ts';

/**
 * `tsx bench/england/kith.ts FOLDED OUT [PROCESSORS]`: the account of a year from its folded register to written results, as
 * kith account makes it.
 */
const [from = '', to = '', processors] = process.argv.slice(2);
if (from === '' || to === '') throw new Error('Say which folder to read and where to write: kith.ts FOLDED OUT');

const began = performance.now();
await rm(to, { recursive: true, force: true });
await mkdir(to, { recursive: true });
const warehouse = await Warehouse.open({ folders: [from], memoryLimit: '512MiB' });
const folded = await findFolded(warehouse, from, { look: [] }).finally(() => warehouse.close());
if (!folded) throw new Error(`Nothing was folded in ${from}`);
await countYear(folded, folded.markedDays.at(-1) ?? -1, {
  to,
  ...(processors === undefined ? {} : { processors: Number(processors) }),
});
tellSpent('Kith', began);
