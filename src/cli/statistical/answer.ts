import { csvLine } from '#kernel';
import type { Terminal } from '../terminal.ts';

/** A row of an answer: the key as it came, then a figure a column. */
export type AnswerRow = {
  readonly key: readonly string[];
  /** Undefined where it cannot be computed; then there is a reason. */
  readonly figures: readonly (number | boolean | undefined)[];
  readonly reason?: string | undefined;
};

export type Answer = {
  readonly keys: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly AnswerRow[];
  /** Sentences for standard error. */
  readonly notes?: readonly string[];
};

/** Prints an answer as CSV. A last column says why a figure is empty, where one is. */
export function printAnswer({ keys, columns, rows, notes = [] }: Answer, terminal: Terminal): void {
  const reasons = rows.some(({ reason }) => reason !== undefined);
  const lines = rows.map(({ key, figures, reason }) =>
    csvLine([...key, ...figures.map(figureText), ...(reasons ? [reason ?? ''] : [])]),
  );
  terminal.out(csvLine([...keys, ...columns, ...(reasons ? ['reason'] : [])]) + lines.join(''));
  for (const note of [...notes, ...formulaNote(rows)]) terminal.err(`${note}\n`);
}

/**
 * Up to 12 significant digits, as the shortest text that reads back as that number: plain digits from 0.000001 up to 21
 * digits before the point, and beyond that an exponent (`2.5e-7`), which every reader of numbers knows.
 */
function figureText(figure: number | boolean | undefined): string {
  if (typeof figure !== 'number') return figure === undefined ? '' : String(figure);
  const rounded = Number(figure.toPrecision(12));
  return String(rounded === 0 ? 0 : rounded);
}

// Keys are printed as they came, or nobody could find their rows again; whoever opens them in a spreadsheet is warned.
function formulaNote(rows: readonly AnswerRow[]): readonly string[] {
  const count = rows.filter(({ key }) => key.some((text) => /^[=+\-@\t\r]/.test(text))).length;
  if (count === 0) return [];
  const names = count === 1 ? '1 row has a name that begins' : `${count} rows have names that begin`;
  return [`${names} like a formula. In a spreadsheet, import that column as text.`];
}
