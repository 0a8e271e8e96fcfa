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
import type { MeasureId } from './measure.ts';
import { observationOf, periodOf, type ObservationRow } from './observation-file.ts';
import type { Observation, ObservationQuery } from './observation.ts';
import { termOf, throughOf, weekOf, type Period, type PeriodKind } from './period.ts';
import { ENGLAND } from './places.ts';
import { byStanding, type Release } from './release.ts';
import type { SchoolType } from './school-type.ts';

const STANDING = readFileSync(new URL('models/standing_observations.sql', import.meta.url), 'utf8');

const MATCHES = `
  ($measure is null or measure = $measure) and ($place is null or place = $place)
  and ($school_type is null or school_type = $school_type)
  and ($period_kind is null or (period_kind = $period_kind and year = $year and term = $term
       and week is not distinct from $week::integer and through = $through))`;

/** The published figures Kith carries and those a store was given, open for reading. Close it when done. */
export class PublishedStatistics {
  private constructor(
    private readonly warehouse: Warehouse,
    private readonly releases: readonly Release[],
  ) {}

  static async open(storeFolder: string | undefined): Promise<PublishedStatistics> {
    const imported = storeFolder === undefined ? [] : await listImportedReleases(storeFolder);
    const files = [
      join(DATA_FOLDER, CARRIED_OBSERVATIONS),
      ...imported.map((release) => observationsOf(storeFolder ?? '', release)),
    ];
    const releases = [...listCarriedReleases(), ...imported].toSorted(byStanding);
    const warehouse = await Warehouse.open({
      folders: [...new Set([DATA_FOLDER, ...files.map((file) => dirname(file))])],
      threads: 1,
    });
    try {
      await warehouse.run(`create table observations as from read_parquet([${files.map(quoted).join(', ')}])`);
      await warehouse.run('create table releases (id varchar, standing integer)');
      for (const [standing, { id }] of releases.entries()) {
        await warehouse.run('insert into releases values ($id, $standing)', { id, standing });
      }
      await warehouse.run(`create table standing_observations as ${STANDING}`);
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
      `select observations.* from observations join releases on releases.id = observations.release where ${MATCHES}
       order by measure, place, school_type, year, period_kind, term, week, through, standing`,
      valuesOf(query),
    );
    return rows.map(observationOf);
  }

  /** The figure that stands, in years’ order: what a chart over time draws. */
  async listStandingObservations(query: ObservationQuery): Promise<readonly Observation[]> {
    const rows = await this.warehouse.rows<ObservationRow>(
      `select * from standing_observations where ${MATCHES}
       order by measure, place, school_type, year, period_kind, term, week, through`,
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
  ): Promise<Observation | undefined> {
    const [found] = await this.listStandingObservations({ measure, place, period, schoolType });
    return found;
  }

  /** The newest period with a figure for England, a whole year before its parts; of one kind where `kind` is given. */
  async findLatestPeriod(measure: MeasureId, kind?: PeriodKind): Promise<Period | undefined> {
    const rows = await this.warehouse.rows<ObservationRow>(
      `select * from standing_observations
       where measure = $measure and place = $place and school_type = 'all' and value is not null
         and ($kind is null or period_kind = $kind)
       order by year desc,
         list_position(['academic-year', 'year-to-date', 'term', 'week', 'five-half-terms'], period_kind),
         through desc,
         list_position(['Summer term', 'Autumn and spring term', 'Spring term', 'Autumn term'], term),
         -- A school year runs from week 35 or 36 past new year to week 34.
         (week + 18) % 53 desc
       limit 1`,
      { measure, place: ENGLAND, kind: kind ?? null },
    );
    return rows[0] && periodOf(rows[0]);
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

function valuesOf(query: ObservationQuery): Readonly<Record<string, string | number | null>> {
  const { period } = query;
  return {
    measure: query.measure ?? null,
    place: query.place ?? null,
    school_type: query.schoolType ?? null,
    period_kind: period?.kind ?? null,
    year: period?.year ?? null,
    term: (period && termOf(period)) ?? '',
    week: (period && weekOf(period)) ?? null,
    through: (period && throughOf(period)) ?? '',
  };
}
