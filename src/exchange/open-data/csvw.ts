import { BREAKDOWN_COLUMNS } from './ees-csv.ts';
import type { OpenRelease } from './release.ts';

/** Marks that stand where a number should, so that no reader takes one for text or for 0. */
const SYMBOLS = ['c', 'z', 'x', 'low', 'u'];

/** CSV on the Web metadata for a data file (W3C, “Metadata Vocabulary for Tabular Data”, 2015). */
export function csvwMetadata(
  release: Omit<OpenRelease, 'files'>,
  csvName: string,
  identity: readonly string[],
): string {
  const texts = [...identity, ...BREAKDOWN_COLUMNS].map((name) => ({
    name,
    titles: name,
    datatype: 'string',
    required: true,
  }));
  const numbers = release.indicators.map(({ name, label, unit, decimals }) => ({
    name,
    titles: name,
    'dc:description': `${label}${unit === '' ? ', to the nearest 5' : `, ${unit}`}. “c”: hidden to protect people.`,
    datatype: decimals === 0 ? 'integer' : 'decimal',
    null: SYMBOLS,
    required: false,
  }));
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: csvName,
    'dc:title': `${release.title}: ${release.area}, ${release.year}`,
    'dc:description': [release.population, ...release.statement].join(' '),
    'dc:license': release.licence,
    'dc:issued': { '@value': release.published, '@type': 'date' },
    'dc:publisher': release.area,
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', lineTerminators: ['\n'] },
    tableSchema: {
      columns: [...texts, ...numbers],
      primaryKey: ['time_period', 'geographic_level', 'new_la_code', ...BREAKDOWN_COLUMNS],
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
