import type { JSX } from 'hono/jsx/jsx-runtime';
import { numberText, rich, t, unitText, type Part } from '#language';
import type { FindingCount, PreviewedFile, PreviewOutcome } from '#exchange/area-files';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable, hiddenWords, InEnglish, linkTo } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { ReadingForms } from './reading-form.tsx';
import { kindText, writtenMoment } from './words.ts';

type Ready = Extract<PreviewOutcome, { readonly kind: 'ready' }>;

const TAG_CLASSES: Readonly<Record<PreviewOutcome['kind'], string>> = {
  ready: 'govuk-tag--green',
  asks: 'govuk-tag--yellow',
  held: 'govuk-tag--grey',
  twice: 'govuk-tag--grey',
  refused: 'govuk-tag--red',
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
      <p class="govuk-body">
        {govuk.tag({ text: t(`preview.tag.${outcome.kind}`), classes: TAG_CLASSES[outcome.kind] })}
      </p>
      {outcome.kind === 'asks' && reading.kind === 'layout' && (
        <p class="govuk-body">
          {rich('preview.looks-like', {
            kind: kindText(reading.layout.kind).toLowerCase(),
            layout: <InEnglish>{reading.layout.title}</InEnglish>,
          })}
        </p>
      )}
      {waits ? null : <Told outcome={outcome} />}
      {outcome.kind === 'ready' && <Summary file={file} ready={outcome} />}
      <ReadingForms file={file} place={place} />
      {outcome.kind === 'ready' && <Rows ready={outcome} n={n} />}
      {outcome.kind === 'ready' && <Faults ready={outcome} n={n} uploadId={uploadId} />}
      <form method="post" action={place.action}>
        {govuk.button({
          html: htmlOf(<>{rich('preview.remove', { file: file.name, hidden: hiddenWords })}</>),
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
      return <>{govuk.insetText({ html: htmlOf(<InEnglish>{outcome.problem}</InEnglish>) })}</>;
    case 'held':
      return (
        <p class="govuk-body">
          {rich('preview.held', {
            by: outcome.by,
            moment: writtenMoment(outcome.at),
            id: outcome.importId,
            link: linkTo(urls.forgetImport(outcome.importId)),
          })}
        </p>
      );
    case 'twice':
      return <p class="govuk-body">{t('preview.twice', { file: outcome.as })}</p>;
  }
}

function Summary({ file, ready }: { readonly file: PreviewedFile; readonly ready: Ready }): JSX.Element {
  const { reading } = file;
  const { named, count } = ready.schools;
  const schools = [
    ...named.map(({ urn, name }) =>
      name === null
        ? t('preview.school-unknown', { urn: String(urn) })
        : t('preview.school-known', { school: name, urn: String(urn) }),
    ),
    ...(count > named.length ? [t('preview.more', { count: count - named.length })] : []),
  ];
  const through =
    reading.kind === 'layout'
      ? t('preview.through-layout', {
          layout: reading.layout.title,
          certainty: t(`preview.certainty.${reading.certainty ?? 'chosen'}`),
        })
      : t('preview.own-columns');
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  return (
    <>
      {govuk.summaryList({
        rows: [
          row(t('preview.holds'), kindText(ready.holds)),
          row(t('preview.read-as'), through),
          row(t('preview.schools'), unitText(schools) || t('preview.none')),
          row(t('preview.accepted'), t('imports.rows', { count: ready.accepted })),
          row(t('preview.rejected'), t('preview.rejected.count', { count: ready.rejected })),
          ...(ready.ignoredColumns.length > 0
            ? [row(t('preview.columns-not-used'), listed(ready.ignoredColumns))]
            : []),
        ],
      })}
      {reading.kind === 'layout' &&
        reading.reasons.length > 0 &&
        govuk.details({
          summaryText: t('preview.why'),
          html: htmlOf(
            <ul class="govuk-list govuk-list--bullet">
              {reading.reasons.map((reason) => (
                <li>
                  <InEnglish>{reason}</InEnglish>
                </li>
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
      caption={t('preview.first-rows', { file: ready.incoming.name })}
      captionSize="s"
      columns={columns.map((name, at) => ({ heading: name, cell: (row: readonly string[]) => row[at] ?? '' }))}
      rows={rows}
      empty={t('preview.no-rows')}
    />
  );
}

function Faults(props: { readonly ready: Ready; readonly n: number; readonly uploadId: string }): JSX.Element | null {
  const { ready, n, uploadId } = props;
  const { faults, warnings } = ready;
  const download = (inside: Part[]): JSX.Element => (
    <a class="govuk-link" href={urls.previewRejections(uploadId, n)} download>
      {inside}
    </a>
  );
  return (
    <>
      {faults.length > 0 && (
        <>
          <FaultTable
            id={`file-${n}-faults`}
            caption={t('preview.faults', { file: ready.incoming.name })}
            faults={faults.slice(0, MOST_FAULTS)}
          />
          <p class="govuk-body">
            {faults.length > MOST_FAULTS
              ? rich('preview.faults.others', { count: faults.length - MOST_FAULTS, link: download })
              : rich('preview.faults.download', { link: download })}
          </p>
        </>
      )}
      {warnings.length > 0 && (
        <FaultTable
          id={`file-${n}-warnings`}
          caption={t('preview.warnings', { file: ready.incoming.name })}
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
        { heading: t('imports.to-mend.what'), cell: (one) => <InEnglish>{one.problem}</InEnglish> },
        { heading: t('imports.to-mend.count'), numeric: true, cell: (one) => numberText(one.count) },
        { heading: t('preview.line'), numeric: true, cell: (one) => String(one.line) },
        { heading: t('imports.to-mend.column'), cell: (one) => one.column || t('imports.to-mend.whole-row') },
        {
          heading: t('imports.to-mend.value'),
          cell: (one) => (one.value === '' ? t('imports.to-mend.empty') : <code>{one.value}</code>),
        },
      ]}
      rows={props.faults}
    />
  );
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => name.slice(0, 60) || t('preview.no-name'));
  const text = unitText(shown);
  return names.length > shown.length
    ? t('preview.and-more', { names: text, count: names.length - shown.length })
    : text;
}
