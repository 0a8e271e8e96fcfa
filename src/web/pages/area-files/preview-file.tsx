import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FindingCount, PreviewedFile, PreviewOutcome } from '#exchange/area-files';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { ReadingForms } from './reading-form.tsx';
import { certaintyWords, countOf, kindWords, writtenMoment } from './words.ts';

type Ready = Extract<PreviewOutcome, { readonly kind: 'ready' }>;

const TAGS: Readonly<Record<PreviewOutcome['kind'], { readonly text: string; readonly classes: string }>> = {
  ready: { text: 'Can be read', classes: 'govuk-tag--green' },
  asks: { text: 'Answer needed', classes: 'govuk-tag--yellow' },
  held: { text: 'Here already', classes: 'govuk-tag--grey' },
  twice: { text: 'Sent twice', classes: 'govuk-tag--grey' },
  refused: { text: 'Cannot be read', classes: 'govuk-tag--red' },
};

/** Faults of one file that are listed on the page; all are in its list. */
const MOST_FAULTS = 20;

/** One file of the preview: what it is taken for, what can be used of it and what cannot, and its first rows. */
export function FilePreview(props: {
  readonly file: PreviewedFile;
  readonly uploadId: string;
  readonly n: number;
}): JSX.Element {
  const { file, uploadId, n } = props;
  const { outcome, reading } = file;
  // What is asked stands right below, with its field.
  const waits = reading.kind === 'layout' && reading.questions.some((one) => one.required && one.answer === '');
  const place = { action: urls.previewFile(uploadId, n), prefix: `file-${n}`, name: file.name };
  return (
    <section id={`file-${n}`}>
      <hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
      <h2 class="govuk-heading-m govuk-!-text-break-word">{file.name}</h2>
      <p class="govuk-body">{govuk.tag(TAGS[outcome.kind])}</p>
      {outcome.kind === 'asks' && reading.kind === 'layout' && (
        <p class="govuk-body">
          It looks like {kindWords[reading.layout.kind].toLowerCase()}. Layout: “{reading.layout.title}”.
        </p>
      )}
      {waits ? null : <Told outcome={outcome} />}
      {outcome.kind === 'ready' && <Summary file={file} ready={outcome} />}
      <ReadingForms file={file} place={place} />
      {outcome.kind === 'ready' && <Rows ready={outcome} n={n} />}
      {outcome.kind === 'ready' && <Faults ready={outcome} n={n} uploadId={uploadId} />}
      <form method="post" action={place.action}>
        {govuk.button({
          html: htmlOf(
            <>
              Remove<span class="govuk-visually-hidden"> {file.name}</span> from this upload
            </>,
          ),
          name: 'action',
          value: 'remove',
          classes: 'govuk-button--secondary',
        })}
      </form>
    </section>
  );
}

function Told({ outcome }: { readonly outcome: PreviewOutcome }): JSX.Element | null {
  switch (outcome.kind) {
    case 'ready':
      return null;
    case 'refused':
    case 'asks':
      return <>{govuk.insetText({ text: outcome.problem })}</>;
    case 'held':
      return (
        <p class="govuk-body">
          The area holds this very file: {outcome.by} brought it in on {writtenMoment(outcome.at)}. Bringing it in again
          changes nothing, so it is left out. To have it read in another way, first{' '}
          <a class="govuk-link" href={urls.forgetImport(outcome.importId)}>
            take {outcome.importId} out
          </a>
          .
        </p>
      );
    case 'twice':
      return <p class="govuk-body">It is the same, byte for byte, as {outcome.as} above. It is left out.</p>;
  }
}

function Summary({ file, ready }: { readonly file: PreviewedFile; readonly ready: Ready }): JSX.Element {
  const { reading } = file;
  const { named, count } = ready.schools;
  const schools = [
    ...named.map(({ urn, name }) => (name === null ? `${urn} (not among the area’s schools)` : `${name} (${urn})`)),
    ...(count > named.length ? [`${(count - named.length).toLocaleString('en-GB')} more`] : []),
  ];
  const through =
    reading.kind === 'layout'
      ? `With the layout “${reading.layout.title}”. ${reading.certainty ? certaintyWords[reading.certainty] : 'You chose it.'}`
      : 'An area file, by its own columns.';
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  return (
    <>
      {govuk.summaryList({
        rows: [
          row('Holds', kindWords[ready.holds]),
          row('Read as', through),
          row('Schools', schools.join(', ') || 'None'),
          row('Accepted', countOf(ready.accepted, 'row', 'rows')),
          row('Rejected', countOf(ready.rejected, 'row or value', 'rows or values')),
          ...(ready.ignoredColumns.length > 0 ? [row('Columns not used', listed(ready.ignoredColumns))] : []),
        ],
      })}
      {reading.kind === 'layout' &&
        reading.reasons.length > 0 &&
        govuk.details({
          summaryText: 'Why it is read this way',
          html: htmlOf(
            <ul class="govuk-list govuk-list--bullet">
              {reading.reasons.map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>,
          ),
        })}
    </>
  );
}

function Rows({ ready, n }: { readonly ready: Ready; readonly n: number }): JSX.Element {
  const { columns, rows } = ready.firstRows;
  return (
    <DataTable
      id={`file-${n}-rows`}
      caption={`First rows of ${ready.incoming.name}, as they will be read`}
      captionSize="s"
      columns={columns.map((name, at) => ({ heading: name, cell: (row: readonly string[]) => row[at] ?? '' }))}
      rows={rows}
      empty="No row of this file can be used."
    />
  );
}

function Faults(props: { readonly ready: Ready; readonly n: number; readonly uploadId: string }): JSX.Element | null {
  const { ready, n, uploadId } = props;
  const { faults, warnings } = ready;
  return (
    <>
      {faults.length > 0 && (
        <>
          <FaultTable
            id={`file-${n}-faults`}
            caption={`Rejected in ${ready.incoming.name}, and what to do`}
            faults={faults.slice(0, MOST_FAULTS)}
          />
          <p class="govuk-body">
            {faults.length > MOST_FAULTS && `There are ${faults.length - MOST_FAULTS} other kinds. `}
            <a class="govuk-link" href={urls.previewRejections(uploadId, n)} download>
              Download every rejected row and value (CSV)
            </a>
          </p>
        </>
      )}
      {warnings.length > 0 && (
        <FaultTable
          id={`file-${n}-warnings`}
          caption={`Used from ${ready.incoming.name}, though it looks wrong`}
          faults={warnings.slice(0, MOST_FAULTS)}
        />
      )}
    </>
  );
}

function FaultTable(props: {
  readonly id: string;
  readonly caption: string;
  readonly faults: readonly FindingCount[];
}): JSX.Element {
  return (
    <DataTable
      id={props.id}
      caption={props.caption}
      captionSize="s"
      columns={[
        { heading: 'What to do', cell: (one) => one.problem },
        { heading: 'How many', numeric: true, cell: (one) => one.count.toLocaleString('en-GB') },
        { heading: 'Line', numeric: true, cell: (one) => String(one.line) },
        { heading: 'Column', cell: (one) => one.column || 'Whole row' },
        { heading: 'Value', cell: (one) => (one.value === '' ? 'empty' : <code>{one.value}</code>) },
      ]}
      rows={props.faults}
    />
  );
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => name.slice(0, 60) || 'one without a name');
  return shown.join(', ') + (names.length > shown.length ? ` and ${names.length - shown.length} more` : '');
}
