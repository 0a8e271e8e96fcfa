import { createHash } from 'node:crypto';
import type { Rejection } from '#kernel';
import { findPublication, findSymbol, listMeasures, missing, type Publication, type PublishedValue } from '#place';
import { isIdentityColumn } from './columns.ts';
import { structureProblems } from './structure.ts';
import { readTable, readTableBytes, type ReadTable, type Refused, type Table } from './table.ts';

/** One row of an EES data file. */
export type StatisticsRow = {
  readonly line: number;
  /** Time and geography columns, as written. */
  readonly identity: Readonly<Record<string, string>>;
  /** What the row is narrowed to: `school_type`, `education_phase`, `characteristic` … */
  readonly filters: Readonly<Record<string, string>>;
  /** Every indicator, known to Kith or not, under its own name: a number, or why there is none. */
  readonly values: Readonly<Record<string, PublishedValue>>;
};

export type StatisticsFile = {
  readonly kind: 'read';
  readonly file: string;
  /** Of the CSV, unpacked. */
  readonly sha256: string;
  /** Undefined where no column belongs to a publication Kith has measures for. */
  readonly publication: Publication | undefined;
  readonly filters: readonly string[];
  readonly indicators: readonly string[];
  /** Indicators that no measure of Kith’s uses. */
  readonly unknownIndicators: readonly string[];
  readonly rows: readonly StatisticsRow[];
  readonly bytes: Uint8Array;
};

export type ReadStatistics = StatisticsFile | Refused;

/**
 * Reads an EES data file (`.csv` or `.csv.gz`): the tidy format of every DfE publication, old releases and new.
 * A file that breaks the format is refused whole, each problem with its line and column.
 */
export async function readStatistics(path: string): Promise<ReadStatistics> {
  return statisticsOf(await readTable(path));
}

/** As `readStatistics`, from bytes already in hand; `file` is the name problems are told by. */
export async function readStatisticsBytes(file: string, bytes: Uint8Array): Promise<ReadStatistics> {
  return statisticsOf(await readTableBytes(file, bytes));
}

function statisticsOf(read: ReadTable): ReadStatistics {
  if (read.kind === 'refused') return read;
  const { table } = read;
  const roles = rolesOf(table);
  const problems = structureProblems(table, [...roles.identity, ...roles.filters]);
  if (problems.length > 0) return { kind: 'refused', problems };
  const wrong = wrongValues(table, roles.indicators);
  if (wrong.length > 0) return { kind: 'refused', problems: wrong };
  return {
    kind: 'read',
    file: table.file,
    sha256: createHash('sha256').update(table.bytes).digest('hex'),
    publication: findPublication(table.columns),
    filters: roles.filters,
    indicators: roles.indicators,
    unknownIndicators: roles.indicators.filter((column) => !KNOWN_INDICATORS.has(column)),
    rows: rowsOf(table, roles),
    bytes: table.bytes,
  };
}

type Roles = {
  readonly identity: readonly string[];
  readonly filters: readonly string[];
  readonly indicators: readonly string[];
};

const KNOWN_INDICATORS = new Set([
  ...listMeasures().flatMap(({ columns }) => (columns ? [columns.rate, columns.numerator, columns.denominator] : [])),
  'num_schools',
  'total_num_schools',
  'total_enrolments',
]);

/**
 * Which column is what. One that a measure names is an indicator; of the others, one that holds a number is an
 * indicator and one that holds only text is a filter. An empty column is neither.
 */
function rolesOf(table: Table): Roles {
  const roles: Record<'identity' | 'filters' | 'indicators', string[]> = { identity: [], filters: [], indicators: [] };
  table.columns.forEach((column, index) => {
    if (isIdentityColumn(column)) roles.identity.push(column);
    else if (KNOWN_INDICATORS.has(column)) roles.indicators.push(column);
    else {
      const cells = table.rows.map((row) => row.cells[index] ?? '');
      if (cells.every((cell) => cell === '')) return;
      const hasNumber = cells.some((cell) => findNumber(cell) !== undefined);
      const onlySymbols = cells.every((cell) => findSymbol(cell) !== undefined);
      roles[hasNumber || onlySymbols ? 'indicators' : 'filters'].push(column);
    }
  });
  return roles;
}

function rowsOf(table: Table, roles: Roles): readonly StatisticsRow[] {
  const at = new Map(table.columns.map((column, index) => [column, index]));
  return table.rows.map(({ line, cells }) => {
    const cell = (column: string): string => cells[at.get(column) ?? -1] ?? '';
    const pick = (columns: readonly string[]): Record<string, string> =>
      Object.fromEntries(columns.map((column) => [column, cell(column)]));
    return {
      line,
      identity: pick(roles.identity),
      filters: pick(roles.filters),
      values: Object.fromEntries(roles.indicators.map((column) => [column, publishedValue(cell(column))])),
    };
  });
}

/** A cell as a number or a reason. A symbol is never a number, and never 0. */
export function publishedValue(cell: string): PublishedValue {
  const value = findNumber(cell);
  return value === undefined ? missing(findSymbol(cell)?.symbol ?? cell.trim()) : { kind: 'value', value };
}

function wrongValues(table: Table, indicators: readonly string[]): readonly Rejection[] {
  const problems: Rejection[] = [];
  for (const column of indicators) {
    const index = table.columns.indexOf(column);
    for (const row of table.rows) {
      const value = row.cells[index] ?? '';
      if (findNumber(value) === undefined && !findSymbol(value)) {
        const problem = `“${value}” is neither a number nor a symbol DfE uses (c, z, x, u, low).`;
        problems.push({ file: table.file, line: row.line, column, value, fault: 'value', problem });
      }
    }
  }
  return problems.toSorted((a, b) => a.line - b.line).slice(0, 50);
}

// Plain decimals and the exponents R writes (1.2e-05). No thousands separators: EES forbids them in data files.
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function findNumber(cell: string): number | undefined {
  const text = cell.trim();
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
