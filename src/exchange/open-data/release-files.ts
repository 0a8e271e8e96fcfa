import { createHash } from 'node:crypto';
import type { AcademicYear } from '#kernel';
import { csvwMetadata } from './csvw.ts';
import { BREAKDOWN_COLUMNS, eesCsv, eesMeta } from './ees-csv.ts';
import { listFigures } from './figures.ts';
import { parquetOf } from './parquet.ts';
import { identityColumns, type PlaceColumns } from './place-columns.ts';
import type { PrintedRow } from './protect-set.ts';
import { FORMAT_IDS, FORMATS, type FormatId, type OpenRelease } from './release.ts';
import { readmeText } from './readme-text.ts';

export type ReleaseFile = { readonly format: FormatId; readonly name: string; readonly bytes: Uint8Array };

/** Every file of a release but `release.json`: the same figures in each, from the same rows. */
export async function releaseFiles(
  release: Omit<OpenRelease, 'files'>,
  year: AcademicYear,
  place: PlaceColumns,
  rows: readonly PrintedRow[],
  scratch: string,
): Promise<readonly ReleaseFile[]> {
  const stem = `${release.data_set}-${release.version.replace('.', '-')}`;
  const nameOf = (format: FormatId): string => `${stem}${FORMATS[format].suffix}`;
  const identity = identityColumns(year, place);
  const figures = listFigures(rows, release.indicators);
  const columns = ['time_period', 'la_name', 'topic', 'breakdown', 'indicator', 'value', 'symbol', 'reason'];
  const long = figures.map((figure) => ({
    time_period: identity['time_period'] ?? '',
    la_name: place.la_name,
    ...figure,
  }));
  const json = { data_set: release.data_set, version: release.version, figures };
  const contents: Readonly<Record<FormatId, string | Uint8Array>> = {
    csv: eesCsv(identity, rows, release.indicators),
    meta: eesMeta(release.indicators),
    csvw: csvwMetadata({
      title: `${release.title}: ${release.area}, ${release.year}`,
      description: [release.population, ...release.statement].join(' '),
      licence: release.licence,
      publisher: release.area,
      issued: release.published,
      csv: nameOf('csv'),
      texts: [...Object.keys(identity), ...BREAKDOWN_COLUMNS],
      numbers: release.indicators.map(({ name, label, unit, decimals }) => ({
        name,
        label: `${label}${unit === '' ? ', to the nearest 5' : `, ${unit}`}. “c”: hidden to protect people.`,
        whole: decimals === 0,
      })),
      key: ['time_period', 'geographic_level', 'new_la_code', ...BREAKDOWN_COLUMNS],
    }),
    json: `${JSON.stringify(json)}\n`,
    parquet: await parquetOf(long, columns, ['value'], scratch),
    readme: readmeText(
      release,
      FORMAT_IDS.map((format) => `${nameOf(format)}: ${FORMATS[format].title}`),
    ),
  };
  return FORMAT_IDS.map((format) => ({ format, name: nameOf(format), bytes: Buffer.from(contents[format]) }));
}

export function describeFiles(files: readonly ReleaseFile[]): OpenRelease['files'] {
  return files.map(({ format, name, bytes }) => ({ format, name, bytes: bytes.length, sha256: hashOf(bytes) }));
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
