import { academicYearStarting } from '#kernel';
import { t } from '#language';
import {
  chanceOf,
  ENGLAND,
  getMeasure,
  listCounted,
  periodSlug,
  PROFILE_NEIGHBOURS,
  PROFILE_TRENDS,
  readField,
  readProfile,
  type ExplainedNeighbour,
  type Field,
  type MeasureId,
  type Observation,
  type Place,
  type ProfileRow,
  type PublishedStatistics,
  type Series,
} from '#place';

/** All that the profile of a place shows. */
export type Profile = {
  readonly place: Place;
  readonly rows: readonly ProfileRow[];
  readonly trends: readonly ProfileTrend[];
  readonly neighbours: readonly ExplainedNeighbour[];
  /** One field a measure by which the place is drawn beside its neighbours; none for a region or England. */
  readonly fields: readonly Field[];
};

export type ProfileTrend = {
  readonly series: Series;
  /** The place’s figures with their counts, by period. */
  readonly counted: ReadonlyMap<string, Observation>;
  readonly england: readonly Observation[];
};

export async function readPlaceProfile(published: PublishedStatistics, place: Place): Promise<Profile> {
  const rows = await readProfile(published, place);
  const trends = await Promise.all(PROFILE_TRENDS.map((measure) => readTrend(published, place, measure)));
  const neighbours = place.level === 'authority' ? await published.listNeighbours(place.code) : [];
  const read = rows.flatMap((row) =>
    PROFILE_NEIGHBOURS.some((id) => id === row.measure) && row.read ? [row.read.observation] : [],
  );
  const fields =
    neighbours.length === 0
      ? []
      : await Promise.all(read.map(({ measure, period }) => readField(published, { measure, period })));
  return { place, rows, trends, neighbours, fields };
}

async function readTrend(published: PublishedStatistics, place: Place, measure: MeasureId): Promise<ProfileTrend> {
  const series = await published.listSeries(measure, place.code);
  const counted = await listCounted(published, { measure, place: place.code, schoolType: 'all' });
  const england =
    place.code === ENGLAND
      ? []
      : await published.listStandingObservations({ measure, place: ENGLAND, schoolType: 'all' });
  return {
    series,
    counted: new Map(counted.map(({ observation }) => [periodSlug(observation.period), observation])),
    england,
  };
}

/** `2023/24`, or `2024` of a calendar year; undefined for a period that is no year. */
export function yearOfPeriod({ period }: Pick<Observation, 'period'>): string | undefined {
  if (period.kind === 'academic-year' || period.kind === 'five-half-terms') return period.year;
  return period.kind === 'calendar-year' ? String(period.calendarYear) : undefined;
}

/** A break’s year as the years of the trend are written. */
export function breakYear(trend: ProfileTrend, from: number): string {
  const calendar = trend.series.points.some(({ observation }) => observation.period.kind === 'calendar-year');
  return calendar ? String(from) : academicYearStarting(from);
}

/** The 95 % interval of a point; undefined where counts do not allow one. */
export function intervalOf(observation: Observation): { readonly low: number; readonly high: number } | undefined {
  const chance = chanceOf(observation);
  return chance.kind === 'estimate' ? { low: chance.at95.lower, high: chance.at95.upper } : undefined;
}

export function unitAfter(measure: MeasureId): string {
  const { unit } = getMeasure(measure);
  if (unit === 'percent') return '%';
  return unit === 'per-100-pupils' ? t('published.after-per-100') : '';
}
