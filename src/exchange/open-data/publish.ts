import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal, today, type AcademicYear, type CalendarDate, type Clock } from '#kernel';
import { buildAccount } from '#lost-learning';
import { openStore } from '#exchange/area-files';
import { takeImporterLease, type AreaFolder } from '#store';
import { DATA_SETS, type DataSet } from './data-sets.ts';
import { compareWithEarlier, type Unlike } from './earlier.ts';
import { countHidden, listFigures } from './figures.ts';
import { readPeople } from './people.ts';
import { placeColumns } from './place-columns.ts';
import { protectSet, type ProtectedSet } from './protect-set.ts';
import type { OpenRelease } from './release.ts';
import { describeFiles, releaseFiles } from './release-files.ts';
import {
  isThere,
  keepReleaseFolder,
  listVersions,
  nextVersion,
  readEarlier,
  type ReleaseContent,
  type TrueNumbers,
} from './release-folder.ts';

export type PublishOptions = {
  readonly year?: AcademicYear;
  readonly asOf?: CalendarDate;
  readonly licence: string;
  /** Works everything out and writes nothing. */
  readonly dryRun: boolean;
  /** A copy of the release for another place. */
  readonly out?: string;
};

export type Published =
  | {
      readonly kind: 'published' | 'preview';
      readonly releases: readonly OpenRelease[];
      readonly folder: string | undefined;
    }
  /** Every number is as in this version already. */
  | { readonly kind: 'unchanged'; readonly version: string };

/** Makes a release of an area’s open data: every data set of one year, protected together, held against earlier ones. */
export async function publishOpenData(area: AreaFolder, clock: Clock, options: PublishOptions): Promise<Published> {
  const lease = await takeImporterLease(area);
  const scratch = await mkdtemp(join(tmpdir(), 'kith-open-data-'));
  try {
    return await publish(area, clock, options, scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
    await lease.release();
  }
}

async function publish(area: AreaFolder, clock: Clock, options: PublishOptions, scratch: string): Promise<Published> {
  const open = await openStore(area, {});
  try {
    const { year, asOf } = options;
    const question = { ...(year ? { year } : {}), ...(asOf ? { asOf } : {}) };
    const answered = await buildAccount(open.warehouse, question, clock, open.packed);
    if (answered.asOf === null)
      throw new Refusal(
        'open-data/no-marks',
        `There are no marks in ${answered.year} to publish. Choose another year.`,
      );
    const sets: { readonly set: DataSet; readonly safe: ProtectedSet }[] = [];
    for (const set of DATA_SETS) sets.push({ set, safe: await protectSet(set, await readPeople(open.warehouse, set)) });
    const slug = answered.year.replace('/', '-');
    const numbers = Object.fromEntries(sets.map(({ set, safe }) => [set.id, numbersOf(set, safe)]));
    const unchanged = await holdAgainstEarlier(area.path, slug, answered.year, numbers);
    if (unchanged !== undefined) return { kind: 'unchanged', version: unchanged };
    const version = await nextVersion(area.path, slug);
    const name = open.manifest.name ?? 'An area without a name';
    const fictional = open.manifest.demonstration;
    const las = await open.warehouse.rows<{ la: string }>(
      'select distinct cast(la as varchar) as la from school order by 1',
    );
    const place = placeColumns(
      { name, fictional },
      las.map(({ la }) => la),
    );
    const contents: ReleaseContent[] = [];
    for (const { set, safe } of sets) {
      const about = describe(set, safe, {
        version,
        area: place.la_name,
        fictional,
        year: answered.year,
        as_of: answered.asOf,
        published: today(clock),
        licence: options.licence,
      });
      const files = await releaseFiles(about, answered.year, place, safe.rows, scratch);
      contents.push({ release: { ...about, files: [...describeFiles(files)] }, files });
    }
    const releases = contents.map(({ release }) => release);
    if (options.dryRun) return { kind: 'preview', releases, folder: undefined };
    const copy = options.out === undefined ? undefined : join(options.out, version);
    if (copy !== undefined && (await isThere(copy)))
      throw new Refusal(
        'open-data/out-taken',
        `There is something at ${copy} already. Nothing was published. Choose another folder with --out.`,
      );
    const folder = await keepReleaseFolder(area.path, version, contents, numbers);
    if (copy !== undefined) await cp(folder, copy, { recursive: true, errorOnExist: true, force: false });
    return { kind: 'published', releases, folder };
  } finally {
    await open.close();
  }
}

function numbersOf(set: DataSet, { rows, exact }: ProtectedSet): TrueNumbers[string] {
  const hidden = listFigures(rows, set.indicators)
    .filter(({ symbol }) => symbol !== null)
    .map(({ topic, breakdown, indicator }) => `${topic}/${breakdown}:${indicator}`);
  return { hidden, exact: { people: { ...exact.people }, sessions: { ...exact.sessions } } };
}

const WHY: Readonly<Record<Extract<Unlike, { kind: 'too-close' }>['why'], string>> = {
  'few-changed': 'some figures would differ by only a few children',
  'other-groups': 'its groups are not the same',
  'other-hidden': 'other figures would have to be hidden, and the earlier release shows them',
};

/** The version that says the same already, if there is one; refused where the two together would tell about a few. */
async function holdAgainstEarlier(
  store: string,
  slug: string,
  year: AcademicYear,
  numbers: TrueNumbers,
): Promise<string | undefined> {
  const same = new Map<string, number>();
  for (const [set, next] of Object.entries(numbers)) {
    for (const earlier of await readEarlier(store, slug, set)) {
      const unlike = compareWithEarlier(earlier, next);
      if (unlike.kind === 'same') same.set(earlier.version, (same.get(earlier.version) ?? 0) + 1);
      if (unlike.kind !== 'too-close') continue;
      throw new Refusal(
        'open-data/too-close',
        `A release of ${year} beside ${earlier.version} would show what changed for a few children: ${WHY[unlike.why]}. The earlier release stands; nothing was published. Publish the next school year when it is over.`,
      );
    }
  }
  // Of a withdrawn release the numbers may be published again: they tell nothing new.
  const standing = await listVersions(store);
  const all = [...same].filter(([, sets]) => sets === Object.keys(numbers).length).map(([version]) => version);
  return all.find((version) => standing.includes(version));
}

type About = Pick<OpenRelease, 'version' | 'area' | 'fictional' | 'year' | 'as_of' | 'published' | 'licence'>;

function describe(set: DataSet, { rows, leftOut }: ProtectedSet, about: About): Omit<OpenRelease, 'files'> {
  const figures = listFigures(rows, set.indicators);
  const hidden = countHidden(figures);
  const words = Object.entries(hidden).map(([reason, count]) => `${count} of ${figures.length} figures: ${reason}`);
  return {
    data_set: set.id,
    title: set.title,
    population: set.population,
    ...about,
    statement: [
      ...(words.length === 0 ? ['No figure is hidden.'] : words),
      'Counts of 1 to 7 people are never shown, and every other count is to the nearest 5. Sessions are hidden with the people they belong to.',
    ],
    left_out: leftOut.map(({ label }) => label),
    indicators: set.indicators.map(({ name, label, grouping, unit, decimals }) => ({
      name,
      label,
      grouping,
      unit,
      decimals,
    })),
    hidden: { ...hidden },
    figures: figures.length,
  };
}
