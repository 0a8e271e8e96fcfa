import {
  ALL_PUPILS,
  findGroup,
  findMeasure,
  findPeriod,
  findPlace,
  findTopic,
  listMeasures,
  periodSlug,
  SCHOOL_TYPES,
  TOPICS,
  type Measure,
  type Observation,
  type PublishedStatistics,
} from '#place';
import { ApiProblem } from './problem.ts';

export function measureRow(measure: Measure): Readonly<Record<string, string>> {
  const { id, name, topic, definition, numerator, denominator, unit, publication, periods, geography, source } =
    measure;
  return { id, name, topic, definition, numerator, denominator, unit, publication, periods, geography, source };
}

export function getMeasureAsked(id: string): Measure {
  const measure = findMeasure(id);
  if (!measure) throw new ApiProblem(404, 'There is no measure of this id. /api/v1/measures lists them.');
  return measure;
}

export function listMeasuresAsked(topic: string | undefined): readonly Measure[] {
  if (topic === undefined) return listMeasures();
  const known = findTopic(topic);
  if (!known) throw new ApiProblem(400, `Enter a topic: ${TOPICS.map(({ id }) => id).join(', ')}.`);
  return listMeasures().filter((measure) => measure.topic === known.id);
}

export type ObservationsAsked = {
  readonly measure: string;
  readonly place?: string | undefined;
  readonly period?: string | undefined;
  readonly group?: string | undefined;
  readonly school_type?: string | undefined;
};

/** Figures that stand, as published. Nothing here is about the area’s children, and nothing is worked out. */
export async function listObservationsAsked(
  published: PublishedStatistics,
  asked: ObservationsAsked,
): Promise<readonly Readonly<Record<string, string | number | null>>[]> {
  const { measure, place, period, group, school_type: schoolType } = asked;
  const { id } = getMeasureAsked(measure);
  const found = {
    place:
      place === undefined ? undefined : known(findPlace(place)?.code, 'Enter the code of a place, like E92000001.'),
    period:
      period === undefined
        ? undefined
        : known(findPeriod(period), 'Enter a period, like 2023/24 or 2024/25-autumn-term.'),
    schoolType:
      schoolType === undefined
        ? undefined
        : known(
            SCHOOL_TYPES.find((one) => one === schoolType),
            `Enter a kind of school: ${SCHOOL_TYPES.join(', ')}.`,
          ),
  };
  const of =
    group === undefined
      ? ALL_PUPILS
      : group === 'any'
        ? group
        : known(findGroup(group), 'Enter a group of pupils, like fsm or fsm+female, or any.');
  const rows = await published.listStandingObservations({
    measure: id,
    group: of,
    ...(found.place === undefined ? {} : { place: found.place }),
    ...(found.period === undefined ? {} : { period: found.period }),
    ...(found.schoolType === undefined ? {} : { schoolType: found.schoolType }),
  });
  return rows.map((row) => observationRow(published, row));
}

function known<T>(found: T | undefined, sentence: string): T {
  if (found === undefined) throw new ApiProblem(400, sentence);
  return found;
}

function observationRow(
  published: PublishedStatistics,
  observation: Observation,
): Readonly<Record<string, string | number | null>> {
  const { measure, place, period, schoolType, group, value, numerator, denominator, release: id } = observation;
  const release = published.findRelease(id);
  return {
    measure,
    place,
    place_name: findPlace(place)?.name ?? place,
    period: periodSlug(period),
    school_type: schoolType,
    group,
    value: value.kind === 'value' ? value.value : null,
    symbol: value.kind === 'missing' ? value.symbol : null,
    reason: value.kind === 'missing' ? value.reason : null,
    numerator: numerator ?? null,
    denominator: denominator ?? null,
    release: id,
    source: release?.source ?? '',
    licence: release?.licence ?? '',
  };
}
