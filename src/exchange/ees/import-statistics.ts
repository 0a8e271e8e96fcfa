import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { today, type CalendarDate, type Clock, type Rejection } from '#kernel';
import {
  byStanding,
  keepRelease,
  listCarriedReleases,
  listImportedReleases,
  PUBLICATIONS,
  type Observation,
  type Publication,
  type Release,
} from '#place';
import { observationsOf } from './observations.ts';
import { readStatistics, type StatisticsFile } from './statistics-file.ts';

export type ImportOptions = {
  /** Day DfE published it; the day of import where left out. Decides which of two releases is the later. */
  readonly published?: CalendarDate;
  /** Last day of a year to date. Without it such a figure is shown and compared with nothing. */
  readonly through?: CalendarDate;
  /** The year in the file is over: its `Academic year` is a whole year. */
  readonly wholeYear?: boolean;
};

export type ImportedStatistics =
  | {
      readonly kind: 'imported';
      readonly release: Release;
      readonly observations: number;
      /** Releases of the same publication whose figures this one now stands before, for periods in both. */
      readonly standsBefore: readonly Release[];
      /** Rows not taken, by why. */
      readonly leftOut: Readonly<Record<string, number>>;
      /** Columns kept in the file that no measure uses. */
      readonly unknownIndicators: readonly string[];
    }
  /** The same file, byte for byte, is carried or was imported before. Nothing was changed. */
  | { readonly kind: 'already-held'; readonly release: Release }
  | { readonly kind: 'refused'; readonly problems: readonly Rejection[] };

const pack = promisify(gzip);

/** Takes a release of a publication Kith has measures for into a store. Done twice it changes nothing. */
export async function importStatistics(
  path: string,
  storeFolder: string,
  clock: Clock,
  options: ImportOptions = {},
): Promise<ImportedStatistics> {
  const file = await readStatistics(path);
  if (file.kind === 'refused') return file;
  const held = [...listCarriedReleases(), ...(await listImportedReleases(storeFolder))];
  const same = held.find((release) => release.sha256 === file.sha256);
  if (same) return { kind: 'already-held', release: same };
  const { publication } = file;
  if (!publication) return refuse(file, UNKNOWN_PUBLICATION);
  const id = `imported-${file.sha256.slice(0, 12)}`;
  const { observations, leftOut } = observationsOf(file, {
    release: id,
    covers: options.wholeYear ? 'whole-year' : undefined,
    through: options.through,
  });
  if (observations.length === 0) return refuse(file, nothingTaken(leftOut));
  const release = releaseOf(file, publication, id, observations, held, clock, options);
  await keepRelease(storeFolder, release, await pack(file.bytes), observations);
  const standsBefore = held.filter((other) => other.publication === publication.id && byStanding(release, other) < 0);
  return {
    kind: 'imported',
    release,
    observations: observations.length,
    standsBefore,
    leftOut,
    unknownIndicators: file.unknownIndicators,
  };
}

const TIDY = PUBLICATIONS.filter(({ recognisedBy }) => recognisedBy.length > 0);
const UNKNOWN_PUBLICATION = `No column of this file is a measure Kith knows. Choose a data file of ${TIDY.map(({ title }) => `“${title}”`).join(', ')}.`;

function nothingTaken(leftOut: Readonly<Record<string, number>>): string {
  const why = Object.entries(leftOut).map(([reason, rows]) => `${rows} rows: ${reason}`);
  return `No row of this file is one Kith can use (${why.join('; ')}). Choose the file by geography.`;
}

function refuse(file: StatisticsFile, problem: string): ImportedStatistics {
  return {
    kind: 'refused',
    problems: [{ file: file.file, line: 1, column: '', value: '', fault: 'nothing-to-use', problem }],
  };
}

function releaseOf(
  file: StatisticsFile,
  publication: Publication,
  id: string,
  observations: readonly Observation[],
  held: readonly Release[],
  clock: Clock,
  options: ImportOptions,
): Release {
  const years = observations
    .map(({ period: of }) => (of.kind === 'calendar-year' ? String(of.calendarYear) : of.year))
    .toSorted();
  const [first = '', last = ''] = [years[0], years.at(-1)];
  const period = first === last ? first : `${first} to ${last}`;
  const day = options.published ?? today(clock);
  const earlier = held.filter(
    (release) => release.publication === publication.id && (release.published ?? release.received.slice(0, 10)) === day,
  );
  return {
    id,
    publication: publication.id,
    title: `${publication.title}, ${period}`,
    publisher: publication.publisher,
    source: file.file,
    licence: publication.licence,
    published: options.published,
    received: clock.now(),
    revision: Math.max(0, ...earlier.map((release) => release.revision)) + 1,
    compiled: false,
    period,
    geography: levelsIn(file),
    rows: file.rows.length,
    sha256: file.sha256,
    origin: 'imported',
  };
}

function levelsIn(file: StatisticsFile): string {
  return [...new Set(file.rows.map((row) => row.identity['geographic_level'] ?? ''))].join(', ');
}
