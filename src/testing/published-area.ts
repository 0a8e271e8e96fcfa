import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock, type Clock, type Instant } from '#kernel';
import { createAccess, singleUser, type PublishedBatch } from '#access';
import { areaAt, importFiles, listAreaFiles, listImports, openStore, type OpenArea } from '#exchange/area-files';
import { Aggregates, buildAccount, childYears, listYears, writeAggregates } from '#lost-learning';
import { assessQuality, QualityFindings, writeQuality } from '#quality';
import { beginTransaction, closeRecords, openRecords, type Records, type RecordsOptions, type Tx } from '#store';
import type { WebContext } from '#web';
import { carriedFigures } from './carried-figures.ts';
import { listBatches } from '#worklists';

export type PublishedArea = {
  /** All that pages need, as the app would hand it to them. */
  readonly web: WebContext;
  readonly records: Records;
  readonly close: () => Promise<void>;
};

/** Imports a folder of area files and publishes every year of it, in stores of its own: nothing is pretended. */
export async function publishedArea(
  folder: string,
  about: {
    readonly now: Instant;
    readonly name?: string;
    readonly region?: string;
    /** Also what to mend: it costs a second account of every year. */
    readonly quality?: boolean;
    /** Left out: records in memory. */
    readonly records?: RecordsOptions;
  },
): Promise<PublishedArea> {
  const clock = fixedClock(about.now);
  const home = await mkdtemp(join(tmpdir(), 'kith-published-'));
  const area = areaAt(join(home, 'store'));
  await importFiles(area, await listAreaFiles(folder), { clock, by: 'a test' });
  const records = await openRecords(about.records);
  const access = createAccess(records, clock);
  const aggregatesAt = join(area.derived, 'aggregates');
  const findingsAt = join(area.derived, 'findings');
  const open = await openStore(area, {});
  const rows = everyYear(open, clock, aggregatesAt, about.quality === true ? findingsAt : undefined);
  try {
    await access.publish(singleUser, rows, { knownAt: clock.now() });
  } finally {
    await open.close();
  }
  const aggregates = await Aggregates.open(aggregatesAt);
  const findings = await QualityFindings.open(findingsAt);
  const published = await carriedFigures();
  const { name = 'Workedshire', region } = about;
  return {
    records,
    web: {
      clock,
      access,
      actor: singleUser,
      published,
      wait: () => Promise.resolve(),
      account: async () => ({ kind: 'ready', version: 1, aggregates, findings, working: undefined }),
      area: { folder: area, name, demonstration: false, region, imports: () => listImports(area) },
    },
    close: async () => {
      aggregates.close();
      findings.close();
      await closeRecords(records);
      await rm(home, { recursive: true, force: true });
    },
  };
}

// The account of a year is made, written and read before the next one takes its place.
async function* everyYear(
  open: OpenArea,
  clock: Clock,
  sums: string,
  findings: string | undefined,
): AsyncGenerator<PublishedBatch> {
  const { warehouse } = open;
  let listed = false;
  for (const year of await listYears(warehouse)) {
    const answered = await buildAccount(warehouse, { year, knownAt: clock.now() }, clock, undefined, {
      bridge: true,
    });
    if (answered.asOf === null) continue;
    await writeAggregates(warehouse, answered, sums);
    yield* childYears(warehouse, year, answered.asOf);
    if (!listed) yield* listBatches(warehouse, year);
    listed = true;
    if (findings === undefined) continue;
    await writeQuality(open, answered, await assessQuality(open, answered, clock), { sums, findings });
  }
}

/** Past every policy: for tests of what the database holds. */
export function asOwnerOf<T>({ records }: PublishedArea, work: (tx: Tx) => Promise<T>): Promise<T> {
  return beginTransaction(records, work);
}
