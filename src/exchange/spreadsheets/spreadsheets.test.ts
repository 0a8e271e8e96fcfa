import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import {
  MEDIA_TYPES,
  MOST_ROWS,
  findFormat,
  spreadsheetFormats,
  writeBook,
  type Book,
  type BookCell,
} from './index.ts';

const COLUMNS: Book['columns'] = [
  { name: 'upn', heading: 'UPN', kind: 'text' },
  { name: 'since', heading: 'Since', kind: 'date' },
  { name: 'days', heading: 'School days', kind: 'number' },
  { name: 'in_care', heading: 'In care', kind: 'yes-no' },
];
const HOSTILE = [
  '=cmd()',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '<script>&"\'',
  'a\nb',
  '  two  spaces ',
  '\u0000\u000b',
  '007',
];

function bookOf(rows: readonly (readonly BookCell[])[], sheet = 'Reason not known'): Book {
  return { sheet, columns: COLUMNS, rows, about: [['Personal data', 'About children.']] };
}

async function text(book: Book): Promise<string> {
  return new TextDecoder().decode(await writeBook(book, 'csv'));
}

async function xlsx(book: Book) {
  const file = Buffer.from(await writeBook(book, 'xlsx'));
  const sheets = await readXlsxFile(file);
  return { file, names: sheets.map(({ sheet }) => sheet), rows: sheets[0]?.data ?? [], about: sheets[1]?.data };
}

/** The cells of a sheet as they stand in content.xml: type, value, text. */
async function ods(book: Book, sheet: string) {
  const files = unzipSync(await writeBook(book, 'ods'));
  const content = strFromU8(files['content.xml'] ?? new Uint8Array());
  const table = new RegExp(`<table:table table:name="${sheet}">(.*?)</table:table>`, 's').exec(content)?.[1] ?? '';
  const rows = [...table.matchAll(/<table:table-row>(.*?)<\/table:table-row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].map(
      ([, head = '', inside = '']) => ({
        type: /value-type="(\w+)"/.exec(head)?.[1],
        value: /office:(?:date-)?value="([^"]*)"/.exec(head)?.[1],
        isFormula: head.includes('formula'),
        text: unmarked(inside),
      }),
    ),
  );
  return { files, content, rows };
}

function unmarked(inside: string): string {
  return [...inside.matchAll(/<text:p>(.*?)<\/text:p>/gs)]
    .map(([, line = '']) =>
      line
        .replaceAll(/<text:s text:c="(\d+)"\/>/g, (_, count: string) => ' '.repeat(Number(count)))
        .replaceAll('<text:tab/>', '\t')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    )
    .join('\n');
}

