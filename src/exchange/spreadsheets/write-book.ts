import { csvLine, Refusal, spreadsheetSafe, textInTurns } from '#kernel';
import type { Book, BookCell, BookColumn } from './book.ts';
import { writeOds } from './ods.ts';
import { writeXlsx } from './xlsx.ts';

export const spreadsheetFormats = ['csv', 'xlsx', 'ods'] as const;
export type SpreadsheetFormat = (typeof spreadsheetFormats)[number];

export const MEDIA_TYPES: Readonly<Record<SpreadsheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** A workbook is made whole in memory, in about a second for this many rows; a longer table is for CSV. */
export const MOST_ROWS = 20_000;

/** The format of a file’s ending, `xlsx` or `report.xlsx`. */
export function findFormat(file: string): SpreadsheetFormat | undefined {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return spreadsheetFormats.find((format) => format === ending);
}

/** The file. Throws `Refusal` `spreadsheet/too-many-rows` where a workbook would hold more than `MOST_ROWS`. */
export async function writeBook(book: Book, format: SpreadsheetFormat): Promise<Uint8Array> {
  if (format === 'csv') return new TextEncoder().encode(await textInTurns(csvOf(book)));
  if (book.rows.length > MOST_ROWS) {
    throw new Refusal(
      'spreadsheet/too-many-rows',
      `There are ${book.rows.length.toLocaleString('en-GB')} rows, and a spreadsheet made here holds at most ${MOST_ROWS.toLocaleString('en-GB')}. Choose a school or a group, or take the CSV.`,
    );
  }
  return format === 'xlsx' ? writeXlsx(book) : writeOds(book);
}

function* csvOf({ columns, rows }: Book): Generator<string> {
  yield csvLine(columns.map(({ name }) => name));
  for (const row of rows) yield csvLine(columns.map((column, at) => csvCell(column, row[at] ?? null)));
}

// A program that reads CSV guesses what a cell is: only a text that a person wrote can pretend to be a formula.
function csvCell({ kind }: BookColumn, value: BookCell): string | number {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return kind === 'text' ? spreadsheetSafe(String(value)) : value;
}
