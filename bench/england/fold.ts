import { mkdir, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { listPacked } from '#register';
import { foldYear } from '#lost-learning';
import { fixedClock, instantOf } from '#kernel';
import { Warehouse } from '#store';
import { englandAt, YEAR } from './england-folder.ts';
import { receiveEngland } from './received-england.ts';
import { tellSpent } from './spent.ts';

/**
 * `tsx bench/england/fold.ts FOLDER TO [MEMORY]`: folds the packed registers of an England folder, the last step of an
 * import. What kith.ts counts.
 */
const [from = '', to = '', memoryLimit = '3GiB'] = process.argv.slice(2);
if (from === '' || to === '') throw new Error('Say which folder to read and where to write: fold.ts FOLDER TO');

const began = performance.now();
await rm(to, { recursive: true, force: true });
await mkdir(to, { recursive: true });
const warehouse = await Warehouse.open({ folders: [from, to], memoryLimit, spillFolder: `${to}/spill` });
try {
  await receiveEngland(warehouse, englandAt(from), { of: 1, nth: 0 });
  await foldYear(
    warehouse,
    YEAR,
    fixedClock(instantOf(Date.UTC(2026, 0, 1))).now(),
    await listPacked(`${from}/register`, YEAR),
    to,
  );
} finally {
  warehouse.close();
  await rm(`${to}/spill`, { recursive: true, force: true });
}
tellSpent('Folding', began);
