import { Refusal } from '#kernel';
import type { Cell } from './cells.ts';
import { refuseProblems, type CsvFile, type Problem } from './csv-file.ts';

/** The columns a command reads, by name, with what each may hold. */
export type Columns = Readonly<Record<string, Cell<unknown>>>;
export type Values<C extends Columns> = { readonly [Name in keyof C]: C[Name] extends Cell<infer T> ? T : never };
export type Row<C extends Columns> = { readonly line: number; readonly values: Values<C> };

/** A problem that shows only when a row, or the whole file, is looked at together. */
export type RowProblem = { readonly line: number; readonly name: string; readonly problem: string };

export type Rules<C extends Columns> = {
  readonly columns: C;
  /** Columns that together name a row: no two rows may have the same. */
  readonly once: readonly (keyof C & string)[];
  readonly check?: (rows: readonly Row<C>[]) => readonly RowProblem[];
};

/** Every row of the file, or the refusal of all of it. Columns may stand in any order, and others beside them. */
export function readRows<C extends Columns>(csv: CsvFile, rules: Rules<C>): readonly Row<C>[] {
  const at = findColumns(csv, Object.keys(rules.columns));
  const problems: Problem[] = [];
  const rows = csv.records.map(({ line, cells }) => {
    const ragged = raggedness(csv, cells);
    if (ragged) problems.push({ line, ...ragged });
    const values = readValues(rules.columns, cells, at, (name, text, problem) => {
      if (!ragged) problems.push(placed(csv, line, name, text, problem));
    });
    return { line, values };
  });
  if (problems.length === 0) problems.push(...judge(csv, rules, rows));
  if (problems.length > 0) refuseProblems(csv.file, problems);
  return rows;
}

/** The values of a record. One with a problem is told of, stays undefined, and goes no further than `readRows`. */
function readValues<C extends Columns>(
  columns: C,
  cells: readonly string[],
  at: ReadonlyMap<string, number>,
  tell: (name: string, text: string, problem: string) => void,
): Values<C> {
  const entries = Object.entries(columns).map(([name, cell]) => {
    const text = cells[at.get(name) ?? -1] ?? '';
    const found = cell(text);
    if (found.kind === 'problem') tell(name, text, found.problem);
    return [name, found.kind === 'value' ? found.value : undefined] as const;
  });
  return Object.fromEntries(entries) as Values<C>;
}

/** Columns that the command has no use for, told so that a misspelt one is noticed. */
export function listUnused(csv: CsvFile, used: readonly string[]): readonly string[] {
  return csv.columns.filter((name) => name !== '' && !used.includes(name));
}

/** A problem of a named column, with its place and what stands there. */
export function placed(csv: CsvFile, line: number, name: string, value: string, problem: string): Problem {
  return { line, column: csv.columns.indexOf(name) + 1, name, value, problem };
}

function findColumns(csv: CsvFile, names: readonly string[]): ReadonlyMap<string, number> {
  const missing = names.filter((name) => !csv.columns.includes(name));
  if (missing.length > 0) {
    const has = csv.columns.join(', ');
    throw new Refusal(
      'file/columns-missing',
      `${csv.file}, line 1: there is no column ${missing.join(' and none called ')}. It needs ${names.join(', ')}; it has ${has}.`,
    );
  }
  const twice = names.find((name) => csv.columns.indexOf(name) !== csv.columns.lastIndexOf(name));
  if (twice !== undefined) {
    const column = csv.columns.lastIndexOf(twice) + 1;
    throw new Refusal(
      'file/column-twice',
      `${csv.file}, line 1, column ${column}: a second column is called ${twice}. Keep one of them.`,
    );
  }
  return new Map(names.map((name) => [name, csv.columns.indexOf(name)]));
}

function raggedness(csv: CsvFile, cells: readonly string[]): Omit<Problem, 'line'> | undefined {
  const [has, needs] = [cells.length, csv.columns.length];
  if (has === needs) return undefined;
  const column = Math.min(has, needs) + 1;
  const problem = `The row has ${has} fields and the header ${needs}. Check the line for a comma too many or too few.`;
  return { column, name: csv.columns[column - 1] ?? '', value: cells[column - 1] ?? '', problem };
}

function judge<C extends Columns>(csv: CsvFile, rules: Rules<C>, rows: readonly Row<C>[]): readonly Problem[] {
  const cellsOn = new Map(csv.records.map(({ line, cells }) => [line, cells]));
  const seen = new Map<string, number>();
  const repeated = rows.flatMap(({ line, values }) => {
    const key = JSON.stringify(rules.once.map((name) => values[name]));
    const before = seen.get(key);
    if (before === undefined) seen.set(key, line);
    const name = rules.once[0];
    if (before === undefined || name === undefined) return [];
    return [{ line, name, problem: `It stands on line ${before} too. Give each ${rules.once.join(' and ')} one row.` }];
  });
  return [...repeated, ...(rules.check?.(rows) ?? [])]
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, name, problem }) => {
      const text = cellsOn.get(line)?.[csv.columns.indexOf(name)] ?? '';
      return placed(csv, line, name, text, problem);
    });
}
