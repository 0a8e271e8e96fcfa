import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import type { PreviewedFile, ReadColumn, Reading } from '#exchange/area-files';
import type { Layout } from '#exchange/layouts';
import { govuk, htmlOf, type SafeHtml } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { slotWords } from './words.ts';

/** Where a form about one file goes, and the name its controls begin with. */
export type FormPlace = { readonly action: string; readonly prefix: string; readonly name: string };

type ThroughLayout = Extract<Reading, { readonly kind: 'layout' }>;

/** Wider files show their first columns, and those in use. */
const MOST_COLUMNS = 300;

/** How a file is read, to be changed: another layout, answers to what it does not say, other columns. */
export function ReadingForms({
  file,
  place,
}: {
  readonly file: PreviewedFile;
  readonly place: FormPlace;
}): JSX.Element | null {
  const { reading, outcome } = file;
  if (outcome.kind === 'held' || outcome.kind === 'twice') return null;
  const questions = reading.kind === 'layout' && reading.questions.length > 0;
  return (
    <>
      {questions && <Questions reading={reading} place={place} />}
      {(reading.others.length > 0 || reading.kind === 'layout') &&
        govuk.details({
          summaryText: t('preview.change'),
          open: outcome.kind === 'asks' && !questions,
          html: htmlOf(
            <>
              {reading.others.length > 0 && <LayoutForm reading={reading} place={place} />}
              {reading.kind === 'layout' && <ColumnsForm reading={reading} place={place} />}
            </>,
          ),
        })}
    </>
  );
}

function LayoutForm({ reading, place }: { readonly reading: Reading; readonly place: FormPlace }): JSX.Element {
  const current = reading.kind === 'layout' ? `layout:${reading.layout.id}` : reading.kind;
  const own = reading.kind === 'own' || (reading.kind === 'layout' && reading.mayBeOwn);
  const listed: readonly Layout[] =
    reading.kind === 'layout' && reading.others.every((one) => one.id !== reading.layout.id)
      ? [reading.layout, ...reading.others]
      : reading.others;
  return (
    <form method="post" action={place.action}>
      {govuk.select({
        id: `${place.prefix}-layout`,
        name: 'layout',
        label: { text: t('preview.read-it-as') },
        value: current,
        items: [
          ...(reading.kind === 'none' ? [{ value: '', text: t('preview.choose') }] : []),
          ...(own ? [{ value: 'own', text: t('preview.own') }] : []),
          ...listed.map((layout) => ({ value: `layout:${layout.id}`, text: layout.title })),
        ],
      })}
      <Submit text={t('preview.read-it')} value="layout" />
    </form>
  );
}

function Questions({ reading, place }: { readonly reading: ThroughLayout; readonly place: FormPlace }): JSX.Element {
  return (
    <form method="post" action={place.action}>
      {reading.questions.map(({ slot, question, answer, required }) =>
        govuk.input({
          id: `${place.prefix}-answer-${slot}`,
          name: `answer.${slot}`,
          label: { text: required ? question : t('preview.optional', { question }), classes: 'govuk-label--s' },
          hint: { text: t('preview.one-answer') },
          value: answer,
          classes: 'govuk-input--width-10',
          autocomplete: 'off',
          spellcheck: false,
        }),
      )}
      <Submit text={t('preview.use-answer')} value="columns" />
    </form>
  );
}

function ColumnsForm({ reading, place }: { readonly reading: ThroughLayout; readonly place: FormPlace }): JSX.Element {
  return (
    <form method="post" action={place.action}>
      <DataTable
        id={`${place.prefix}-columns`}
        caption={t('preview.columns', { file: place.name })}
        captionSize="s"
        columns={[
          {
            heading: t('preview.columns.wanted'),
            cell: ({ slot, required }: ReadColumn) => (
              <label for={`${place.prefix}-column-${slot}`}>
                {required
                  ? slotWords(reading.layout, slot)
                  : t('preview.optional', { question: slotWords(reading.layout, slot) })}
              </label>
            ),
          },
          { heading: t('preview.columns.yours'), cell: (column) => columnSelect(reading, column, place) },
        ]}
        rows={reading.columns}
      />
      <Submit text={t('preview.use-columns')} value="columns" />
    </form>
  );
}

function columnSelect({ header }: ThroughLayout, column: ReadColumn, place: FormPlace): JSX.Element {
  const { slot, position } = column;
  const offered = [...header.keys()].filter((at) => at < MOST_COLUMNS || at === position);
  const id = `${place.prefix}-column-${slot}`;
  const value = String(position ?? '');
  return (
    <select class="govuk-select" id={id} name={`column.${slot}`}>
      <option value="" selected={value === ''}>
        {t('preview.no-column')}
      </option>
      {offered.map((at) => (
        <option value={String(at)} selected={value === String(at)}>
          {columnName(header[at], at)}
        </option>
      ))}
    </select>
  );
}

function columnName(text: string | undefined, at: number): string {
  const name = (text ?? '').trim().slice(0, 60);
  return name === '' ? t('preview.unnamed-column', { number: String(at + 1) }) : name;
}

function Submit({ text, value }: { readonly text: string; readonly value: string }): SafeHtml {
  return govuk.button({ text, name: 'action', value, classes: 'govuk-button--secondary', preventDoubleClick: true });
}
