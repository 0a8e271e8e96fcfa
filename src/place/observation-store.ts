import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KeptRows, quoted, Warehouse } from '#store';
import { CARRIED_OBSERVATIONS, DATA_FOLDER } from './data-folder.ts';
import type { MeasureId } from './measure-id.ts';
import type { ObservationRow } from './observation-file.ts';
import { ALL_PUPILS } from './group.ts';
import type { ObservationQuery } from './observation.ts';
import { labelOf, termOf, throughOf, weekOf } from './period.ts';
import type { Release } from './release.ts';

const STANDING = readFileSync(new URL('models/standing_observations.sql', import.meta.url), 'utf8');

/** Some tens of megabytes. */
const ROWS_KEPT = 100_000;

/**
 * Observations in files, read as they are asked for. `published` and `standing` are views of the files: opening reads
 * none of them. The first question about a measure takes its rows into memory (a few row groups, for files are sorted by
 * measure), where the next ones find them at once.
 */
export class ObservationStore {
  private readonly held = new Map<string, Promise<void>>();

  /** Every page of a school asks for the same twenty figures of England, its region and its authority. */
  private readonly kept: KeptRows;

  private constructor(readonly warehouse: Warehouse) {
    this.kept = new KeptRows(warehouse, ROWS_KEPT);
  }

  /** `given`: files of releases a store was given. Releases in the order they stand. */
  static async open(given: readonly string[], releases: readonly Release[]): Promise<ObservationStore> {
    const warehouse = await Warehouse.open({
      folders: [...new Set([DATA_FOLDER, ...given.map((file) => dirname(file))])],
      threads: 1,
    });
    try {
      await createViews(warehouse, given);
      await warehouse.run('create table releases (id varchar, standing integer)');
      for (const [standing, { id }] of releases.entries()) {
        await warehouse.run('insert into releases values ($id, $standing)', { id, standing });
      }
      await warehouse.run(`create view standing as ${STANDING}`);
    } catch (error) {
      warehouse.close();
      throw error;
    }
    return new ObservationStore(warehouse);
  }

  /** Rows that match, of all that was published (`published`) or of what stands. `then` is SQL after the conditions. */
  async rows(of: 'published' | 'standing', query: ObservationQuery, then: string): Promise<readonly ObservationRow[]> {
    const relation = query.measure === undefined ? of : await this.hold(of, query.measure);
    return this.kept.rows<ObservationRow>(
      `select rows.* from ${relation} as rows join releases on releases.id = rows.release
       where ${matches(query)} ${then}`,
      valuesOf(query),
    );
  }

  /** The relation of one measure’s rows in memory, each a table of its own: what is asked about one is not looked for in all. */
  private async hold(of: 'published' | 'standing', measure: MeasureId): Promise<string> {
    const table = `"${of} ${measure}"`;
    const held =
      this.held.get(table) ??
      this.warehouse.run(`create or replace table ${table} as select * from ${of} where measure = ${quoted(measure)}`);
    this.held.set(table, held);
    // What failed once is read again when it is next asked for.
    await held.catch((error: unknown) => {
      this.held.delete(table);
      throw error;
    });
    return table;
  }

  close(): void {
    this.warehouse.close();
  }
}

// What a store was given becomes a table: a file that an earlier version kept names no group and no label, so its
// figures are about all pupils.
async function createViews(warehouse: Warehouse, given: readonly string[]): Promise<void> {
  const carried = `select * from read_parquet(${quoted(join(DATA_FOLDER, CARRIED_OBSERVATIONS))})`;
  await warehouse.run(`create table given as ${carried} limit 0`);
  for (const file of given) {
    await warehouse.run(`insert into given by name select * from read_parquet(${quoted(file)})`);
  }
  await warehouse.run(`update given set pupils = coalesce(pupils, 'all'), label = coalesce(label, '')`);
  await warehouse.run(`create view published as ${carried} union all select * from given`);
}

/** What a question asks for, as SQL over bound values: only the parts that are given, so that they reach the files. */
function matches(query: ObservationQuery): string {
  const given = valuesOf(query);
  const parts = ['measure', 'place', 'school_type', 'pupils', 'release'].filter((name) => name in given);
  const period = query.period
    ? [
        ...['period_kind', 'year', 'term', 'through', 'label'].map((name) => `${name} = $${name}`),
        'week is not distinct from $week::integer',
      ]
    : [];
  return ['true', ...parts.map((name) => `${name} = $${name}`), ...period].join(' and ');
}

function valuesOf(query: ObservationQuery): Readonly<Record<string, string | number | null>> {
  const { measure, place, schoolType, period, release, group = ALL_PUPILS } = query;
  return {
    ...(measure === undefined ? {} : { measure }),
    ...(place === undefined ? {} : { place }),
    ...(schoolType === undefined ? {} : { school_type: schoolType }),
    ...(group === 'any' ? {} : { pupils: group }),
    ...(release === undefined ? {} : { release }),
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
