import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { quoted, Warehouse, type Row } from '#store';
import { csvLine, findAcademicYear, findCalendarDate, startYear } from '#kernel';
import { findGroup } from './group.ts';
import { findMeasure } from './measures.ts';
import type { Observation } from './observation.ts';
import {
  calendarYear,
  edition,
  financialYear,
  findTerm,
  labelOf,
  monthOf,
  termOf,
  throughOf,
  weekOf,
  type Period,
} from './period.ts';
import { SCHOOL_TYPES, type SchoolType } from './school-type.ts';
import { missing } from './symbol.ts';

/** A row of an observation file: one observation, flat. Empty text where a part does not apply. */
export type ObservationRow = Row & {
  readonly measure: string;
  readonly place: string;
  readonly period_kind: string;
  readonly year: string;
  readonly term: string;
  readonly week: number | null;
  readonly through: string;
  readonly label: string;
  readonly school_type: string;
  readonly pupils: string;
  readonly value: number | null;
  readonly symbol: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly schools_reporting: number | null;
  readonly schools_all: number | null;
  readonly release: string;
};

/** Column types of an observation file, in order, as DuckDB names them. */
const OBSERVATION_COLUMNS = {
  measure: 'VARCHAR',
  place: 'VARCHAR',
  period_kind: 'VARCHAR',
  year: 'VARCHAR',
  term: 'VARCHAR',
  week: 'INTEGER',
  through: 'VARCHAR',
  label: 'VARCHAR',
  school_type: 'VARCHAR',
  pupils: 'VARCHAR',
  value: 'DOUBLE',
  symbol: 'VARCHAR',
  numerator: 'DOUBLE',
  denominator: 'DOUBLE',
  schools_reporting: 'DOUBLE',
  schools_all: 'DOUBLE',
  release: 'VARCHAR',
} as const;

/**
 * Writes observations as one Parquet file and puts it in place in one step. Sorted as they are asked for, in small row
 * groups, so that a question about one measure reads little of the file.
 */
export async function saveObservations(file: string, observations: readonly Observation[]): Promise<void> {
  const drafts = await mkdtemp(join(dirname(file), '.draft-'));
  try {
    const csv = join(drafts, 'observations.csv');
    await writeFile(csv, linesOf(observations));
    const warehouse = await Warehouse.open({ folders: [drafts], threads: 1 });
    const draft = join(drafts, basename(file));
    const types = Object.entries(OBSERVATION_COLUMNS).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
    try {
      await warehouse.run(
        `copy (select * from read_csv(${quoted(csv)}, header = true, nullstr = ${quoted(NO_VALUE)}, columns = {${types.join(', ')}})
         order by measure, pupils, school_type, place, year, period_kind, term, release)
         to ${quoted(draft)} (format parquet, compression zstd, row_group_size 16384)`,
      );
    } finally {
      warehouse.close();
    }
    await rename(draft, file);
  } finally {
    await rm(drafts, { recursive: true, force: true });
  }
}

/** The observation a row holds. Throws where the row was not written by `saveObservations`. */
export function observationOf(row: ObservationRow): Observation {
  const measure = findMeasure(row.measure);
  const schoolType = SCHOOL_TYPES.find((type): type is SchoolType => type === row.school_type);
  const group = findGroup(row.pupils);
  if (!measure || !schoolType || !group) {
    throw new Error(`place/observation: ${row.measure}, ${row.school_type}, ${row.pupils}`);
  }
  return {
    measure: measure.id,
    place: row.place,
    period: periodOf(row),
    schoolType,
    group,
    value: row.value === null ? missing(row.symbol ?? '') : { kind: 'value', value: row.value },
    numerator: row.numerator ?? undefined,
    denominator: row.denominator ?? undefined,
    schools:
      row.schools_reporting === null || row.schools_all === null
        ? undefined
        : { reporting: row.schools_reporting, all: row.schools_all },
    release: row.release,
  };
}

export function periodOf(
  row: Pick<ObservationRow, 'period_kind' | 'year' | 'term' | 'week' | 'through' | 'label'>,
): Period {
  const year = findAcademicYear(row.year);
  if (!year) throw new Error(`place/observation: year ${row.year}`);
  switch (row.period_kind) {
    case 'academic-year':
    case 'five-half-terms':
      return { kind: row.period_kind, year };
    case 'term': {
      const term = findTerm(row.term);
      if (term) return { kind: 'term', year, term };
      break;
    }
    case 'week':
      if (row.week !== null) return { kind: 'week', year, week: row.week };
      break;
    case 'year-to-date':
      return { kind: 'year-to-date', year, through: findCalendarDate(row.through) };
    case 'calendar-year':
      return calendarYear(startYear(year));
    case 'financial-year':
      return financialYear(startYear(year));
    case 'edition':
      return edition(startYear(year));
    case 'years-together':
      return { kind: 'years-together', year, label: row.label };
    case 'month': {
      const through = findCalendarDate(row.through);
      if (through) return monthOf(through);
      break;
    }
  }
  throw new Error(`place/observation: period ${row.period_kind}`);
}

// In pieces: all of it as one text would be the largest thing in memory, and a line at a time the slowest to write.
function* linesOf(observations: readonly Observation[]): Generator<string> {
  yield csvLine(Object.keys(OBSERVATION_COLUMNS));
  for (let at = 0; at < observations.length; at += LINES_AT_ONCE) {
    yield observations
      .slice(at, at + LINES_AT_ONCE)
      .map(lineOf)
      .join('');
  }
}
const LINES_AT_ONCE = 10_000;

// A mark that no figure, name or symbol holds, so that an empty symbol stays an empty text.
const NO_VALUE = '\\N';

function lineOf(observation: Observation): string {
  const { period, value, schools } = observation;
  return csvLine(
    [
      observation.measure,
      observation.place,
      period.kind,
      period.year,
      termOf(period) ?? '',
      weekOf(period),
      throughOf(period) ?? '',
      labelOf(period) ?? '',
      observation.schoolType,
      observation.group,
      value.kind === 'value' ? value.value : undefined,
      value.kind === 'missing' ? value.symbol : undefined,
      observation.numerator,
      observation.denominator,
      schools?.reporting,
      schools?.all,
      observation.release,
    ].map((cell) => cell ?? NO_VALUE),
  );
}
