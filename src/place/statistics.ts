import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AcademicYear } from '#kernel';
import { quoted, Warehouse } from '#store';
import { listBeside, type AreaPlace, type Beside } from './beside.ts';
import { listCarriedReleases } from './carried-releases.ts';
import type { LocalFigure } from './compare.ts';
import { CARRIED_OBSERVATIONS, DATA_FOLDER } from './data-folder.ts';
import { listImportedReleases, observationsOf } from './imported-releases.ts';
import { estimateLostDays, type LostDays } from './lost-days.ts';
import { ALL_PUPILS, byGroup, findGroup, type Group } from './group.ts';
import type { MeasureId } from './measure-id.ts';
import { getMeasure } from './measures.ts';
import { explainNeighbours, type ExplainedNeighbour } from './neighbour-reasons.ts';
import { observationOf, periodOf, type ObservationRow } from './observation-file.ts';
import type { Observation, ObservationQuery } from './observation.ts';
import { labelOf, termOf, throughOf, weekOf, type Period, type PeriodKind } from './period.ts';
import { changesOf } from './place-changes.ts';
import { ENGLAND } from './places.ts';
import { byStanding, type Release } from './release.ts';
import type { SchoolType } from './school-type.ts';
import { seriesOf, type Series } from './series.ts';

const STANDING = readFileSync(new URL('models/standing_observations.sql', import.meta.url), 'utf8');

const ORDER = 'measure, place, school_type, pupils, year, period_kind, term, week, through, label';

/** The published figures Kith carries and those a store was given, open for reading. Close it when done. */
export class PublishedStatistics {
  private constructor(
    private readonly warehouse: Warehouse,
    private readonly releases: readonly Release[],
  ) {}

  static async open(storeFolder: string | undefined): Promise<PublishedStatistics> {
    const imported = storeFolder === undefined ? [] : await listImportedReleases(storeFolder);
    const carried = join(DATA_FOLDER, CARRIED_OBSERVATIONS);
    const given = imported.map((release) => observationsOf(storeFolder ?? '', release));
    const releases = [...listCarriedReleases(), ...imported].toSorted(byStanding);
    const warehouse = await Warehouse.open({
      folders: [...new Set([DATA_FOLDER, ...given.map((file) => dirname(file))])],
      threads: 1,
    });
    try {
      await createObservations(warehouse, carried, given);
      await warehouse.run('create table releases (id varchar, standing integer)');
      for (const [standing, { id }] of releases.entries()) {
        await warehouse.run('insert into releases values ($id, $standing)', { id, standing });
      }
      await warehouse.run(`create view standing_observations as ${STANDING}`);
    } catch (error) {
      warehouse.close();
      throw error;
    }
    return new PublishedStatistics(warehouse, releases);
  }

  /** Every release held, the one that stands first before the others. */
  listReleases(): readonly Release[] {
    return this.releases;
  }

  findRelease(id: string): Release | undefined {
    return this.releases.find((release) => release.id === id);
  }

  /** All that was published, superseded figures too: by measure, place, kind of school, period, then standing. */
  async listObservations(query: ObservationQuery): Promise<readonly Observation[]> {
    const rows = await this.warehouse.rows<ObservationRow>(
      `select observations.* from observations join releases on releases.id = observations.release
       where ${matches(query)} order by ${ORDER}, standing`,
      valuesOf(query),
    );
    return rows.map(observationOf);
  }

  /** The figure that stands, in years’ order: what a chart over time draws. */
  async listStandingObservations(query: ObservationQuery): Promise<readonly Observation[]> {
    const rows = await this.warehouse.rows<ObservationRow>(
      `select * from standing_observations where ${matches(query)} order by ${ORDER}`,
      valuesOf(query),
    );
    return rows.map(observationOf);
  }

  /** The one figure that stands; its value may be missing, with the reason. `schoolType` is `all` where left out. */
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
  async findLatestPeriod(measure: MeasureId, kind?: PeriodKind): Promise<Period | undefined> {
    const rows = await this.warehouse.rows<ObservationRow>(
      `select * from standing_observations
       where measure = $measure and place = $place and school_type = 'all' and pupils = 'all' and value is not null
         and ($kind is null or period_kind = $kind)
       order by year desc,
         list_position(['academic-year', 'year-to-date', 'term', 'week', 'five-half-terms'], period_kind),
         -- Kinds that stand alone come after, by name.
         through desc,
         list_position(['Summer term', 'Autumn and spring term', 'Spring term', 'Autumn term'], term),
         -- A school year runs from week 35 or 36 past new year to week 34.
         (week + 18) % 53 desc
       limit 1`,
      { measure, place: ENGLAND, kind: kind ?? null },
    );
    return rows[0] && periodOf(rows[0]);
  }

