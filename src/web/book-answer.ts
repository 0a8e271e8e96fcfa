import { MEDIA_TYPES, writeBook, type Book, type SpreadsheetFormat } from '#exchange/spreadsheets';

/** The book as an answer that is kept as a file. */
export async function bookAnswer(book: Book, format: SpreadsheetFormat, name: string): Promise<Response> {
  return new Response(Buffer.from(await writeBook(book, format)), {
    headers: {
      'Content-Type': MEDIA_TYPES[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
    },
  });
}
