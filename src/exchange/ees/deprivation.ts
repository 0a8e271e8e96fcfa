import { ALL_PUPILS, edition, findPlace, type MeasureId, type Observation } from '#place';
import { publishedValue } from './statistics-file.ts';
import type { Table } from './table.ts';

// Scores are as published; shares are fractions there and per cent here.
const COLUMNS: readonly { readonly column: string; readonly measure: MeasureId; readonly times: 1 | 100 }[] = [
  { column: 'average_score', measure: 'deprivation-score', times: 1 },
  { column: 'most_deprived_share', measure: 'most-deprived-neighbourhoods', times: 100 },
  { column: 'income_share', measure: 'income-deprivation', times: 100 },
];

/**
 * Observations in the carried summaries of the English Indices of Deprivation: one row an edition and district. A
 * district that is an authority of its own has the authority’s code, so its figure is the authority’s; a county has
 * none, for no published lookup of its districts is held. Throws on a district it does not know.
 */
export function deprivationObservations(table: Table, release: string): readonly Observation[] {
  const cell = (cells: readonly string[], column: string): string => cells[table.columns.indexOf(column)] ?? '';
  return table.rows.flatMap(({ line, cells }) => {
    const place = findPlace(cell(cells, 'district_code'))?.code;
    const year = Number(cell(cells, 'edition'));
    if (!place || !Number.isInteger(year))
      throw new Error(`ees/deprivation: line ${line} is of no district Kith knows`);
    return COLUMNS.map(({ column, measure, times }): Observation => {
      const value = publishedValue(cell(cells, column));
      return {
        measure,
        place,
        period: edition(year),
        schoolType: 'all',
        group: ALL_PUPILS,
        value: value.kind === 'value' ? { kind: 'value', value: Number((times * value.value).toPrecision(12)) } : value,
        numerator: undefined,
        denominator: undefined,
        schools: undefined,
        release,
      };
    });
  });
}