  /** The newest period with a figure for any place: what a measure without a figure for England is shown by. */
  async findLatestCommonPeriod(query: ObservationQuery): Promise<Period | undefined> {
    const rows = await this.warehouse.rows<ObservationRow>(
      `select * from standing_observations where ${matches(query)} and value is not null
       order by year desc, list_position(['academic-year'], period_kind), through desc, term limit 1`,
      valuesOf(query),
    );
    return rows[0] && periodOf(rows[0]);
  }

  /** Groups of pupils that a measure is published by, all pupils first. */
  async listGroups(measure: MeasureId, place?: string): Promise<readonly Group[]> {
    const query = { measure, group: 'any', ...(place === undefined ? {} : { place }) } as const;
    const rows = await this.warehouse.rows<{ readonly pupils: string }>(
      `select distinct pupils from observations where ${matches(query)}`,
      valuesOf(query),
    );
    return rows.flatMap(({ pupils }) => findGroup(pupils) ?? []).toSorted(byGroup);
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

  /** Statistical neighbours of an authority, with what they have in common by published figures. */
  listNeighbours(place: string): Promise<readonly ExplainedNeighbour[]> {
    return explainNeighbours(this, place);
  }

  /** England’s, the region’s and the authority’s figure beside a local one, each compared or refused in words. */
  listBeside(local: LocalFigure, area: AreaPlace): Promise<readonly Beside[]> {
    return listBeside(this, local, area);
  }

  /** Days lost in England to unauthorised absence and suspension, with every assumption. */
  lostDaysEstimate(year: AcademicYear): Promise<LostDays> {
    return estimateLostDays(this, this.warehouse, year);
  }

  close(): void {
    this.warehouse.close();
  }
}

/** Opens the carried figures, and those of a store where its folder is given. */
export function openPlace(options: { readonly storeFolder?: string } = {}): Promise<PublishedStatistics> {
  return PublishedStatistics.open(options.storeFolder);
}

/**
 * `observations`: the carried file as a view, so that a question reads the row groups it needs and opening reads none;
 * what the store was given as a table. A file that an earlier version kept names no group, so it is about all pupils.
 */
async function createObservations(warehouse: Warehouse, carried: string, given: readonly string[]): Promise<void> {
  const shape = `select * from read_parquet(${quoted(carried)})`;
  await warehouse.run(`create table given as ${shape} limit 0`);
  for (const file of given) {
    await warehouse.run(`insert into given by name select * from read_parquet(${quoted(file)})`);
  }
  await warehouse.run(`update given set pupils = coalesce(pupils, 'all'), label = coalesce(label, '')`);
  await warehouse.run(`create view observations as ${shape} union all select * from given`);
}

/** What a question asks for, as SQL over bound values: only parts that are given, so that they reach the files. */
function matches(query: ObservationQuery): string {
  const parts = ['measure', 'place', 'school_type', 'pupils'].filter((name) => name in valuesOf(query));
  return [
    'true',
    ...parts.map((name) => `${name} = $${name}`),
    ...(query.period
      ? ['period_kind = $period_kind and year = $year and term = $term and through = $through and label = $label']
      : []),
    ...(query.period ? ['week is not distinct from $week::integer'] : []),
  ].join(' and ');
}

function valuesOf(query: ObservationQuery): Readonly<Record<string, string | number | null>> {
  const { measure, place, schoolType, period, group = ALL_PUPILS } = query;
  return {
    ...(measure === undefined ? {} : { measure }),
    ...(place === undefined ? {} : { place }),
    ...(schoolType === undefined ? {} : { school_type: schoolType }),
    ...(group === 'any' ? {} : { pupils: group }),
    ...(period === undefined
      ? {}
      : {
          period_kind: period.kind,
          year: period.year,
          term: termOf(period) ?? '',
          week: weekOf(period) ?? null,
          through: throughOf(period) ?? '',
          label: labelOf(period) ?? '',
        }),
  };
}
