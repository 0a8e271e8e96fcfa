import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { AcademicYear, Clock } from '#kernel';
import { singleUser, type Access, type PublishedBatch } from '#access';
import { openStore, type OpenArea } from '#exchange/area-files';
import { buildAccount, childYears, listYears, writeAggregates, type Answered } from '#lost-learning';
import { assessQuality, writeQuality } from '#quality';
import type { AreaFolder } from '#store';
import { listBatches } from '#worklists';

export type Step = (done: number, total: number, words: string) => void;

/** Where the aggregates of one version of an area stand. */
export function aggregatesFolder(area: AreaFolder, version: number): string {
  return join(area.derived, String(version), 'aggregates');
}

/** Where what to mend in one version of an area stands, child by child: read with a permit only. */
export function findingsFolder(area: AreaFolder, version: number): string {
  return join(area.derived, String(version), 'findings');
}

/**
 * Works out every year of an area as known now, and makes it what pages show: sums into the store’s derived folder,
 * children’s years into records, visible all at once when the last is written.
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
): Promise<{ readonly complete: boolean }> {
  const open = await openStore(area, { memoryLimit: memoryToUse() });
  const version = open.manifest.version;
  const draft = join(area.derived, `${version}.draft`);
  const interrupt = (): void => open.warehouse.interrupt();
  stopping.addEventListener('abort', interrupt);
  try {
    await rm(draft, { recursive: true, force: true });
    const knownAt = clock.now();
    const all = await listYears(open.warehouse);
    const years = all.slice(0, mostYears);
    const complete = years.length === all.length;
    const rows = yearsRows(open, years, clock, draft, { onStep, stopping, quality: complete });
    await access.publish(singleUser, rows, { knownAt });
    await takePlace(draft, join(area.derived, String(version)));
    onStep(years.length, years.length, 'Ready');
    return { complete };
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

// Folder by folder: beside these stands the packed register of the version, which the next account reads.
async function takePlace(draft: string, place: string): Promise<void> {
  await mkdir(place, { recursive: true });
  for (const name of await readdir(draft)) {
    await rm(join(place, name), { recursive: true, force: true });
    await rename(join(draft, name), join(place, name));
  }
  await rm(draft, { recursive: true, force: true });
}

// One year after another: the account of a year is made, written and read before the next one takes its place.
async function* yearsRows(
  open: OpenArea,
  years: readonly AcademicYear[],
  clock: Clock,
  draft: string,
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
    await writeAggregates(open.warehouse, answered, join(draft, 'aggregates'));
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
    const folders = { sums: join(draft, 'aggregates'), findings: join(draft, 'findings') };
    await writeQuality(open, answered, await assessQuality(open, answered, clock), folders);
  }
}
