import { csvLine, spreadsheetSafe } from '#kernel';
import type { PrintedRow } from './protect-set.ts';
import type { OpenRelease } from './release.ts';

/** Columns of the breakdown: EES’s way for a file without cross-tabulation. */
export const BREAKDOWN_COLUMNS = ['breakdown_topic', 'breakdown'] as const;

/**
 * A data file for Explore education statistics: tidy, one row a group, one column an indicator.
 * Source: DfE analysts’ guide, “Open Data Standards”.
 */
export function eesCsv(
  identity: Readonly<Record<string, string>>,
  rows: readonly PrintedRow[],
  indicators: OpenRelease['indicators'],
): string {
  const header = [...Object.keys(identity), ...BREAKDOWN_COLUMNS, ...indicators.map(({ name }) => name)];
  const place = Object.values(identity).map(spreadsheetSafe);
  const lines = rows.map(({ topic, name, figures }) =>
    csvLine([
      ...place,
      topic,
      name,
      ...figures.map((figure) => (figure.kind === 'shown' ? figure.value : figure.symbol)),
    ]),
  );
  return csvLine(header) + lines.join('');
}

const META_COLUMNS = [
  'col_name',
  'col_type',
  'label',
  'indicator_grouping',
  'indicator_unit',
  'indicator_dp',
  'filter_hint',
  'filter_grouping_column',
] as const;

/** The metadata file that goes with it: a row for each filter and each indicator. */
export function eesMeta(indicators: OpenRelease['indicators']): string {
  const filter = ['breakdown', 'Filter', 'Breakdown', '', '', '', 'Choose a group of pupils', 'breakdown_topic'];
  const lines = indicators.map(({ name, label, grouping, unit, decimals }) =>
    csvLine([name, 'Indicator', label, grouping, unit, decimals, '', '']),
  );
  return csvLine(META_COLUMNS) + csvLine(filter) + lines.join('');
}
