export { type Book, type BookCell, type BookColumn, type CellKind } from './book.ts';
export {
  findFormat,
  MEDIA_TYPES,
  MOST_ROWS,
  spreadsheetFormats,
  writeBook,
  type SpreadsheetFormat,
} from './write-book.ts';
