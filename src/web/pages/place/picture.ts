import { t } from '#language';
import {
  ENGLAND,
  findMeasure,
  findPlace,
  getMeasure,
  listPlaces,
  type Measure,
  type Observation,
  type Period,
  type Place,
  type PublishedStatistics,
} from '#place';
import { findPeriod, periodSlug } from './published-period.ts';

/** What the reader chose, or what stands where nothing was chosen. */
export type Choice = {
  readonly measure: Measure;
  readonly period: Period;
  readonly region: Place | undefined;
  /** Periods with a row for England, latest first. */
  readonly periods: readonly Period[];
  /** What was asked for and is not held, as a sentence. */
  readonly instead: string | undefined;
};

export type Asked = {
  readonly measure?: string | undefined;
  readonly period?: string | undefined;
  readonly region?: string | undefined;
};

export type PlaceFigure = { readonly place: Place; readonly observation: Observation };

/** One measure over one period: England, the regions side by side, authorities by region and name. */
export type Picture = {
  readonly england: Observation | undefined;
  readonly regions: readonly PlaceFigure[];
  readonly authorities: readonly PlaceFigure[];
  /** England’s whole school years, oldest first. */
  readonly years: readonly Observation[];
};

export async function readChoice(published: PublishedStatistics, asked: Asked): Promise<Choice> {
  const wantedMeasure = findMeasure(asked.measure ?? '');
  const measure = (await hasEngland(published, wantedMeasure)) ?? getMeasure('overall-absence');
  const rows = await published.listStandingObservations({ measure: measure.id, place: ENGLAND, schoolType: 'all' });
  const periods = rows.map((row) => row.period).toReversed();
  const latest = await published.findLatestPeriod(measure.id);
  const wanted = findPeriod(asked.period ?? '');
  const found = wanted && periods.find((one) => periodSlug(one) === periodSlug(wanted));
  const period = found ?? latest ?? periods[0];
  if (!period) throw new Error(`place/no-period: ${measure.id}`);
  const region = findPlace(asked.region ?? '');
  return {
    measure,
    period,
    region: region?.level === 'region' ? region : undefined,
    periods,
    instead:
      wantedMeasure && wantedMeasure !== measure
        ? t('national.no-england', { measure: wantedMeasure.name })
        : asked.period && !found
          ? t('national.no-period', { measure: measure.name })
          : undefined,
  };
}

async function hasEngland(published: PublishedStatistics, measure: Measure | undefined): Promise<Measure | undefined> {
  return measure && (await published.findLatestPeriod(measure.id)) ? measure : undefined;
}

export async function readPicture(published: PublishedStatistics, choice: Choice): Promise<Picture> {
  const { measure, period, region } = choice;
  const rows = await published.listStandingObservations({ measure: measure.id, period, schoolType: 'all' });
  const figures = rows.flatMap((observation): readonly PlaceFigure[] => {
    const place = findPlace(observation.place);
    return place ? [{ place, observation }] : [];
  });
  const years = await published.listStandingObservations({ measure: measure.id, place: ENGLAND, schoolType: 'all' });
  return {
    england: rows.find((row) => row.place === ENGLAND),
    regions: withLondon(figures).toSorted(byName),
    authorities: figures
      .filter(({ place }) => place.level === 'authority' && (!region || place.region === region.code))
      // Some releases keep a row for an authority that was abolished before the period: it has nothing to say.
      .filter(({ place, observation }) => place.current || observation.value.kind === 'value')
      .toSorted((a, b) => regionName(a.place).localeCompare(regionName(b.place), 'en-GB') || byName(a, b)),
    years: years.filter((row) => row.period.kind === 'academic-year'),
  };
}

/** Releases before 2015/16 give Inner and Outer London and no London: then both stand for it. */
function withLondon(figures: readonly PlaceFigure[]): readonly PlaceFigure[] {
  const regions = figures.filter(({ place }) => place.level === 'region');
  const parts = figures.filter(({ place }) => place.level === 'part-of-region');
  return [...regions, ...parts.filter((part) => regions.every(({ place }) => place.code !== part.place.region))];
}

export function regionName(place: Place): string {
  return findPlace(place.region ?? '')?.name ?? '';
}

export function listRegions(): readonly Place[] {
  return listPlaces().filter((place) => place.level === 'region');
}

function byName(a: PlaceFigure, b: PlaceFigure): number {
  return a.place.name.localeCompare(b.place.name, 'en-GB');
}
