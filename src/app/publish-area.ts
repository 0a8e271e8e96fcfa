import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AcademicYear, Clock } from '#kernel';
import { singleUser, type Access, type ChildYearRow } from '#access';
import { openStore, type OpenArea } from '#exchange/area-files';
import { buildAccount, childYears, listYears, writeAggregates, type Answered } from '#lost-learning';
import type { AreaFolder } from '#store';

export type Step = (done: number, total: number, words: string) => void;

/** Where the aggregates of one version of an area stand. */
export function aggregatesFolder(area: AreaFolder, version: number): string {
  return join(area.derived, String(version), 'aggregates');
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
  /** How many years, the latest first: a first start shows the latest while the others are worked out. */
  mostYears = Number.POSITIVE_INFINITY,
): Promise<{ readonly complete: boolean }> {
  const open = await openStore(area, {});
  const version = open.manifest.version;
  const draft = join(area.derived, `${version}.draft`);
  try {
    await rm(draft, { recursive: true, force: true });
    const knownAt = clock.now();
    const all = await listYears(open.warehouse);
    const years = all.slice(0, mostYears);
    const rows = yearsRows(open, years, clock, draft, onStep);
    await access.publish(singleUser, rows, { knownAt });
    await rm(join(area.derived, String(version)), { recursive: true, force: true });
    await rename(draft, join(area.derived, String(version)));
    onStep(years.length, years.length, 'Ready');
    return { complete: years.length === all.length };
  } finally {
    await open.close();
  }
}

// One year after another: the account of a year is made, written and read before the next one takes its place.
async function* yearsRows(
  open: OpenArea,
  years: readonly AcademicYear[],
  clock: Clock,
  draft: string,
  onStep: Step,
): AsyncGenerator<readonly ChildYearRow[]> {
  for (const [index, year] of years.entries()) {
    onStep(index, years.length, `Working out ${year}`);
    const answered: Answered = await buildAccount(open.warehouse, { year }, clock, open.packed, {
      bridge: true,
    });
    if (answered.asOf === null) continue;
    await writeAggregates(open.warehouse, answered, join(draft, 'aggregates'));
    onStep(index + 0.5, years.length, `Publishing ${year}`);
    yield* childYears(open.warehouse, year, answered.asOf);
  }
}
