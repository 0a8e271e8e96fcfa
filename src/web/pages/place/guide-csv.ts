import { csvLine } from '#kernel';
import {
  findPlace,
  verdictText,
  type CheckedStatement,
  type Observation,
  type PublishedStatistics,
  type Reading,
} from '#place';
import { releasesOf } from './guide-parts.tsx';
import { periodSlug } from './published-period.ts';

const COLUMNS = [
  'id',
  'theme',
  'place',
  'statement',
  'printed',
  'printed_from',
  'printed_to',
  'unit',
  'period',
  'verdict',
  'why',
  'recomputed',
  'recomputed_from',
  'recomputed_to',
  'fits',
  'fits_value',
  'releases',
];

/** All statements, one row each. `printed_to` is empty where the words only say “more than”. */
export function guideCsv(checked: readonly CheckedStatement[]): string {
  const rows = checked.map((one) => {
    const { printed, verdict, finding } = one;
    const own = finding.kind === 'readings' ? finding.own : undefined;
    const fits = 'reading' in verdict && verdict.reading !== own ? verdict.reading : undefined;
    return csvLine([
      one.id,
      one.theme,
      one.place,
      one.says,
      printed.text,
      printed.low,
      Number.isFinite(printed.high) ? printed.high : '',
      printed.unit,
      one.period,
      verdict.kind,
      verdictText(printed, verdict),
      own?.value ?? '',
      own?.low ?? '',
      own?.high ?? '',
      fits?.what ?? '',
      fits?.value ?? '',
      releasesOf(one).join('; '),
    ]);
  });
  return csvLine(COLUMNS) + rows.join('');
}

const ROW_COLUMNS = [
  'reading',
  'what',
  'measure',
  'place_code',
  'place',
  'period',
  'school_type',
  'pupils',
  'value',
  'symbol',
  'numerator',
  'denominator',
  'release',
  'source',
  'licence',
];

/** Every published row behind one statement, by the reading it belongs to. */
export function guideRowsCsv(published: PublishedStatistics, { finding }: CheckedStatement): string {
  const readings: readonly Reading[] =
    finding.kind === 'none' ? finding.instead : [...(finding.own ? [finding.own] : []), ...finding.others];
  return (
    csvLine(ROW_COLUMNS) +
    readings.flatMap((reading) => reading.rows.map((row) => rowLine(published, reading, row))).join('')
  );
}

function rowLine(published: PublishedStatistics, reading: Reading, row: Observation): string {
  const release = published.findRelease(row.release);
  return csvLine([
    reading.kind,
    reading.what,
    row.measure,
    row.place,
    findPlace(row.place)?.name ?? '',
    periodSlug(row.period),
    row.schoolType,
    row.group,
    row.value.kind === 'value' ? row.value.value : '',
    row.value.kind === 'missing' ? row.value.symbol : '',
    row.numerator ?? '',
    row.denominator ?? '',
    row.release,
    release?.source ?? '',
    release?.licence ?? '',
  ]);
}
