import { academicYearStarting, type AcademicYear, type CalendarDate } from '#kernel';
import {
  calendarYear,
  ENGLAND,
  findPlace,
  findSchoolType,
  findTerm,
  listMeasures,
  UNITS,
  type Measure,
  type Observation,
  type Period,
  type PublicationId,
  type PublishedValue,
  type SchoolType,
} from '#place';
import { groupOfFilters } from './groups.ts';
import type { StatisticsFile, StatisticsRow } from './statistics-file.ts';

export type ObservationOptions = {
  readonly release: string;
  /** `whole-year` where `Academic year` in a growing publication is a year that is over. */
  readonly covers?: 'whole-year' | 'year-to-date' | undefined;
  /** Last day of a year to date, where it is known. */
  readonly through?: CalendarDate | undefined;
};

export type ObservationsRead = {
  readonly observations: readonly Observation[];
  /** Rows of a level, place, period or kind of school that Kith has no word for, and why, with how many. */
  readonly leftOut: Readonly<Record<string, number>>;
};

/**
 * The rows of a file as observations of Kith’s measures. Rows about a group Kith has no word for are left out and
 * counted, as are counts that are no whole numbers (estimates that stand among counts).
 */
export function observationsOf(file: StatisticsFile, options: ObservationOptions): ObservationsRead {
  const { publication } = file;
  const measures = listMeasures().flatMap((measure): readonly Carried[] => {
    const { columns } = measure;
    if (!columns || measure.publication !== publication?.id || !file.indicators.includes(columns.rate)) return [];
    return [{ measure, columns }];
  });
  const leftOut: Record<string, number> = {};
  const count = (why: string): void => {
    leftOut[why] = (leftOut[why] ?? 0) + 1;
  };
  const observations: Observation[] = [];
  for (const row of file.rows) {
    const key = keyOf(row, publication?.id, publication?.growsThroughYear ?? false, options);
    if (typeof key === 'string') {
      count(key);
      continue;
    }
    for (const carried of measures) {
      const figure = figureOf(row, carried);
      if (isEstimate(figure, carried.measure)) count('a number of children that is not whole');
      else observations.push({ ...key, ...figure, release: options.release });
    }
  }
  return { observations, leftOut };
}

type Carried = { readonly measure: Measure; readonly columns: NonNullable<Measure['columns']> };
type Key = Pick<Observation, 'place' | 'period' | 'schoolType' | 'group'>;

function keyOf(
  row: StatisticsRow,
  publication: PublicationId | undefined,
  grows: boolean,
  options: ObservationOptions,
): Key | string {
  const level = row.identity['geographic_level'] ?? '';
  const place = placeOf(row);
  if (!place) return `${level}: a place Kith does not know`;
  const schoolType = schoolTypeOf(row);
  if (!schoolType) return 'a kind of school Kith does not know';
  const about = groupOfFilters(
    Object.fromEntries(Object.entries(row.filters).filter(([column]) => !isSchoolFilter(column))),
  );
  if (about.kind === 'unknown') return `narrowed by ${about.column}`;
  if (row.identity['attendance_date'] !== undefined) return 'a single day';
  const period = periodOf(row, grows, options);
  if (!period) return `a period Kith does not know (${row.identity['time_identifier'] ?? ''})`;
  return publication ? { place, schoolType, period, group: about.group } : 'no measure';
}

function placeOf(row: StatisticsRow): string | undefined {
  const { identity } = row;
  switch (identity['geographic_level']) {
    case 'National':
      return identity['country_code'] === ENGLAND ? ENGLAND : undefined;
    case 'Regional':
      return findPlace(identity['region_code'] ?? '')?.code;
    case 'Local authority':
      // The 3-digit code outlives changes of the ONS code (North Yorkshire is 815 under both), so it comes first.
      return (findPlace(identity['old_la_code'] ?? '') ?? findPlace(identity['new_la_code'] ?? ''))?.code;
    default:
      return undefined;
  }
}

const SCHOOL_FILTERS: readonly string[] = ['school_type', 'education_phase', 'phase_type_grouping'];

function isSchoolFilter(column: string): boolean {
  return SCHOOL_FILTERS.includes(column);
}

/** `all` where the file has no such column. */
function schoolTypeOf(row: StatisticsRow): SchoolType | undefined {
  const labels = SCHOOL_FILTERS.flatMap((column) => row.filters[column] ?? []);
  const [label] = labels;
  return label === undefined ? 'all' : findSchoolType(label);
}

function periodOf(row: StatisticsRow, grows: boolean, options: ObservationOptions): Period | undefined {
  const identifier = row.identity['time_identifier'] ?? '';
  if (identifier.toLowerCase() === 'calendar year') return calendarYear(Number(row.identity['time_period']));
  const year = yearOf(row.identity['time_period'] ?? '', identifier);
  if (!year) return undefined;
  const term = findTerm(identifier);
  if (term) return { kind: 'term', year, term };
  const week = /^week (\d{1,2})$/i.exec(identifier);
  if (week) return { kind: 'week', year, week: Number(week[1]) };
  if (identifier.toLowerCase() !== 'academic year') return undefined;
  if (row.identity['year_breakdown']?.toLowerCase() === 'five half terms') return { kind: 'five-half-terms', year };
  if (grows && options.covers !== 'whole-year') return { kind: 'year-to-date', year, through: options.through };
  return { kind: 'academic-year', year };
}

function yearOf(period: string, identifier: string): AcademicYear | undefined {
  if (/^\d{6}$/.test(period)) return academicYearStarting(Number(period.slice(0, 4)));
  const week = /^week (\d{1,2})$/i.exec(identifier);
  if (!week || !/^\d{4}$/.test(period)) return undefined;
  // Week 35 ends in the first days of September at the latest.
  return academicYearStarting(Number(week[1]) > 34 ? Number(period) : Number(period) - 1);
}

type Figure = Pick<Observation, 'measure' | 'value' | 'numerator' | 'denominator' | 'schools'>;

function figureOf(row: StatisticsRow, { measure, columns }: Carried): Figure {
  const reporting = numberOf(row.values['num_schools']);
  const all = numberOf(row.values['total_num_schools']);
  return {
    measure: measure.id,
    value: row.values[columns.rate] ?? { kind: 'missing', symbol: '', reason: 'The row has no such cell.' },
    numerator: columns.numerator === undefined ? undefined : numberOf(row.values[columns.numerator]),
    denominator: columns.denominator === undefined ? undefined : numberOf(row.values[columns.denominator]),
    schools: reporting === undefined || all === undefined ? undefined : { reporting, all },
  };
}

function numberOf(value: PublishedValue | undefined): number | undefined {
  return value?.kind === 'value' ? value.value : undefined;
}

function isEstimate({ value }: Figure, { unit }: Measure): boolean {
  return UNITS[unit].decimals === 0 && value.kind === 'value' && !Number.isInteger(value.value);
}
