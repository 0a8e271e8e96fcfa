import type { JSX } from 'hono/jsx/jsx-runtime';
import { findCalendarDate, writtenDate } from '#kernel';
import type { ImportRow } from '#exchange/area-files';
import { printed } from '../../charts/scale.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
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

/** The files behind a figure: rows read, rows that could not be used, and when each came. */
export function FilesTable({ files }: { readonly files: readonly ImportRow[] }): JSX.Element {
  const [rows, rejected] = [sumOf(files, 'rows'), sumOf(files, 'rejected')];
  const latest = files.slice(-LISTED).toReversed();
  return (
    <>
      <p class="govuk-body">
        {`${printed(files.length)} ${files.length === 1 ? 'file' : 'files'} with ${printed(rows)} rows. ${
          rejected === 0
            ? 'Every row could be used when it was read.'
            : `${printed(rejected)} ${rejected === 1 ? 'row was' : 'rows were'} rejected and not used.`
        } `}
        <a class="govuk-link" href={urls.imports()}>
          See the files
        </a>
        {rejected > 0 && (
          <>
            {' or '}
            <a class="govuk-link" href={urls.toMend()}>
              what could not be used, and what to do
            </a>
          </>
        )}
      </p>
      {govuk.details({
        summaryText: files.length > LISTED ? `Show the latest ${LISTED} files` : 'Show each file',
        html: htmlOf(
          <DataTable<ImportRow>
            id="files"
            caption="Files, the latest first"
            captionSize="s"
            columns={[
              { heading: 'File', cell: (file) => file.file },
              { heading: 'Came', cell: (file) => receivedText(file.at) },
              { heading: 'Rows', numeric: true, cell: (file) => printed(file.rows) },
              { heading: 'Rejected', numeric: true, cell: (file) => printed(file.rejected) },
            ]}
            rows={latest}
            empty="No file of this kind has come in."
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
  return date ? `${writtenDate(date)}, ${at.slice(11, 16)} UTC` : at;
}
