import { strToU8, zipSync } from 'fflate';
import { cleanText, sheetName, widthOf, type Book, type BookCell, type BookColumn } from './book.ts';

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES = [
  ['office', 'office:1.0'],
  ['table', 'table:1.0'],
  ['text', 'text:1.0'],
  ['style', 'style:1.0'],
  ['number', 'datastyle:1.0'],
  ['fo', 'xsl-fo-compatible:1.0'],
  ['config', 'config:1.0'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .join(' ');

/** An OpenDocument workbook (OASIS ODF 1.3, part 3), by hand: nothing kept well writes one. */
export function writeOds(book: Book): Uint8Array {
  return zipSync({
    // ODF 1.3 part 2, 3.3: the first file of the package, not compressed, so that a program knows it by its first bytes.
    mimetype: [strToU8(MIME), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest()),
    'content.xml': strToU8(content(book)),
    'styles.xml': strToU8(`${DECLARATION}<office:document-styles ${NAMESPACES} office:version="1.3"/>`),
    'settings.xml': strToU8(settings(sheetName(book.sheet))),
  });
}

function manifest(): string {
  const files = [
    ['/', MIME],
    ['content.xml', 'text/xml'],
    ['styles.xml', 'text/xml'],
    ['settings.xml', 'text/xml'],
  ];
  const entries = files.map(
    ([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`,
  );
  return `${DECLARATION}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entries.join('')}</manifest:manifest>`;
}

function content(book: Book): string {
  const widths = book.columns.map((column, at) =>
    widthOf(
      column,
      book.rows.map((row) => row[at] ?? null),
    ),
  );
  const head = `<table:table-header-rows><table:table-row>${book.columns.map(({ heading }) => textCell(heading, 'head')).join('')}</table:table-row></table:table-header-rows>`;
  const rows = book.rows.map(
    (row) =>
      `<table:table-row>${book.columns.map((column, at) => cellOf(column, row[at] ?? null)).join('')}</table:table-row>`,
  );
  const about = book.about.map(
    ([label, text]) => `<table:table-row>${textCell(label, 'head')}${textCell(text)}</table:table-row>`,
  );
  return `${DECLARATION}<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${styles([...widths, 20, 90])}</office:automatic-styles><office:body><office:spreadsheet>${table(sheetName(book.sheet), widths, 0, head + rows.join(''))}${table('About', [20, 90], widths.length, about.join(''))}</office:spreadsheet></office:body></office:document-content>`;
}

function table(name: string, widths: readonly number[], firstStyle: number, rows: string): string {
  const columns = widths.map((_, at) => `<table:table-column table:style-name="w${firstStyle + at}"/>`).join('');
  return `<table:table table:name="${escaped(name)}">${columns}${rows}</table:table>`;
}

function styles(widths: readonly number[]): string {
  const columns = widths.map(
    (width, at) =>
      `<style:style style:name="w${at}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.2).toFixed(1)}cm"/></style:style>`,
  );
  return `${columns.join('')}<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style><number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style><style:style style:name="date" style:family="table-cell" style:data-style-name="iso"/>`;
}

function cellOf({ kind }: BookColumn, value: BookCell): string {
  if (value === null || value === '') return '<table:table-cell/>';
  if (typeof value === 'boolean') return textCell(value ? 'Yes' : 'No');
  if (typeof value === 'number') {
    return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  }
  if (kind !== 'date') return textCell(value);
  return `<table:table-cell table:style-name="date" office:value-type="date" office:date-value="${escaped(value)}"><text:p>${escaped(value)}</text:p></table:table-cell>`;
}

/** Paragraphs are what a cell’s lines are; a text of its own type is never read as a formula. */
function textCell(value: string, style?: string): string {
  const styled = style === undefined ? '' : ` table:style-name="${style}"`;
  const lines = value.split(/\r\n|\r|\n/).map((line) => `<text:p>${spaced(line)}</text:p>`);
  return `<table:table-cell${styled} office:value-type="string">${lines.join('')}</table:table-cell>`;
}

/** ODF takes a run of spaces for one, and drops those at the ends. */
function spaced(line: string): string {
  return escaped(line)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll(/^ | $| {2,}/g, (run) => `<text:s text:c="${run.length}"/>`);
}

function escaped(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The head stays where it is while the rows move. */
function settings(sheet: string): string {
  const item = (name: string, type: string, value: string | number): string =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const frozen = [
    item('VerticalSplitMode', 'short', 2),
    item('VerticalSplitPosition', 'int', 1),
    item('ActiveSplitRange', 'short', 2),
    item('PositionBottom', 'int', 1),
  ].join('');
  return `${DECLARATION}<office:document-settings ${NAMESPACES} office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${escaped(sheet)}">${frozen}</config:config-item-map-entry></config:config-item-map-named>${item('ActiveTable', 'string', escaped(sheet))}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
}
