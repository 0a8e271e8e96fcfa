import { readdir } from 'node:fs/promises';
import { broken, calendarDate, findAcademicYear, findInstant, startYear, type AcademicYear } from '#kernel';
import { KeptRows, quoted, Warehouse, type Row, type Values } from '#store';
import type { Answered } from './question.ts';

/** Some tens of megabytes. */
const ROWS_KEPT = 300_000;

/**
 * The aggregates of an area’s accounts, open for pages: every relation of aggregates.ts, all years, with column
 * `academic_year`. Only sums: whoever may not see a child may still be shown none of these without a permit.
 */
export class Aggregates {
  /** Aggregates never change once they are open. */
  private readonly kept: KeptRows;

  private constructor(
    private readonly warehouse: Warehouse,
    /** The years that have an account, latest first, each with its day and moment. */
    readonly years: readonly Answered[],
    private readonly relations: ReadonlySet<string>,
  ) {
    this.kept = new KeptRows(warehouse, ROWS_KEPT);
  }

  static async open(folder: string): Promise<Aggregates> {
    const warehouse = await Warehouse.open({ folders: [folder], threads: 1, memoryLimit: '512MiB' });
    try {
      const files = await readdir(folder);
      const relations = new Map<string, string[]>();
      for (const file of files) {
        const named = /^([a-z_]+)-(\d{4})\.parquet$/.exec(file);
        const [, name, year] = named ?? [];
        if (name === undefined || year === undefined) continue;
        const select = `select ${year} as start_year, * from read_parquet(${quoted(`${folder}/${file}`)})`;
        relations.set(name, [...(relations.get(name) ?? []), select]);
      }
      for (const [name, selects] of relations) {
        await warehouse.run(`create table ${name} as ${selects.join(' union all by name ')}`);
      }
      return new Aggregates(
        warehouse,
        await readYears(warehouse, relations.has('answered')),
        new Set(relations.keys()),
      );
    } catch (error) {
      warehouse.close();
      throw error;
    }
  }

  findYear(year: AcademicYear): Answered | undefined {
    return this.years.find((answered) => answered.year === year);
  }

  /** Whether a relation was published at all. */
  holds(relation: string): boolean {
    return this.relations.has(relation);
  }

  /** Rows of one relation in one year, in its own order; `where` is SQL of our own with bound values. */
  rows<T extends Row>(
    relation: string,
    year: AcademicYear,
    where = 'true',
    values: Values = {},
  ): Promise<readonly T[]> {
    const sql = `select * exclude (start_year) from ${relation} where start_year = ${startYear(year)} and (${where})`;
    return this.kept.rows<T>(sql, values);
  }

  close(): void {
    this.warehouse.close();
  }
}

async function readYears(warehouse: Warehouse, any: boolean): Promise<readonly Answered[]> {
  if (!any) return [];
  const rows = await warehouse.rows<{ year: string; as_of: string | null; known_at: string }>(
    'select * from answered order by year desc',
  );
  return rows.map((row) => {
    const [year, knownAt] = [findAcademicYear(row.year), findInstant(row.known_at)];
    if (!year || !knownAt) throw broken('account/answered', JSON.stringify(row));
    return { year, asOf: row.as_of === null ? null : calendarDate(row.as_of), knownAt };
  });
}
