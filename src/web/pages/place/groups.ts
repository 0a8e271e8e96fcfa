import { t } from '#language';
import {
  ENGLAND,
  findMeasure,
  findPlace,
  findSchoolType,
  getMeasure,
  groupsBeside,
  partsOf,
  periodSlug,
  SCHOOL_TYPES,
  type GroupBeside,
  type Measure,
  type MeasureId,
  type Observation,
  type Period,
  type Place,
  type PublishedStatistics,
  type SchoolType,
} from '#place';
import { findPeriod } from './published-period.ts';

/** Groups of pupils of one place, over one period, in one kind of school. */
export type AskedGroups = {
  readonly measure: Measure;
  readonly place: Place;
  readonly period: Period | undefined;
  readonly schoolType: SchoolType;
  readonly rows: readonly GroupBeside[];
  /** Periods and kinds of school with figures of groups here. */
  readonly periods: readonly Period[];
  readonly schoolTypes: readonly SchoolType[];
  /** What was asked for and is not there, as sentences. */
  readonly instead: readonly string[];
};

/** Measures that are published by group for places. */
export const GROUP_MEASURES = [
  'persistent-absence',
  'severe-absence',
  'overall-absence',
  'suspension-rate',
  'pupils-suspended-rate',
  'permanent-exclusion-rate',
  'plans-within-20-weeks',
] as const satisfies readonly MeasureId[];

export type GroupsQuery = {
  readonly measure?: string | undefined;
  readonly place?: string | undefined;
  readonly period?: string | undefined;
  readonly schools?: string | undefined;
};

export async function readGroupsBeside(published: PublishedStatistics, asked: GroupsQuery): Promise<AskedGroups> {
  const wanted = findMeasure(asked.measure ?? '');
  const measure = getMeasure(GROUP_MEASURES.find((id) => id === wanted?.id) ?? 'persistent-absence');
  const foundPlace = findPlace(asked.place || ENGLAND);
  const england = findPlace(ENGLAND);
  const place = foundPlace ?? england;
  if (!place) throw new Error(`place/no-figure: ${measure.id}`);
  const all = await published.listStandingObservations({ measure: measure.id, place: place.code, group: 'any' });
  const narrowed = all.filter(({ group }) => group !== 'all');
  const schoolTypes = SCHOOL_TYPES.filter((type) => narrowed.some((one) => one.schoolType === type));
  const schoolType =
    schoolTypes.find((type) => type === asked.schools) ??
    (schoolTypes.includes('all') ? 'all' : (schoolTypes[0] ?? 'all'));
  const here = narrowed.filter((one) => one.schoolType === schoolType);
  const periods = periodsOf(here);
  const askedPeriod = findPeriod(asked.period ?? '');
  const period =
    (askedPeriod && periods.find((one) => periodSlug(one) === periodSlug(askedPeriod))) ?? richest(here) ?? periods[0];
  const meant = all.filter(
    (one) => one.schoolType === schoolType && period && periodSlug(one.period) === periodSlug(period),
  );
  return {
    measure,
    place,
    period,
    schoolType,
    rows: groupsBeside(measure.id, meant),
    periods,
    schoolTypes,
    instead: [
      ...(asked.measure && wanted?.id !== measure.id
        ? [t('groups.instead.measure', { measure: wanted?.name ?? asked.measure })]
        : []),
      ...(asked.place && !foundPlace ? [t('groups.instead.place', { place: asked.place })] : []),
      ...(asked.period && period && periodSlug(period) !== asked.period ? [t('groups.instead.period')] : []),
      ...(asked.schools && findSchoolTypeById(asked.schools) !== schoolType ? [t('groups.instead.schools')] : []),
    ],
  };
}

function findSchoolTypeById(text: string): SchoolType | undefined {
  return SCHOOL_TYPES.find((type) => type === text) ?? findSchoolType(text);
}

/** Newest first. */
function periodsOf(rows: readonly Observation[]): readonly Period[] {
  const held = new Map(rows.map(({ period }) => [periodSlug(period), period] as const));
  // Rows come in order of time.
  return [...held.values()].toReversed();
}

/** The newest period with counts of pupils in two groups at once. */
function richest(rows: readonly Observation[]): Period | undefined {
  return rows.findLast(({ group, numerator }) => partsOf(group).length > 1 && numerator !== undefined)?.period;
}