describe('a table to take away', () => {
  const row = ['H801200001001', '2025-01-06', 12, true];

  test('as CSV has names of columns, dates and numbers as they are', async () => {
    expect(await text(bookOf([row, ['x', null, null, false]]))).toBe(
      'upn,since,days,in_care\nH801200001001,2025-01-06,12,yes\nx,,,no\n',
    );
  });

  test('as XLSX has dates as dates, numbers as numbers, a head that stays, and what goes with it', async () => {
    const { names, rows, about, file } = await xlsx(bookOf([row, ['x', null, null, false]]));
    expect(names).toEqual(['Reason not known', 'About']);
    expect(rows).toEqual([
      ['UPN', 'Since', 'School days', 'In care'],
      ['H801200001001', new Date('2025-01-06T00:00:00Z'), 12, 'Yes'],
      ['x', null, null, 'No'],
    ]);
    expect(about).toEqual([['Personal data', 'About children.']]);
    const first = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(first).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });

  test('as ODS the same, in a package whose first file says what it is', async () => {
    const { files, rows } = await ods(bookOf([row]), 'Reason not known');
    expect(Object.keys(files)[0]).toBe('mimetype');
    expect(strFromU8(files['mimetype'] ?? new Uint8Array())).toBe(MEDIA_TYPES.ods);
    const bytes = Buffer.from(await writeBook(bookOf([row]), 'ods'));
    // Not compressed, and right behind the first local head of the package (30 bytes and the name).
    expect(bytes.subarray(38, 38 + MEDIA_TYPES.ods.length).toString()).toBe(MEDIA_TYPES.ods);
    expect(rows[0]?.map((cell) => cell.text)).toEqual(['UPN', 'Since', 'School days', 'In care']);
    expect(rows[1]?.map(({ type, value }) => [type, value])).toEqual([
      ['string', undefined],
      ['date', '2025-01-06'],
      ['float', '12'],
      ['string', undefined],
    ]);
    expect(strFromU8(files['settings.xml'] ?? new Uint8Array())).toContain('"VerticalSplitPosition"');
    expect((await ods(bookOf([row]), 'About')).rows).toHaveLength(1);
  });

  test('runs nothing that a person wrote, and keeps what they wrote', async () => {
    const book = bookOf(HOSTILE.map((one) => [one, null, null, null]));
    expect((await text(book)).split('\n').slice(1, 5)).toEqual(["'=cmd(),,,", "'+1,,,", "'-2+3,,,", "'@SUM(A1),,,"]);
    const { rows: read, file } = await xlsx(book);
    expect(read.slice(1, 5).map(([cell]) => cell)).toEqual(HOSTILE.slice(0, 4));
    expect(strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
    const { rows } = await ods(book, 'Reason not known');
    expect(rows.slice(1).map(([cell]) => cell?.text)).toEqual(
      HOSTILE.map((one) => (one === '\u0000\u000b' ? '\ufffd\ufffd' : one)),
    );
    expect(rows.flat().some(({ isFormula }) => isFormula)).toBe(false);
  });

  test('keeps any text, number and day', async () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    const row = fc.tuple(fc.string({ minLength: 1, unit: 'grapheme-composite' }), day, fc.integer(), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (made) => {
        const book = bookOf(made.map(([one, date, ...more]) => [`x${one}x`, date.toISOString().slice(0, 10), ...more]));
        const { rows } = await ods(book, 'Reason not known');
        expect(rows.slice(1).map((cells) => cells.map(({ value, text: said }) => value ?? said))).toEqual(
          book.rows.map(([one, date, number, isSo]) => [
            clean(String(one)),
            String(date),
            String(number),
            isSo === true ? 'Yes' : 'No',
          ]),
        );
        const { rows: read } = await xlsx(book);
        expect(read.slice(1).map((cells) => cells.slice(1))).toEqual(
          book.rows.map(([, date, number, isSo]) => [
            new Date(`${String(date)}T00:00:00Z`),
            number,
            isSo === true ? 'Yes' : 'No',
          ]),
        );
      }),
      { numRuns: 15 },
    );
  });

  test('refuses more rows than it can make at once, but not as CSV', async () => {
    const long = bookOf(Array.from({ length: MOST_ROWS + 1 }, () => ['x', null, 1, null]));
    for (const format of ['xlsx', 'ods'] as const) {
      await expect(writeBook(long, format)).rejects.toMatchObject({ code: 'spreadsheet/too-many-rows' });
    }
    expect((await text(long)).split('\n')).toHaveLength(MOST_ROWS + 3);
  });

  test.each([
    ['List: [a] 1/2 of what it is called', 'List   a  1 2 of what it is cal'],
    ['', 'List'],
    ['About', 'List'],
  ])('gives its sheet a name that a spreadsheet takes: %s', async (name, taken) => {
    expect((await xlsx(bookOf([row], name))).names[0]).toBe(taken);
  });

  test('knows its formats by the ending of a file', () => {
    expect(spreadsheetFormats.map((format) => findFormat(`my.list.${format.toUpperCase()}`))).toEqual(
      spreadsheetFormats,
    );
    expect(findFormat('list.pdf')).toBeUndefined();
  });
});

/** What the file may not hold is shown as a question mark; line ends are one kind. */
function clean(value: string): string {
  // oxlint-disable-next-line no-control-regex
  return value.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replaceAll(/\r\n?/g, '\n');
}
