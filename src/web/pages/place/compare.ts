import { t } from '#language';
import {
  ALL_PUPILS,
  ENGLAND,
  findGroup,
  findMeasure,
  findPlace,
  getMeasure,
  pandemicCaution,
  periodSlug,
  readField,
  unlike,
  type Field,
  type Group,
  type Kind,
  type Measure,
  type Period,
  type Place,
  type PublishedStatistics,
} from '#place';
import { groupText } from './published-group.ts';
import { findPeriod, periodWords } from './published-period.ts';

/** What the address of a comparison asks for; several of one kind where it names several. */
export type AskedComparison = {
  readonly measures: readonly string[];
  readonly periods: readonly string[];
  readonly groups: readonly string[];
  readonly places: readonly string[];
  readonly region: string | undefined;
};

/** What can be chosen, whatever comes of it. */
export type Choices = {
  readonly measure: Measure;
  readonly periods: readonly Period[];
  readonly period: Period | undefined;
  readonly groups: readonly Group[];
  readonly group: Group;
  readonly region: Place | undefined;
  /** Marked places, in the order asked for. */
  readonly marked: readonly Place[];
};

export type AskedFor = Choices &
  (
    | { readonly kind: 'comparison'; readonly field: Field; readonly cautions: readonly string[] }
    /** Not like with like, or not published: the reasons, as sentences. */
    | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  );

const DEFAULT_MEASURE = 'persistent-absence';
const BIRMINGHAM = 'E08000025';

/** One measure, period and group in every authority; refused, with the reason, where what is asked for is not alike. */
export async function readComparison(published: PublishedStatistics, asked: AskedComparison): Promise<AskedFor> {
  const measure = findMeasure(asked.measures[0] ?? '') ?? getMeasure(DEFAULT_MEASURE);
  const group = findGroup(asked.groups[0] ?? 'all') ?? ALL_PUPILS;
  const periods = await listPeriods(published, measure, group);
  const wanted = findPeriod(asked.periods[0] ?? '');
  const period = wanted ?? periods[0];
  const marked = asked.places.flatMap((text) => findPlace(text) ?? []);
  const region = findPlace(asked.region ?? '');
  const choices: Choices = {
    measure,
    periods,
    period,
    groups: await listAuthorityGroups(published, measure),
    group,
    region: region?.level === 'region' ? region : undefined,
    marked,
  };
  const reasons = [...unknown(asked), ...unlikeOnes(asked, choices)];
  if (!period || reasons.length > 0) {
    return { ...choices, kind: 'refused', reasons: reasons.length > 0 ? reasons : [nothingFor(measure, group)] };
  }
  const field = await readField(published, { measure: measure.id, period, group });
  const without = notPublished(field, measure, marked);
  if (field.authorities.length === 0) {
    return {
      ...choices,
      kind: 'refused',
      reasons: [
        periods.length === 0
          ? nothingFor(measure, group)
          : t('compare.not-over', { measure: measure.name, period: periodWords(period) }),
      ],
    };
  }
  if (without.length > 0) return { ...choices, kind: 'refused', reasons: without };
  return { ...choices, kind: 'comparison', field, cautions: cautionsOf(field) };
}

/** Periods with a figure for any authority, newest first. */
async function listPeriods(published: PublishedStatistics, measure: Measure, group: Group): Promise<readonly Period[]> {
  const rows = await published.listStandingObservations({ measure: measure.id, schoolType: 'all', group });
  const held = new Map<string, Period>();
  for (const { place, period, value } of rows) {
    if (value.kind === 'value' && findPlace(place)?.level === 'authority') held.set(periodSlug(period), period);
  }
  return [...held.values()].toSorted((a, b) => (periodSlug(a) < periodSlug(b) ? 1 : -1));
}

/** Groups that the measure is published by for authorities. A well-known large one stands for all of them. */
async function listAuthorityGroups(published: PublishedStatistics, measure: Measure): Promise<readonly Group[]> {
  return published.listGroups({ measure: measure.id, place: BIRMINGHAM, schoolType: 'all' });
}

function nothingFor(measure: Measure, group: Group): string {
  const said = { measure: measure.name, geography: measure.geography };
  return group === ALL_PUPILS
    ? t('compare.nothing', said)
    : t('compare.nothing-group', { ...said, group: groupText(group) });
}

function unknown(asked: AskedComparison): readonly string[] {
  return [
    ...asked.measures.flatMap((text) => (text === '' || findMeasure(text) ? [] : [t('compare.no-measure', { text })])),
    ...asked.periods.flatMap((text) => (text === '' || findPeriod(text) ? [] : [t('compare.no-period', { text })])),
    ...asked.groups.flatMap((text) => (text === '' || findGroup(text) ? [] : [t('compare.no-group', { text })])),
    ...asked.places.flatMap((text) => (text === '' || findPlace(text) ? [] : [t('compare.no-place', { text })])),
  ];
}

/** Two measures, periods or groups in one address are two kinds of figure: the reason says why they stay apart. */
function unlikeOnes(asked: AskedComparison, { measure, period, group }: Choices): readonly string[] {
  if (!period) return [];
  const first: Kind = { measure: measure.id, period, schoolType: 'all', group };
  const others: readonly Kind[] = [
    ...asked.measures.slice(1).flatMap((text) => {
      const other = findMeasure(text);
      return other ? [{ ...first, measure: other.id }] : [];
    }),
    ...asked.periods.slice(1).flatMap((text) => {
      const other = findPeriod(text);
      return other ? [{ ...first, period: other }] : [];
    }),
    ...asked.groups.slice(1).flatMap((text) => {
      const other = findGroup(text);
      return other ? [{ ...first, group: other }] : [];
    }),
  ];
  return [...new Set(others.flatMap((other) => unlike(first, other) ?? []))];
}

function notPublished(field: Field, measure: Measure, marked: readonly Place[]): readonly string[] {
  const held = new Set([ENGLAND, ...[...field.regions, ...field.authorities].map(({ place }) => place.code)]);
  return marked
    .filter(({ code }) => !held.has(code))
    .map(({ name: place, level }) => {
      const said = { measure: measure.name, place, geography: measure.geography };
      if (level === 'district') return t('compare.not-for-district', said);
      return level === 'authority' ? t('compare.not-for-authority', said) : t('compare.not-for', said);
    });
}

function cautionsOf({ authorities, period }: Field): readonly string[] {
  const year = period.kind === 'calendar-year' ? String(period.calendarYear) : period.year;
  const summed = authorities.some(({ counts }) => counts === 'summed');
  return [
    ...(pandemicCaution(period) === undefined ? [] : [t('compare.closed', { year })]),
    ...(summed ? [t('compare.summed')] : []),
  ];
}
