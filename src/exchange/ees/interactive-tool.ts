import { academicYearStarting, findAcademicYear, type AcademicYear } from '#kernel';
import { ENGLAND, findPlace, listMeasures, type Measure, type Observation, type SchoolType } from '#place';
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
 * Observations in DfE’s Local Authority Interactive Tool: one row a measure, year and area, rates only. Measures of
 * children in need and in care are in the file and not among Kith’s measures. Throws on a row it cannot place, since
 * only the carried files have this shape.
 */
export function interactiveToolObservations(table: Table, release: string): readonly Observation[] {
  const at = (column: string): number => table.columns.indexOf(column);
  const [measureAt, yearAt, areaAt, valueAt] = [at('measure_short'), at('year'), at('la_number'), at('value')];
  return table.rows.flatMap(({ line, cells }) => {
    const known = BY_NAME.get(cells[measureAt] ?? '');
    if (!known) return [];
    const year = findYear(cells[yearAt] ?? '');
    const area = cells[areaAt] ?? '';
    const place = REGIONS[area] ?? findPlace(area)?.code;
    if (!year || !place) throw new Error(`ees/interactive-tool: line ${line} has year ${cells[yearAt]}, area ${area}`);
    return {
      measure: known.measure.id,
      place,
      period: { kind: 'academic-year', year },
      schoolType: known.schoolType,
      value: publishedValue(cells[valueAt] ?? ''),
      numerator: undefined,
      denominator: undefined,
      schools: undefined,
      release,
    };
  });
}

/** `2023/24` as written; `2025` is the year that ends in 2025. */
function findYear(text: string): AcademicYear | undefined {
  return /^\d{4}$/.test(text) ? academicYearStarting(Number(text) - 1) : findAcademicYear(text);
}

const SCHOOL_TYPES = ['all', 'primary', 'secondary', 'special'] as const satisfies readonly SchoolType[];

const BY_NAME: ReadonlyMap<string, { readonly measure: Measure; readonly schoolType: SchoolType }> = new Map(
  listMeasures().flatMap((measure) =>
    SCHOOL_TYPES.flatMap((schoolType) => {
      const name = measure.interactiveTool?.[schoolType];
      return name === undefined ? [] : [[name, { measure, schoolType }] as const];
    }),
  ),
);
