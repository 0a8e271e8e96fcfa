import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { listPacked } from '#register';
import { foldYear } from '#lost-learning';
import { fixedClock, instantOf } from '#kernel';
import { Warehouse } from '#store';
import { englandAt, YEAR } from './england-folder.ts';
import { receiveEngland } from './received-england.ts';
import { tellSpent } from './spent.ts';

/**
 * `tsx bench/england/fold.ts FOLDER TO [--before FOLDED] [--workers 2] [--mebibytes 2048]`: folds the packed registers of an
 * England folder, the last step of an import. What kith.ts counts. What is unchanged is taken over from the one before.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    before: { type: 'string' },
    workers: { type: 'string', default: String(availableParallelism()) },
    mebibytes: { type: 'string', default: '2048' },
  },
});
const [from = '', to = ''] = positionals;
if (from === '' || to === '') throw new Error('Say which folder to read and where to write: fold.ts FOLDER TO');

const began = performance.now();
await rm(to, { recursive: true, force: true });
await mkdir(to, { recursive: true });
const folders = [from, to, ...(values.before === undefined ? [] : [values.before])];
const memoryLimit = `${values.mebibytes}MiB`;
const warehouse = await Warehouse.open({ folders, memoryLimit, spillFolder: `${to}/spill` });
try {
  await receiveEngland(warehouse, englandAt(from), { of: 1, nth: 0 });
  await foldYear(
    warehouse,
    YEAR,
    fixedClock(instantOf(Date.UTC(2026, 0, 1))).now(),
    await listPacked(`${from}/register`, YEAR),
    to,
    {
      before: values.before === undefined ? [] : [values.before],
      workers: Number(values.workers),
      mebibytes: Number(values.mebibytes),
    },
  );
} finally {
  warehouse.close();
  await rm(`${to}/spill`, { recursive: true, force: true });
}
tellSpent('Folding', began);
