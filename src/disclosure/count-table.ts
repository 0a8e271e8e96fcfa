import { parse } from 'csv-parse/sync';
import { csvLine, messageOf, type Rejection } from '#kernel';
import type { CountRow } from './draft-table.ts';
import type { ProtectedRow } from './table.ts';

/** A table of counts in long form as it came: rows, and for each the line it ends on. */
export type CountTable = {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly ReadRow[];
};
type ReadRow = CountRow & { readonly line: number; readonly written: readonly string[] };

const COUNT_TABLE_FAULTS = {
  'not-csv': 'The file is not a CSV that can be read.',
  'no-count': 'The last column must be called count, after one or more columns of categories.',
  'too-many-columns': 'A table may have at most 10 columns of categories.',
  'repeated-column': 'Every column needs a name of its own, and none may be called reason, which the answer adds.',
  'row-length': 'The row has more or fewer fields than the header.',
  category: 'Enter a category, or Total.',
  'total-spelling':
    'This reads like a total and is not written Total, so its rows would be taken for a category and could give away what is hidden. Write Total for a total, or another name for a category.',
  count: 'Enter a whole number that is not negative, like 12, of at most 12 digits.',
  'repeated-row': 'Two rows have the same categories. Keep one of them.',
  'total-misfit': 'The total is not what its rows add up to.',
} as const;
export type CountTableFault = keyof typeof COUNT_TABLE_FAULTS;

const MOST_COLUMNS = 10;

/** Reads `category columns, count`. One value that cannot be used refuses the whole file. */
export function readCountTable(
  file: string,
  text: string,
): CountTable | { readonly kind: 'refused'; readonly problem: Rejection } {
  const refuse = (fault: CountTableFault, line: number, column = '', value = '', problem?: string) => ({
    kind: 'refused' as const,
    problem: { file, line, column, value, fault, problem: problem ?? COUNT_TABLE_FAULTS[fault] },
  });
  const records: { readonly line: number; readonly cells: readonly string[] }[] = [];
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        records.push({ line: lines, cells });
        return null;
      },
    });
  } catch (error) {
    // The row after the last one that could be read: a quotation mark that stays open is told of only at the end.
    return refuse(
      'not-csv',
      (records.at(-1)?.line ?? 0) + 1,
      '',
      '',
      `${COUNT_TABLE_FAULTS['not-csv']} ${messageOf(error)}.`,
    );
  }
  const [header, ...body] = records;
  const columns = header?.cells.map((name) => name.trim()) ?? [];
  if (columns.length < 2 || columns.at(-1) !== 'count') return refuse('no-count', 1, columns.at(-1) ?? '');
  if (columns.length > MOST_COLUMNS + 1) return refuse('too-many-columns', 1);
  const twice = columns.find((name, index) => name === '' || name === 'reason' || columns.indexOf(name) !== index);
  if (twice !== undefined) return refuse('repeated-column', 1, twice);
  const rows: ReadRow[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, cells } of body) {
    if (cells.length !== columns.length) return refuse('row-length', line, '', cells.join());
    const categories = cells.slice(0, -1).map((cell) => cell.trim());
    const blank = categories.indexOf('');
    if (blank >= 0) return refuse('category', line, columns[blank]);
    const misspelt = categories.findIndex((category) => category !== 'Total' && isLikeTotal(category));
    if (misspelt >= 0) return refuse('total-spelling', line, columns[misspelt], categories[misspelt]);
    const written = cells.at(-1)?.trim() ?? '';
    if (!/^\d{1,12}$/.test(written)) return refuse('count', line, 'count', written);
    const key = JSON.stringify(categories);
    const before = lineOf.get(key);
    if (before !== undefined)
      return refuse(
        'repeated-row',
        line,
        columns[0],
        categories.join(', '),
        `Line ${before} has the same categories. Keep one of the two rows.`,
      );
    lineOf.set(key, line);
    rows.push({ categories, count: Number(written), line, written: cells.slice(0, -1) });
  }
  return { kind: 'table', columns, rows };
}

/** `total`, `TOTAL`, `Totals`, `Grand total`: whoever reads the table adds them up, however they are written. */
function isLikeTotal(category: string): boolean {
  const letters = category.normalize('NFKC').replaceAll(/[^\p{L}]/gu, '');
  return /^(grand|sub|over)?totals?$/i.test(letters);
}

/** A total that its rows do not add up to, as a rejection of its line. */
export function misfitProblem(file: string, { rows }: CountTable, row: number, parts: number): Rejection {
  const found = rows[row];
  return {
    file,
    line: found?.line ?? 1,
    column: 'count',
    value: String(found?.count ?? ''),
    fault: 'total-misfit' satisfies CountTableFault,
    problem: `This total’s rows add up to ${parts}. Put the total or its rows right.`,
  };
}

/** The same rows in the same order, with `c` for what is hidden and why. */
export function writeCountTable({ columns, rows: read }: CountTable, rows: readonly ProtectedRow[]): string {
  const lines = rows.map(({ categories, figure }, row) =>
    csvLine([
      ...(read[row]?.written ?? categories),
      figure.kind === 'shown' ? figure.value : figure.symbol,
      figure.kind === 'shown' ? '' : figure.reason,
    ]),
  );
  return csvLine([...columns, 'reason']) + lines.join('');
}
