import { contentOf } from '#disclosure';
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
      ...figures.map(contentOf).map((figure) => (figure.kind === 'shown' ? figure.value : figure.symbol)),
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

export type MetaIndicator = {
  readonly name: string;
  readonly label: string;
  readonly grouping: string;
  readonly unit: string;
  readonly decimals: number;
};
export type MetaFilter = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly grouping?: string;
};

const BREAKDOWN: MetaFilter = {
  name: 'breakdown',
  label: 'Breakdown',
  hint: 'Choose a group of pupils',
  grouping: 'breakdown_topic',
};

/** The metadata file that goes with it: a row for each filter and each indicator. */
export function eesMeta(indicators: readonly MetaIndicator[], filters: readonly MetaFilter[] = [BREAKDOWN]): string {
  const described = filters.map(({ name, label, hint, grouping = '' }) =>
    csvLine([name, 'Filter', label, '', '', '', hint, grouping]),
  );
  const lines = indicators.map(({ name, label, grouping, unit, decimals }) =>
    csvLine([name, 'Indicator', label, grouping, unit, decimals, '', '']),
  );
  return csvLine(META_COLUMNS) + described.join('') + lines.join('');
}
