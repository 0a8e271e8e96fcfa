import type { AcademicYear } from '#kernel';
import { listBeside, type AreaPlace, type Beside } from './beside.ts';
import { listCarriedReleases } from './carried-releases.ts';
import type { LocalFigure } from './compare.ts';
import { ALL_PUPILS, byGroup, type Group } from './group.ts';
import { listImportedReleases, observationsOf } from './imported-releases.ts';
import { estimateLostDays, type LostDays } from './lost-days.ts';
import type { MeasureId } from './measure-id.ts';
import { getMeasure } from './measures.ts';
import { explainNeighbours, type ExplainedNeighbour } from './neighbour-reasons.ts';
import { observationOf, periodOf } from './observation-file.ts';
import { ObservationStore } from './observation-store.ts';
import type { Observation, ObservationQuery } from './observation.ts';
import type { Period, PeriodKind } from './period.ts';
import { changesOf } from './place-changes.ts';
import { ENGLAND } from './places.ts';
import { byStanding, type Release } from './release.ts';
import type { SchoolType } from './school-type.ts';
import { seriesOf, type Series } from './series.ts';

const ORDER = 'measure, place, school_type, pupils, year, period_kind, term, week, through, label';

// A whole year before its parts; a school year runs from week 35 or 36 past new year to week 34.
const LATEST = `year desc,
  list_position(['academic-year', 'year-to-date', 'term', 'week', 'five-half-terms'], period_kind),
  through desc,
  list_position(['Summer term', 'Autumn and spring term', 'Spring term', 'Autumn term'], term),
  (week + 18) % 53 desc`;

/** The published figures Kith carries and those a store was given, open for reading. Close it when done. */
export class PublishedStatistics {
  private constructor(
    private readonly store: ObservationStore,
    private readonly releases: readonly Release[],
  ) {}

  static async open(storeFolder: string | undefined): Promise<PublishedStatistics> {
    const imported = storeFolder === undefined ? [] : await listImportedReleases(storeFolder);
    const releases = [...listCarriedReleases(), ...imported].toSorted(byStanding);
    const files = imported.map((release) => observationsOf(storeFolder ?? '', release));
    return new PublishedStatistics(await ObservationStore.open(files, releases), releases);
  }

  /** Every release held, the one that stands first before the others. */
  listReleases(): readonly Release[] {
    return this.releases;
  }

  findRelease(id: string): Release | undefined {
    return this.releases.find((release) => release.id === id);
  }

  /** All that was published, superseded figures too: by measure, place, kind of school, group, period, then standing. */
  async listObservations(query: ObservationQuery): Promise<readonly Observation[]> {
    const rows = await this.store.rows('published', query, `order by ${ORDER}, standing`);
    return rows.map(observationOf);
  }

  /** The figure that stands, in years’ order: what a chart over time draws. */
  async listStandingObservations(query: ObservationQuery): Promise<readonly Observation[]> {
    const rows = await this.store.rows('standing', query, `order by ${ORDER}`);
    return rows.map(observationOf);
  }

  /**
   * The one figure that stands; its value may be missing, with the reason. `schoolType` is `all` and `group` all pupils
   * where left out.
   */
  async findObservation(
    measure: MeasureId,
    place: string,
    period: Period,
    schoolType: SchoolType = 'all',
    group: Group = ALL_PUPILS,
  ): Promise<Observation | undefined> {
    const [found] = await this.listStandingObservations({ measure, place, period, schoolType, group });
    return found;
  }

  /** The newest period with a figure for England, a whole year before its parts; of one kind where `kind` is given. */
  findLatestPeriod(measure: MeasureId, kind?: PeriodKind): Promise<Period | undefined> {
    return this.findLatest({ measure, place: ENGLAND, schoolType: 'all' }, kind);
  }

  /** The newest period with a figure that meets a query: for a measure that has none for England, or not for all pupils. */
  async findLatest(query: ObservationQuery, kind?: PeriodKind): Promise<Period | undefined> {
    const ofKind = kind === undefined ? '' : `and period_kind = '${kind}'`;
    const [row] = await this.store.rows(
      'standing',
      query,
      `and value is not null ${ofKind} order by ${LATEST} limit 1`,
    );
    return row && periodOf(row);
  }

  /** Groups of pupils that a measure is published by (in a place, of one period …), all pupils first. */
  async listGroups(
    query: Omit<ObservationQuery, 'group'> & { readonly measure: MeasureId },
  ): Promise<readonly Group[]> {
    const rows = await this.store.rows(
      'published',
      { ...query, group: 'any' },
      'qualify row_number() over (partition by pupils) = 1',
    );
    return rows.map((row) => observationOf(row).group).toSorted(byGroup);
  }

  /** Measures with a figure (not a symbol alone) that meets a query: those of a place, of a release. By id. */
  async listMeasureIds(query: Omit<ObservationQuery, 'measure'>): Promise<readonly MeasureId[]> {
    const rows = await this.store.rows(
      'published',
      query,
      'and value is not null qualify row_number() over (partition by measure) = 1 order by measure',
    );
    return rows.map((row) => observationOf(row).measure);
  }

  /** Codes of places that a measure is published for. */
  async listPlaceCodes(query: ObservationQuery & { readonly measure: MeasureId }): Promise<readonly string[]> {
    const rows = await this.store.rows(
      'published',
      query,
      'qualify row_number() over (partition by place) = 1 order by place',
    );
    return rows.map((row) => row.place);
  }

  /**
   * A measure in one place over time, through changes of its area: what is published for it, counts of the areas that
   * make it up where they can be added, and where the series breaks and why.
   */
  async listSeries(
    measure: MeasureId,
    place: string,
    options: { readonly schoolType?: SchoolType; readonly group?: Group; readonly kind?: PeriodKind } = {},
  ): Promise<Series> {
    const { schoolType = 'all', group = ALL_PUPILS, kind } = options;
    const places = new Set([place, ...changesOf(place).flatMap((change) => [...change.from, ...change.to])]);
    const observations = new Map<string, readonly Observation[]>();
    for (const code of places) {
      const held = await this.listStandingObservations({ measure, place: code, schoolType, group });
      observations.set(code, kind === undefined ? held : held.filter((one) => one.period.kind === kind));
    }
    return seriesOf({ measure: getMeasure(measure), place, schoolType, group, observations });
  }

  /** Statistical neighbours of an authority, closest first, with what they have in common by published figures. */
  listNeighbours(place: string): Promise<readonly ExplainedNeighbour[]> {
    return explainNeighbours(this, place);
  }

  /** England’s, the region’s and the authority’s figure beside a local one, each compared or refused in words. */
  listBeside(local: LocalFigure, area: AreaPlace): Promise<readonly Beside[]> {
    return listBeside(this, local, area);
  }

  /** Days lost in England to unauthorised absence and suspension, with every assumption. */
  lostDaysEstimate(year: AcademicYear): Promise<LostDays> {
    return estimateLostDays(this, this.store.warehouse, year);
  }

  close(): void {
    this.store.close();
  }
}

/** Opens the carried figures, and those of a store where its folder is given. */
export function openPlace(options: { readonly storeFolder?: string } = {}): Promise<PublishedStatistics> {
  return PublishedStatistics.open(options.storeFolder);
}
