import { mkdir } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { fixedClock, type AcademicYear, type Clock, type Instant } from '#kernel';
import { isChildYears, type PublishedBatch } from '#access';
import { openStore, type OpenArea } from '#exchange/area-files';
import { buildAccount, childYears, listYears, writeAggregates, type Answered } from '#lost-learning';
import { assessQuality, writeQuality } from '#quality';
import { timeOf, type AreaFolder } from '#store';
import { listBatches } from '#worklists';
import { madeOf } from './made-of.ts';
import { aggregatesFolder, newResults } from './results-folder.ts';

export type Step = (done: number, total: number, words: string) => void;

/** What is asked of the process that works a publication out. */
export type WorkAsked = {
  readonly area: AreaFolder;
  readonly now: Instant;
  /** How many years, the latest first: a first start shows the latest while the others are worked out. */
  readonly mostYears: number | undefined;
  /** Whether pages are open meanwhile, which go first. */
  readonly behind: boolean;
};

/** What it will be made of, known before the first row. */
export type WorkBegun = {
  readonly madeOf: string;
  readonly results: string;
  readonly complete: boolean;
  readonly years: number;
  readonly knownAt: Instant;
};

/** What it says, one after another: how far it is, and rows, in batches of which each is taken before the next comes. */
export type WorkSaid =
  | { readonly kind: 'begun'; readonly begun: WorkBegun }
  | { readonly kind: 'step'; readonly step: Parameters<Step> }
  | { readonly kind: 'batch'; readonly batch: PublishedBatch }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed' };

/** Rows handed over at once: whoever takes them has pages to answer between two batches. */
const ROWS = 250;

/** Works out every year of an area as known at a moment: sums into a folder of their own, children’s years and lists as rows. */
export async function* workOut(
  { area, now, mostYears }: WorkAsked,
  tell: (said: WorkSaid) => void,
): AsyncGenerator<PublishedBatch> {
  const open = await openStore(area, { memoryLimit: memoryToUse() });
  try {
    const results = newResults(open.manifest.version);
    // Also where no year has anything to sum.
    await mkdir(aggregatesFolder(area, results), { recursive: true });
    const knownAt = timeOf(open.manifest, fixedClock(now));
    const all = await listYears(open.warehouse);
    const years = all.slice(0, mostYears);
    const complete = years.length === all.length;
    tell({
      kind: 'begun',
      begun: { madeOf: await madeOf(open.manifest), results, complete, years: years.length, knownAt },
    });
    const onStep: Step = (...step) => tell({ kind: 'step', step });
    // Its moment as known is the same (momentOf), and its today is today: a day that is still to come has marks too.
    const rows = yearsRows(open, years, fixedClock(now), join(area.derived, results), {
      onStep,
      quality: complete,
    });
    for await (const batch of rows) yield* inParts(batch);
  } finally {
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

function* inParts(batch: PublishedBatch): Generator<PublishedBatch> {
  for (let from = 0; from < rowsIn(batch); from += ROWS) {
    const to = from + ROWS;
    yield isChildYears(batch) ? batch.slice(from, to) : { ...batch, entries: batch.entries.slice(from, to) };
  }
}

function rowsIn(batch: PublishedBatch): number {
  return isChildYears(batch) ? batch.length : batch.entries.length;
}

// One year after another: the account of a year is made, written and read before the next one takes its place.
async function* yearsRows(
  open: OpenArea,
  years: readonly AcademicYear[],
  clock: Clock,
  results: string,
  { onStep, quality }: { readonly onStep: Step; readonly quality: boolean },
): AsyncGenerator<PublishedBatch> {
  let listed = false;
  for (const [index, year] of years.entries()) {
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
    // Last: what mending would change is worked out in the place of the account.
    onStep(index + 0.75, years.length, `Looking for what to mend in ${year}`);
    const folders = { sums: join(results, 'aggregates'), findings: join(results, 'findings') };
    await writeQuality(open, answered, await assessQuality(open, answered, clock), folders);
  }
}
