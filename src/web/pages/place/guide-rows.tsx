import type { JSX } from 'hono/jsx/jsx-runtime';
import { besideText, dataText, LANGUAGES, spokenLanguage, t } from '#language';
import { findPlace, getMeasure, guideText, rateText, SCHOOL_TYPE_WORDS, type Observation, type Reading } from '#place';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { groupText } from './published-group.ts';
import { periodTitle } from './published-period.ts';
import { countsText, Published } from './published-text.tsx';

/** More published rows than this are in the CSV alone. */
const MOST_ROWS = 60;

/** The places and the published rows behind a reading, folded away: they are for checking, not for reading. */
export function ReadingRows({ reading, id }: { readonly reading: Reading; readonly id: string }): JSX.Element {
  const { parts, rows } = reading;
  return (
    <>
      {parts.length > 0 &&
        govuk.details({
          summaryText: t('guide.places-behind', { count: parts.length }),
          html: htmlOf(<Parts reading={reading} id={id} />),
        })}
      {rows.length > 0 &&
        (rows.length <= MOST_ROWS ? (
          govuk.details({
            summaryText: t('guide.rows', { count: rows.length }),
            html: htmlOf(<Rows reading={reading} id={id} />),
          })
        ) : (
          <p class="govuk-body">{t('guide.rows.csv', { count: rows.length })}</p>
        ))}
    </>
  );
}

function Parts({
  reading: { parts, unit, what },
  id,
}: {
  readonly reading: Reading;
  readonly id: string;
}): JSX.Element {
  const weighted = parts.some((part) => part.weight !== undefined);
  // Of a ratio the parts are ratios or the rates they are made of: the caption says which, so none has a unit.
  const rate = (value: number): string => (unit === 'times' ? rateText(value, 3) : guideText(unit, value));
  return (
    <DataTable
      id={`${id}-parts`}
      caption={t('guide.parts', { what })}
      captionSize="s"
      columns={[
        { heading: t('published.heading.place'), cell: (part) => part.name },
        { heading: t('published.heading.number'), numeric: true, cell: (part) => rate(part.value) },
        ...(weighted
          ? [
              {
                heading: t('guide.parts.weight'),
                numeric: true,
                cell: (part: Reading['parts'][number]) => weightText(part.weight),
              },
            ]
          : []),
      ]}
      rows={parts}
    />
  );
}

function Rows({ reading: { rows, what }, id }: { readonly reading: Reading; readonly id: string }): JSX.Element {
  return (
    <DataTable
      id={`${id}-rows`}
      caption={t('guide.as-published', { what })}
      captionSize="s"
      columns={[
        { heading: t('published.heading.place'), cell: (row) => findPlace(row.place)?.name ?? row.place },
        { heading: t('guide.figure'), cell: figureText },
        { heading: t('published.heading.period'), cell: (row) => periodTitle(row.period) },
        { heading: t('guide.value'), numeric: true, cell: (row) => <Published of={row} places={placesOf(row)} /> },
        { heading: t('published.heading.counts'), cell: countsText },
      ]}
      rows={rows}
    />
  );
}

function weightText(weight: number | undefined): string {
  return weight === undefined ? '' : weight.toLocaleString(LANGUAGES[spokenLanguage()].locale);
}

function figureText({ measure, schoolType, group }: Observation): string {
  const { name } = getMeasure(measure);
  const narrowed = [
    ...(schoolType === 'all' ? [] : [dataText(SCHOOL_TYPE_WORDS[schoolType])]),
    ...(group === 'all' ? [] : [groupText(group)]),
  ];
  return narrowed.length === 0 ? name : t('guide.narrowed', { measure: name, narrowed: besideText(narrowed) });
}

/** As many decimals as the file gives, up to four: the arithmetic is to be followed from these. */
function placesOf({ value }: Observation): number {
  const decimals = value.kind === 'value' ? (String(value.value).split('.')[1]?.length ?? 0) : 0;
  return Math.min(4, Math.max(2, decimals));
}
