import { dataText, t } from '#language';
import {
  countsOf,
  findMeasure,
  findPlace,
  getMeasure,
  listMeasures,
  periodSlug,
  readVariations,
  whyNotEvents,
  type Measure,
  type NoVariation,
  type Period,
  type PublishedStatistics,
  type Variation,
} from '#place';
import { startYear } from '#kernel';
import { findPeriod } from './published-period.ts';

/** How much authorities differ, in the period asked for and in every other with counts. */
export type AskedVariation = {
  readonly measure: Measure;
  readonly chosen: Variation | NoVariation | undefined;
  /** Oldest first, those of the same kind of period as the chosen one. */
  readonly years: readonly (Variation | NoVariation)[];
  readonly periods: readonly Period[];
  /** What was asked for and is not there, as a sentence. */
  readonly instead: string | undefined;
};

/** Only what is counted in people can be parted from chance. */
export function measuresThatVary(): readonly Measure[] {
  return listMeasures().filter((one) => VARYING.includes(one.id) && countsOf(one) === 'people');
}
const VARYING: readonly string[] = [
  'persistent-absence',
  'severe-absence',
  'pupils-suspended-rate',
  'permanent-exclusion-rate',
  'plans-within-20-weeks',
  'plans-within-20-weeks-all',
  'plans-over-a-year',
  'assessment-requests-refused',
  'pupils-sen-support',
  'pupils-ehc-plan',
  'pupils-eligible-fsm',
];

export async function readAskedVariation(
  published: PublishedStatistics,
  asked: { readonly measure?: string | undefined; readonly period?: string | undefined },
): Promise<AskedVariation> {
  const wanted = findMeasure(asked.measure ?? '');
  const measure = measuresThatVary().find((one) => one === wanted) ?? getMeasure('pupils-suspended-rate');
  const periods = await listYears(published, measure);
  const years = await readVariations(published, measure.id, periods);
  const period = findPeriod(asked.period ?? '');
  const said = years.findLast(({ kind }) => kind === 'variation');
  const found = period && years.find((one) => periodSlug(one.period) === periodSlug(period));
  return {
    measure,
    chosen: found ?? said ?? years.at(-1),
    years,
    periods,
    instead:
      asked.measure !== undefined && wanted !== measure
        ? t('variation.instead', { measure: wanted?.name ?? asked.measure, why: whyNot(wanted) })
        : asked.period !== undefined && asked.period !== '' && !found
          ? t('variation.instead.period')
          : undefined,
  };
}

function whyNot(measure: Measure | undefined): string {
  return measure && countsOf(measure) === 'events' ? dataText(whyNotEvents(measure)) : t('variation.instead.no-counts');
}

async function listYears(published: PublishedStatistics, measure: Measure): Promise<readonly Period[]> {
  const rows = await published.listStandingObservations({ measure: measure.id, schoolType: 'all' });
  const held = new Map<string, Period>();
  for (const { place, period, value } of rows) {
    const whole = period.kind === 'academic-year' || period.kind === 'calendar-year';
    if (whole && value.kind === 'value' && findPlace(place)?.level === 'authority')
      held.set(periodSlug(period), period);
  }
  return [...held.values()].toSorted((a, b) => startYear(a.year) - startYear(b.year));
}
