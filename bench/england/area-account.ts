import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { instantOf, systemClock } from '#kernel';
import { openArea } from '#exchange/area-files';
import { listYears, writeAccount } from '#lost-learning';
import { tellSpent } from './spent.ts';

/**
 * `tsx bench/england/area-account.ts AREA OUT [all|latest] [KNOWN_AT]`: the account of an imported area’s latest year, or
 * of each of its years one after another, written as kith account writes it.
 */
const [from = '', to = '', which = 'latest', known] = process.argv.slice(2);
if (from === '' || to === '') throw new Error('Say which area to read and where to write: area-account.ts AREA OUT');

const began = performance.now();
await rm(to, { recursive: true, force: true });
const area = await openArea(from, { clock: systemClock, memoryLimit: '2GiB' });
try {
  const years = await listYears(area.warehouse);
  const knownAt = known === undefined ? {} : { knownAt: instantOf(Date.parse(known)) };
  for (const year of which === 'all' ? years : years.slice(0, 1)) {
    const question = { year, ...knownAt };
    await writeAccount(area, question, systemClock, join(to, year.replace('/', '-')), { memory: 2048 });
  }
} finally {
  await area.close();
}
tellSpent('Account', began);
