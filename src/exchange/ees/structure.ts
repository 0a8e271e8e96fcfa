import type { Rejection } from '#kernel';
import { findTerm } from '#place';
import { GEOGRAPHIC_LEVELS, REQUIRED_COLUMNS } from './columns.ts';
import type { Table, TableRow } from './table.ts';

/** How many problems are listed before reading stops: enough to see what is wrong. */
const MOST_PROBLEMS = 50;

type Fault = {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly fault: string;
  readonly problem: string;
};

/**
 * What is wrong with a table as an EES data file: header, then each row, then rows that repeat a key.
 * Rules: DfE analysts’ guide, “Open Data Standards”. `keyColumns` are all that are not indicators.
 */
export function structureProblems(table: Table, keyColumns: readonly string[]): readonly Rejection[] {
  const header = headerFaults(table.columns);
  const faults = header.length > 0 ? header : [...rowFaults(table), ...repeatFaults(table, keyColumns)];
  return faults
    .toSorted((a, b) => a.line - b.line)
    .slice(0, MOST_PROBLEMS)
    .map((fault) => ({ file: table.file, ...fault }));
}

function headerFaults(columns: readonly string[]): readonly Fault[] {
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column)).map((column): Fault => {
    const problem = `Add the column “${column}”, or choose a data file from Explore education statistics.`;
    return { line: 1, column, value: '', fault: 'missing-column', problem };
  });
  const repeated = columns
    .filter((column, index) => columns.indexOf(column) !== index)
    .map((column): Fault => {
      const problem = `The column “${column}” is there twice. Keep one.`;
      return { line: 1, column, value: column, fault: 'repeated-column', problem };
    });
  const unnamed = columns.includes('')
    ? [
        {
          line: 1,
          column: '',
          value: '',
          fault: 'unnamed-column',
          problem: 'A column has no name. Give it one, or remove it.',
        },
      ]
    : [];
  return [...missing, ...repeated, ...unnamed];
}

function rowFaults(table: Table): readonly Fault[] {
  const at = new Map(table.columns.map((column, index) => [column, index]));
  const faults: Fault[] = [];
  for (const row of table.rows) {
    if (faults.length >= MOST_PROBLEMS) break;
    faults.push(...faultsOfRow(row, table.columns.length, (column) => row.cells[at.get(column) ?? -1] ?? ''));
  }
  return faults;
}

function faultsOfRow(row: TableRow, width: number, cell: (column: string) => string): readonly Fault[] {
  if (row.cells.length !== width) {
    const problem = `This row has ${row.cells.length} cells and the header has ${width}. Download the file again.`;
    return [{ line: row.line, column: '', value: '', fault: 'row-length', problem }];
  }
  const faults: Fault[] = [];
  const add = (column: string, fault: string, problem: string): void => {
    faults.push({ line: row.line, column, value: cell(column), fault, problem });
  };
  const identifier = cell('time_identifier');
  const period = timePeriodProblem(cell('time_period'), identifier);
  if (period) add('time_period', 'time-period', period);
  if (identifier === '')
    add('time_identifier', 'time-identifier', 'Say what the time period is, like “Academic year”.');
  const level = cell('geographic_level');
  const needs = GEOGRAPHIC_LEVELS[level];
  if (needs) {
    for (const column of needs.filter((name) => cell(name) === '' && name !== 'new_la_code')) {
      add(column, 'missing-place', `A row of level “${level}” needs “${column}”.`);
    }
  } else {
    add('geographic_level', 'geographic-level', `“${level}” is not a level DfE uses, like “Local authority”.`);
  }
  return faults;
}

/** Six digits name two years that follow each other (`202324`); four are for weeks, months and calendar years. */
function timePeriodProblem(period: string, identifier: string): string | undefined {
  const takesSix = /^(academic|financial|tax) year/i.test(identifier) || findTerm(identifier) !== undefined;
  const years = /^(\d{4})(\d{2})$/.exec(period);
  if (years) {
    if ((Number(years[1]) + 1) % 100 === Number(years[2])) return undefined;
    return `The years in “${period}” do not follow each other. Write 2023/24 as 202324.`;
  }
  if (!takesSix && /^\d{4}$/.test(period)) return undefined;
  return `“${period}” is not a time period. Write 2023/24 as 202324.`;
}

function repeatFaults(table: Table, keyColumns: readonly string[]): readonly Fault[] {
  const at = keyColumns.map((column) => table.columns.indexOf(column));
  const first = new Map<string, number>();
  const faults: Fault[] = [];
  for (const row of table.rows) {
    const key = JSON.stringify(at.map((index) => row.cells[index] ?? ''));
    const line = first.get(key);
    if (line === undefined) first.set(key, row.line);
    else {
      const problem = `This row has the same time, place and filters as line ${line}. Keep one of them.`;
      faults.push({ line: row.line, column: '', value: '', fault: 'repeated-row', problem });
    }
    if (faults.length >= MOST_PROBLEMS) break;
  }
  return faults;
}
