import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  findPlace,
  getMeasure,
  groupWords,
  guideText,
  rateText,
  SCHOOL_TYPE_WORDS,
  type Observation,
  type Reading,
} from '#place';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
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
          summaryText: `The ${parts.length} places behind it`,
          html: htmlOf(<Parts reading={reading} id={id} />),
        })}
      {rows.length > 0 &&
        (rows.length <= MOST_ROWS ? (
          govuk.details({
            summaryText: rows.length === 1 ? 'The published row' : `The ${rows.length} published rows`,
            html: htmlOf(<Rows reading={reading} id={id} />),
          })
        ) : (
          <p class="govuk-body">{`It rests on ${rows.length.toLocaleString('en-GB')} published rows: they are in the CSV below.`}</p>
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
      caption={`By name: ${what}`}
      captionSize="s"
      columns={[
        { heading: 'Place', cell: (part) => part.name },
        { heading: 'Number', numeric: true, cell: (part) => rate(part.value) },
        ...(weighted
          ? [
              {
                heading: 'Weight',
                numeric: true,
                cell: (part: Reading['parts'][number]) => part.weight?.toLocaleString('en-GB') ?? '',
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
      caption={`As published: ${what}`}
      captionSize="s"
      columns={[
        { heading: 'Place', cell: (row) => findPlace(row.place)?.name ?? row.place },
        { heading: 'Figure', cell: figureText },
        { heading: 'Period', cell: (row) => periodTitle(row.period) },
        { heading: 'Value', numeric: true, cell: (row) => <Published of={row} places={placesOf(row)} /> },
        { heading: 'Counts', cell: countsText },
      ]}
      rows={rows}
    />
  );
}

function figureText({ measure, schoolType, group }: Observation): string {
  const { name } = getMeasure(measure);
  const narrowed = [
    ...(schoolType === 'all' ? [] : [SCHOOL_TYPE_WORDS[schoolType]]),
    ...(group === 'all' ? [] : [groupWords(group)]),
  ];
  return narrowed.length === 0 ? name : `${name} (${narrowed.join(', ')})`;
}

/** As many decimals as the file gives, up to four: the arithmetic is to be followed from these. */
function placesOf({ value }: Observation): number {
  const decimals = value.kind === 'value' ? (String(value.value).split('.')[1]?.length ?? 0) : 0;
  return Math.min(4, Math.max(2, decimals));
}
