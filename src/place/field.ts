import { chanceOf, type Chance } from './chance.ts';
import { SEXES, withCounts, type Counted } from './counted.ts';
import { ALL_PUPILS, type Group } from './group.ts';
import type { MeasureId } from './measure-id.ts';
import type { Observation, ObservationQuery } from './observation.ts';
import type { Period } from './period.ts';
import { ENGLAND, findPlace, type Place } from './places.ts';
import { benchmarkOf, readTogether, type ReadTogether } from './reading.ts';
import type { SchoolType } from './school-type.ts';

/** One place’s figure among all that are looked at together. */
export type FieldPlace = Counted & {
  readonly place: Place;
  readonly chance: Chance;
  /** Against England, all authorities of the field under one control of false discoveries. */
  readonly reading: ReadTogether;
};

/** One measure over one period in every place that it is published for. */
export type Field = {
  readonly measure: MeasureId;
  readonly period: Period;
  readonly group: Group;
  readonly schoolType: SchoolType;
  readonly england: Observation | undefined;
  /** By name. */
  readonly regions: readonly FieldPlace[];
  /** Authorities with a row in the period, by name; those abolished before it are left out. */
  readonly authorities: readonly FieldPlace[];
};

export type Figures = {
  readonly listStandingObservations: (query: ObservationQuery) => Promise<readonly Observation[]>;
};

export type FieldQuery = {
  readonly measure: MeasureId;
  readonly period: Period;
  readonly group?: Group;
  readonly schoolType?: SchoolType;
};

export async function readField(figures: Figures, query: FieldQuery): Promise<Field> {
  const { measure, period, group = ALL_PUPILS, schoolType = 'all' } = query;
  const rows = await listCounted(figures, { measure, period, group, schoolType });
  const england = rows.find(({ observation }) => observation.place === ENGLAND)?.observation;
  const benchmark = benchmarkOf(england);
  const at = (level: Place['level']): readonly FieldPlace[] => {
    const meant = rows
      .flatMap((row) => {
        const place = findPlace(row.observation.place);
        // A release may keep a row for an authority after its end: it has nothing to say.
        const kept = place?.level === level && (place.current || row.observation.value.kind === 'value');
        return place && kept ? [{ ...row, place, chance: chanceOf(row.observation) }] : [];
      })
      .toSorted((a, b) => a.place.name.localeCompare(b.place.name, 'en-GB'));
    const readings = readTogether(meant.map(({ chance }) => ({ chance, benchmark })));
    return meant.map((row, index) => ({ ...row, reading: readings[index] ?? { kind: 'similar' } }));
  };
  return { measure, period, group, schoolType, england, regions: at('region'), authorities: at('authority') };
}

/** Figures of one group with their counts, those of girls and boys added where only they are published. */
export async function listCounted(
  figures: Figures,
  query: ObservationQuery & { readonly measure: MeasureId },
): Promise<readonly Counted[]> {
  const all = await figures.listStandingObservations(query);
  const counted = all.every(({ numerator }) => numerator !== undefined);
  if (counted || (query.group ?? ALL_PUPILS) !== ALL_PUPILS) return withCounts(all, []);
  const bySex = await Promise.all(SEXES.map((group) => figures.listStandingObservations({ ...query, group })));
  return withCounts(all, bySex.flat());
}
