import { academicYearStarting, findAcademicYear, type AcademicYear } from '#kernel';
import {
  ALL_PUPILS,
  calendarYear,
  ENGLAND,
  financialYear,
  findPlace,
  listMeasures,
  listToolEntries,
  yearsTogether,
  type Measure,
  type Observation,
  type Period,
  type SchoolType,
  type ToolEntry,
} from '#place';
import { publishedValue } from './statistics-file.ts';
import type { Table } from './table.ts';

// The tool numbers England and the regions after the authorities’ own 3-digit codes.
const REGIONS: Readonly<Record<string, string>> = {
  '970': ENGLAND,
  '980': 'E12000001',
  '981': 'E12000002',
  '982': 'E12000003',
  '983': 'E12000004',
  '984': 'E12000005',
  '985': 'E12000006',
  '986': 'E12000007',
  '987': 'E13000001',
  '988': 'E13000002',
  '989': 'E12000008',
  '990': 'E12000009',
};

/**
 * Observations in DfE’s Local Authority Interactive Tool: one row a measure, year and area, rates only. Rows of a year
 * that is none (`0`) are left out and counted. Throws on a row it cannot place otherwise, since only the carried files
 * have this shape.
 */
export function interactiveToolObservations(
  table: Table,
  release: string,
): { readonly observations: readonly Observation[]; readonly leftOut: Readonly<Record<string, number>> } {
  const at = (column: string): number => table.columns.indexOf(column);
  const [measureAt, yearAt, areaAt, valueAt] = [at('measure_short'), at('year'), at('la_number'), at('value')];
  let noYear = 0;
  const observations = table.rows.flatMap(({ line, cells }): readonly Observation[] => {
    const [name = '', year = '', area = ''] = [cells[measureAt], cells[yearAt], cells[areaAt]];
    const known = BY_NAME.get(name);
    const entry = ENTRIES.get(name);
    const place = REGIONS[area] ?? findPlace(area)?.code;
    if (year === '0') {
      noYear += 1;
      return [];
    }
    const period = entry && periodOf(entry, year);
    if (!known || !period || !place) {
      throw new Error(`ees/interactive-tool: line ${line} has measure ${name}, year ${year}, area ${area}`);
    }
    return [
      {
        measure: known.measure.id,
        place,
        period,
        schoolType: known.schoolType,
        group: ALL_PUPILS,
        value: publishedValue(cells[valueAt] ?? ''),
        numerator: undefined,
        denominator: undefined,
        schools: undefined,
        release,
      },
    ];
  });
  return { observations, leftOut: noYear === 0 ? {} : { 'a year that is none (0)': noYear } };
}

/** The period a year of the tool names. One number is the year in which a school or financial year ends. */
function periodOf({ Year_Type: type }: ToolEntry, text: string): Period | undefined {
  const [, first, last] = /^(\d{4}(?:\/\d\d)?)-(\d\d(?:\/\d\d)?)$/.exec(text) ?? [];
  if (first !== undefined && last !== undefined && (first.includes('/') || type === 'Calendar Year')) {
    const lastYear = Number(`20${last.slice(0, 2)}`);
    return yearsTogether(first, `20${last}`, academicYearStarting(lastYear));
  }
  switch (type) {
    case 'Calendar Year':
      return /^\d{4}$/.test(text) ? calendarYear(Number(text)) : undefined;
    case 'Financial Year': {
      if (/^\d{4}$/.test(text)) return financialYear(Number(text) - 1);
      return /^\d{4}-\d\d$/.test(text) ? financialYear(Number(text.slice(0, 4))) : undefined;
    }
    case 'Academic Year':
    case 'Annual - January': {
      const year = findYear(text);
      return year && { kind: 'academic-year', year };
    }
  }
}

/** `2023/24` as written; `2025` is the year that ends in 2025. */
function findYear(text: string): AcademicYear | undefined {
  return /^\d{4}$/.test(text) ? academicYearStarting(Number(text) - 1) : findAcademicYear(text);
}

const SCHOOL_TYPES = ['all', 'primary', 'secondary', 'special'] as const satisfies readonly SchoolType[];

const ENTRIES: ReadonlyMap<string, ToolEntry> = new Map(listToolEntries().map((entry) => [entry.Measure_short, entry]));

const BY_NAME: ReadonlyMap<string, { readonly measure: Measure; readonly schoolType: SchoolType }> = new Map(
  listMeasures().flatMap((measure) =>
    SCHOOL_TYPES.flatMap((schoolType) => {
      const name = measure.interactiveTool?.[schoolType];
      return name === undefined ? [] : [[name, { measure, schoolType }] as const];
    }),
  ),
);
