import { ALL_PUPILS } from '../group.ts';
import type { MeasureId } from '../measure-id.ts';
import type { Observation, ObservationQuery } from '../observation.ts';
import type { Period } from '../period.ts';
import type { SchoolType } from '../school-type.ts';

/** Published figures as the checks read them: each measure and period once, every place and group of pupils in it. */
export type PublishedRows = {
  readonly list: (measure: MeasureId, period: Period) => Promise<readonly Observation[]>;
  /** The one about all pupils. */
  readonly find: (
    measure: MeasureId,
    place: string,
    period: Period,
    schoolType?: SchoolType,
  ) => Promise<Observation | undefined>;
};

type Figures = {
  readonly listStandingObservations: (query: ObservationQuery) => Promise<readonly Observation[]>;
};

/** The figures that stand, kept for as long as one check of the guide takes: many statements rest on the same rows. */
export function readPublishedRows(published: Figures): PublishedRows {
  const held = new Map<string, Promise<readonly Observation[]>>();
  const list: PublishedRows['list'] = (measure, period) => {
    const key = JSON.stringify([measure, period]);
    const rows = held.get(key) ?? published.listStandingObservations({ measure, period, group: 'any' });
    held.set(key, rows);
    return rows;
  };
  return {
    list,
    find: async (measure, place, period, schoolType = 'all') =>
      (await list(measure, period)).find(
        (row) => row.place === place && row.schoolType === schoolType && row.group === ALL_PUPILS,
      ),
  };
}
