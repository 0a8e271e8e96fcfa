import type { JSX } from 'hono/jsx/jsx-runtime';
import { findCalendarDate } from '#kernel';
import { dateText, listText, rich, t } from '#language';
import type { ImportRow } from '#exchange/area-files';
import { printed } from '../../charts/scale.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable, linkTo } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import type { ReferenceMeasure } from './measure.ts';

/** Kinds of file that a measure is read from. */
export function kindsOf({ from, id }: ReferenceMeasure): readonly string[] {
  const account = ['schools', 'sessions', 'roll', 'marks'];
  switch (from.kind) {
    case 'removal':
      return [...account, 'removals'];
    case 'suspensions':
      return ['schools', 'suspensions'];
    case 'suspension-rate':
      return ['schools', 'roll', 'suspensions'];
    case 'gap':
      return ['schools', 'sessions', 'roll'];
    case 'census':
    case 'spells-ended':
      return ['schools', 'roll'];
    default:
      return id === 'minutes_lost' ? [...account, 'removals'] : account;
  }
}

/** Files listed one by one; more than this is a list for the page of imports. */
const LISTED = 60;

/** Of what files a figure is made, for who does not bring them in: what they are called is the area’s own affair. */
export function FileKinds({ files }: { readonly files: readonly ImportRow[] }): JSX.Element {
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  if (kinds.length === 0) return <p class="govuk-body">{t('below.files.none')}</p>;
  return <p class="govuk-body">{t('below.files.kinds', { kinds: listText(kinds.map((kind) => `${kind}.csv`)) })}</p>;
}

/** The files behind a figure: rows read, rows that could not be used, and when each came. */
export function FilesTable({ files }: { readonly files: readonly ImportRow[] }): JSX.Element {
  const [rows, rejected] = [sumOf(files, 'rows'), sumOf(files, 'rejected')];
  const latest = files.slice(-LISTED).toReversed();
  return (
    <>
      <p class="govuk-body">
        {rejected === 0
          ? rich('below.files', { count: files.length, rows: printed(rows), link: linkTo(urls.imports()) })
          : rich('below.files.rejected', {
              count: files.length,
              rows: printed(rows),
              rejected,
              link: linkTo(urls.imports()),
              mend: linkTo(urls.toMend()),
            })}
      </p>
      {govuk.details({
        summaryText: files.length > LISTED ? t('below.files.latest', { count: String(LISTED) }) : t('below.files.each'),
        html: htmlOf(
          <DataTable<ImportRow>
            id="files"
            caption={t('below.files.caption')}
            captionSize="s"
            columns={[
              { heading: t('below.files.file'), cell: (file) => file.file },
              { heading: t('below.files.came'), cell: (file) => receivedText(file.at) },
              { heading: t('below.files.rows'), numeric: true, cell: (file) => printed(file.rows) },
              { heading: t('below.files.rows-rejected'), numeric: true, cell: (file) => printed(file.rejected) },
            ]}
            rows={latest}
            empty={t('below.files.none')}
          />,
        ),
      })}
    </>
  );
}

function sumOf(files: readonly ImportRow[], what: 'rows' | 'rejected'): number {
  return files.reduce((total, file) => total + file[what], 0);
}

/** `3 September 2024, 16:05`, in UTC as it is kept. */
export function receivedText(at: string): string {
  const date = findCalendarDate(at.slice(0, 10));
  return date ? t('below.files.moment', { date: dateText(date), time: at.slice(11, 16) }) : at;
}
