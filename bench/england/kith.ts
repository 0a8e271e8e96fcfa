import { mkdir, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { countYear, findFolded, withHands, writeTables } from '#lost-learning';
import { tellSpent } from './spent.ts';

/**
 * `tsx bench/england/kith.ts FOLDED OUT`: the account of a year from its folded register to written results, as kith
 * account makes it.
 */
const [from = '', to = ''] = process.argv.slice(2);
if (from === '' || to === '') throw new Error('Say which folder to read and where to write: kith.ts FOLDED OUT');

const began = performance.now();
await rm(to, { recursive: true, force: true });
await mkdir(to, { recursive: true });
await withHands([from], '768MiB', to, async (hands) => {
  const folded = await findFolded(hands.reader, from);
  if (!folded) throw new Error(`Nothing was folded in ${from}`);
  const tally = await countYear(hands, folded, folded.markedDays.at(-1) ?? -1);
  await writeTables(hands.reader, folded, tally, to);
});
tellSpent('Kith', began);
