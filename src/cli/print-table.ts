import { csvLine, spreadsheetSafe } from '#kernel';

export const outputFormats = ['table', 'csv', 'json'] as const;
export type OutputFormat = (typeof outputFormats)[number];

type Cell = string | number | boolean | null | undefined;
export type Table = { readonly columns: readonly string[]; readonly rows: readonly Readonly<Record<string, Cell>>[] };

/** A table as the person asked for it. Every format ends with a line end. */
export function printed(table: Table, format: OutputFormat, width: number | undefined): string {
  if (format === 'json')
    return `${JSON.stringify(
      table.rows.map((row) => picked(table.columns, row)),
      null,
      1,
    )}\n`;
  if (format === 'csv') return csv(table);
  return asText(table, width);
}

// Codes such as `\` and `=` words are facts of the contract; only texts that came from a person are made safe.
function csv(table: Table): string {
  const lines = table.rows.map((row) =>
    csvLine(
      table.columns.map((column) =>
        PERSONAL_TEXTS.has(column) ? spreadsheetSafe(cellText(row[column])) : cellText(row[column]),
      ),
    ),
  );
  return csvLine(table.columns) + lines.join('');
}

const PERSONAL_TEXTS = new Set(['trust', 'name', 'school', 'value', 'file']);

function picked(columns: readonly string[], row: Readonly<Record<string, Cell>>): Record<string, Cell> {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

/** Columns that matter least go first where the terminal is narrow, and the last line says so. */
function asText(table: Table, width: number | undefined): string {
  if (table.rows.length === 0) return 'Nothing to show: no session falls in this question.\n';
  let columns = table.columns;
  while (width !== undefined && columns.length > 4 && widthOf(table, columns) > width) {
    const drop = LEAST_FIRST.find((name) => columns.includes(name)) ?? columns.at(-1);
    columns = columns.filter((name) => name !== drop);
  }
  const widths = columns.map((column) => columnWidth(table, column));
  const line = (cells: readonly string[], numeric: readonly boolean[]): string =>
    `${cells
      .map((cell, index) => (numeric[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd()}\n`;
  const numeric = columns.map((column) => table.rows.every((row) => typeof row[column] === 'number'));
  const head = line(
    columns.map((column) => heading(column)),
    numeric,
  );
  const rule = line(
    widths.map((size) => '─'.repeat(size)),
    numeric,
  );
  const body = table.rows
    .map((row) =>
      line(
        columns.map((column) => shown(row[column])),
        numeric,
      ),
    )
    .join('');
  const left = table.columns.length - columns.length;
  return head + rule + body + (left > 0 ? `${left} more columns: make the window wider, or use --format csv.\n` : '');
}

const LEAST_FIRST = [
  'severe_percent',
  'unauthorised_percent',
  'authorised_percent',
  'unrecorded_dual',
  'access_failure',
  'not_required',
  'part_time',
  'unmarked',
  'suspended',
  'unauthorised',
  'authorised',
  'lost_headline',
  'severe_enrolments',
  'off_roll',
  'persistent_enrolments',
  'attended',
  'possible',
  'overall',
];

function widthOf(table: Table, columns: readonly string[]): number {
  return columns.reduce((total, column) => total + columnWidth(table, column) + 2, -2);
}

function columnWidth(table: Table, column: string): number {
  return Math.max(heading(column).length, ...table.rows.slice(0, 2000).map((row) => shown(row[column]).length));
}

function heading(column: string): string {
  return column.replaceAll('_', ' ');
}

function shown(value: Cell): string {
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'number' ? value.toLocaleString('en-GB') : controlFree(String(value));
}

// A value from a file must not move the cursor or clear the screen.
function controlFree(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '·');
}

function cellText(value: Cell): string {
  return value === null || value === undefined ? '' : String(value);
}
