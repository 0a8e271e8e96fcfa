import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { cleanText, sheetName, widthOf, type Book, type BookCell, type BookColumn } from './book.ts';

/** A workbook for Excel: every cell has its type, so that no text is ever taken for a formula. */
export async function writeXlsx(book: Book): Promise<Uint8Array> {
  const { columns, rows, about } = book;
  const head = columns.map(({ heading }): Cell => ({ value: heading, type: String, fontWeight: 'bold', wrap: true }));
  const table: SheetData = [head, ...rows.map((row) => columns.map((column, at) => cellOf(column, row[at] ?? null)))];
  const said: SheetData = about.map(([label, text]) => [
    { value: cleanText(label), type: String, fontWeight: 'bold' },
    { value: cleanText(text), type: String, wrap: true },
  ]);
  return writeXlsxFile([
    {
      data: table,
      sheet: sheetName(book.sheet),
      columns: columns.map((column, at) => ({
        width: widthOf(
          column,
          rows.map((row) => row[at] ?? null),
        ),
      })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    { data: said, sheet: 'About', columns: [{ width: 20 }, { width: 90 }] },
  ]).toBuffer();
}

function cellOf({ kind }: BookColumn, value: BookCell): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value: value ? 'Yes' : 'No', type: String };
  if (kind === 'date') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return { value: cleanText(value), type: String };
}
