import { t } from '#language';
import {
  ALL_PUPILS,
  byGroup,
  ENGLAND,
  findPlace,
  listPlaces,
  type Group,
  type Measure,
  type Observation,
  type Period,
  type Place,
  type PublishedStatistics,
  type Series,
} from '#place';

/** One measure in one place, as its page shows it. */
export type Statistic = {
  readonly measure: Measure;
  readonly place: Place;
  /** Places with any figure of the measure: England, regions by name, authorities by name, then others. */
  readonly places: readonly Place[];
  /** All pupils, or the first group where it is published by group only. */
  readonly group: Group;
  readonly series: Series;
  /** England and its regions (or NHS regions) in the latest period, where the place is England. */
  readonly regions: readonly { readonly place: Place; readonly observation: Observation }[];
  /** Every group in the place in the latest period with groups; empty where there is one group. */
  readonly groups: readonly Observation[];
  readonly period: Period | undefined;
  /** What was asked for and is not there, as a sentence. */
  readonly instead: string | undefined;
};

const LEVELS: readonly Place['level'][] = [
  'country',
  'region',
  'part-of-region',
  'authority',
  'nhs-region',
  'icb',
  'district',
];

export async function readStatistic(
  published: PublishedStatistics,
  measure: Measure,
  asked: string | undefined,
): Promise<Statistic> {
  const places = await listPlacesOf(published, measure);
  const wanted = findPlace(asked ?? ENGLAND);
  const place = places.find((one) => one.code === wanted?.code) ?? places[0];
  if (!place) throw new Error(`place/no-figure: ${measure.id}`);
  const here = { measure: measure.id, place: place.code, schoolType: 'all' } as const;
  const [group = ALL_PUPILS] = await published.listGroups(here);
  const series = await published.listSeries(measure.id, place.code, { group });
  const groups = await readGroups(published, measure, place);
  const period = await published.findLatest({ ...here, group });
  return {
    measure,
    place,
    places,
    group,
    series,
    regions: place.level === 'country' && period ? await readRegions(published, measure, period, group) : [],
    groups,
    period,
    instead:
      asked !== undefined && wanted?.code !== place.code ? t('statistics.instead', { place: place.name }) : undefined,
  };
}

async function listPlacesOf(published: PublishedStatistics, measure: Measure): Promise<readonly Place[]> {
  const held = new Set(await published.listPlaceCodes({ measure: measure.id, schoolType: 'all', group: 'any' }));
  return listPlaces()
    .filter((place) => held.has(place.code))
    .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.name.localeCompare(b.name, 'en-GB'));
}

async function readRegions(
  published: PublishedStatistics,
  measure: Measure,
  period: Period,
  group: Group,
): Promise<Statistic['regions']> {
  const rows = await published.listStandingObservations({ measure: measure.id, period, schoolType: 'all', group });
  return rows
    .flatMap((observation) => {
      const place = findPlace(observation.place);
      return place && ['country', 'region', 'nhs-region'].includes(place.level) ? [{ place, observation }] : [];
    })
    .toSorted(
      (a, b) =>
        LEVELS.indexOf(a.place.level) - LEVELS.indexOf(b.place.level) ||
        a.place.name.localeCompare(b.place.name, 'en-GB'),
    );
}

async function readGroups(
  published: PublishedStatistics,
  measure: Measure,
  place: Place,
): Promise<readonly Observation[]> {
  const here = { measure: measure.id, place: place.code, schoolType: 'all' } as const;
  const groups = await published.listGroups(here);
  if (groups.length < 2) return [];
  // The year in which groups were last published may be before the latest year of all pupils.
  const narrowed = groups.find((group) => group !== ALL_PUPILS);
  const period = narrowed && (await published.findLatest({ ...here, group: narrowed }));
  if (!period) return [];
  const rows = await published.listStandingObservations({ ...here, period, group: 'any' });
  return rows.toSorted((a, b) => byGroup(a.group, b.group));
}
