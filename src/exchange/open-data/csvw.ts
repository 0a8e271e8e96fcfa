/** Marks that stand where a number should, so that no reader takes one for text or for 0. */
const SYMBOLS = ['c', 'z', 'x', 'low', 'u'];

export type DescribedTable = {
  readonly title: string;
  readonly description: string;
  readonly licence: string;
  readonly publisher: string;
  readonly issued: string | undefined;
  /** Name of the CSV beside it. */
  readonly csv: string;
  readonly texts: readonly string[];
  readonly numbers: readonly { readonly name: string; readonly label: string; readonly whole: boolean }[];
  /** Columns of text that name a row together. */
  readonly key: readonly string[];
};

/** CSV on the Web metadata for a data file (W3C, “Metadata Vocabulary for Tabular Data”, 2015). */
export function csvwMetadata(table: DescribedTable): string {
  const texts = table.texts.map((name) => ({
    name,
    titles: name,
    datatype: 'string',
    required: table.key.includes(name),
  }));
  const numbers = table.numbers.map(({ name, label, whole }) => ({
    name,
    titles: name,
    'dc:description': label,
    datatype: whole ? 'integer' : 'decimal',
    null: SYMBOLS,
    required: false,
  }));
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: table.csv,
    'dc:title': table.title,
    'dc:description': table.description,
    'dc:license': table.licence,
    'dc:publisher': table.publisher,
    ...(table.issued === undefined ? {} : { 'dc:issued': { '@value': table.issued, '@type': 'date' } }),
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', lineTerminators: ['\n'] },
    tableSchema: { columns: [...texts, ...numbers], primaryKey: table.key },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
