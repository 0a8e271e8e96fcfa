import { mkdir } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { AcademicYear, Clock } from '#kernel';
import { singleUser, type Access, type PublishedBatch } from '#access';
import { openStore, type OpenArea } from '#exchange/area-files';
import { buildAccount, childYears, listYears, writeAggregates, type Answered } from '#lost-learning';
import { assessQuality, writeQuality } from '#quality';
import { areaIdOf, timeOf, type AreaFolder } from '#store';
import { listBatches } from '#worklists';
import { madeOf } from './made-of.ts';
import { aggregatesFolder, newResults, sweepResults } from './results-folder.ts';

export type Step = (done: number, total: number, words: string) => void;

/**
 * Works out every year of an area as known now, and makes it what pages show: sums into a folder of their own, children’s
 * years into records, visible all at once when the last is written. Only for the holder of the publisher’s lease.
 */
export async function publishArea(
  area: AreaFolder,
  access: Access,
  clock: Clock,
  onStep: Step,
  /** Aborted when the process is to stop: the work ends where it is, and nothing of it is seen. */
  stopping: AbortSignal,
  /** How many years, the latest first: a first start shows the latest while the others are worked out. */
  mostYears = Number.POSITIVE_INFINITY,
): Promise<void> {
  const open = await openStore(area, { memoryLimit: memoryToUse() });
  const results = newResults(open.manifest.version);
  const interrupt = (): void => open.warehouse.interrupt();
  stopping.addEventListener('abort', interrupt);
  try {
    // Also where no year has anything to sum.
    await mkdir(aggregatesFolder(area, results), { recursive: true });
    const knownAt = timeOf(open.manifest, clock);
    const all = await listYears(open.warehouse);
    const years = all.slice(0, mostYears);
    const complete = years.length === all.length;
    const rows = yearsRows(open, years, clock, join(area.derived, results), { onStep, stopping, quality: complete });
    const about = { area: await areaIdOf(area), madeOf: await madeOf(open.manifest), results, complete, knownAt };
    await access.publish(singleUser, rows, about);
    await sweepResults(area, results);
    onStep(years.length, years.length, 'Ready');
  } finally {
    stopping.removeEventListener('abort', interrupt);
    await open.close();
  }
}

/**
 * Half of the machine’s memory. An account that does not fit is worked out on disk, which at 200,000 children takes many
 * times as long; one that fits in less takes no more than it needs.
 */
function memoryToUse(): string {
  return `${Math.max(4, Math.floor(totalmem() / 2 ** 31))}GiB`;
}

// One year after another: the account of a year is made, written and read before the next one takes its place.
async function* yearsRows(
  open: OpenArea,
  years: readonly AcademicYear[],
  clock: Clock,
  results: string,
  { onStep, stopping, quality }: { readonly onStep: Step; readonly stopping: AbortSignal; readonly quality: boolean },
): AsyncGenerator<PublishedBatch> {
  let listed = false;
  for (const [index, year] of years.entries()) {
    stopping.throwIfAborted();
    onStep(index, years.length, `Working out ${year}`);
    const answered: Answered = await buildAccount(open.warehouse, { year }, clock, open.packed, {
      bridge: true,
    });
    if (answered.asOf === null) continue;
    await writeAggregates(open.warehouse, answered, join(results, 'aggregates'));
    onStep(index + 0.5, years.length, `Publishing ${year}`);
    yield* childYears(open.warehouse, year, answered.asOf);
    // Lists are of now: of the latest year that has a mark.
    if (!listed) yield* listBatches(open.warehouse, year);
    listed = true;
    // A first start shows its figures sooner: what to mend comes with the other years.
    if (!quality) continue;
    stopping.throwIfAborted();
    // Last: what mending would change is worked out in the place of the account.
    onStep(index + 0.75, years.length, `Looking for what to mend in ${year}`);
    const folders = { sums: join(results, 'aggregates'), findings: join(results, 'findings') };
    await writeQuality(open, answered, await assessQuality(open, answered, clock), folders);
  }
}
