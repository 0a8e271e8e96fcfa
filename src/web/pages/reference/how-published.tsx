import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  ENGLAND,
  findGroup,
  findPlace,
  getPublication,
  groupWords,
  rateText,
  SCHOOL_TYPE_WORDS,
  SCHOOL_TYPES,
  UNITS,
  unitWords,
  type Measure,
  type Observation,
  type Place,
} from '#place';
import type { WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { readFigureReplies } from '../accountability/figure-replies.tsx';
import { findPeriod, periodSlug, periodTitle } from '../place/published-period.ts';
import { countsText, publishedText, valueText } from '../place/published-text.tsx';
import { Releases } from '../place/releases.tsx';

/** A place as an address names it: its code, or `england`. */
export function findPublishedPlace(text: string): Place | undefined {
  return text === 'england' ? findPlace(ENGLAND) : findPlace(text);
}

/** What an address says of a figure beside measure and place. */
export type AskedFigure = {
  readonly period?: string | undefined;
  readonly group?: string | undefined;
  readonly schools?: string | undefined;
};

/** The page of one published figure; undefined where Kith holds none for the place and period. */
export async function HowPublished(
  web: WebContext,
  measure: Measure,
  place: Place,
  asked: AskedFigure,
): Promise<JSX.Element | undefined> {
  const group = findGroup(asked.group ?? 'all');
  const schoolType = SCHOOL_TYPES.find((type) => type === (asked.schools ?? 'all'));
  if (!group || !schoolType) return undefined;
  const of = { measure: measure.id, place: place.code, schoolType, group } as const;
  const period = findPeriod(asked.period ?? '') ?? (await web.published.findLatest(of));
  if (!period) return undefined;
  const query = { ...of, period } as const;
  // Several releases may carry it: the first stands, the others are what was published before or beside it.
  const [found, ...others] = await web.published.listObservations(query);
  if (!found) return undefined;
  const slug = periodSlug(period);
  const replies = await readFigureReplies(
    web,
    { measure: measure.id, place: place.code, period: slug },
    urls.howPublished(measure.id, place.code, slug),
  );
  return shell(web, {
    section: 'national',
    caption: [place.name, ...(group === 'all' ? [] : [groupWords(group)]), periodTitle(period)].join(', '),
    title: measure.name,
    children: (
      <>
        <p class="govuk-body-l">{measure.definition}</p>
        <Answer measure={measure} found={found} />
        <h2 class="govuk-heading-m">How it is worked out</h2>
        {govuk.summaryList({ rows: rowsOf(measure, found) })}
        {measure.exclusions.length > 0 && (
          <>
            <h2 class="govuk-heading-m">What is left out</h2>
            <ul class="govuk-list govuk-list--bullet">
              {measure.exclusions.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          </>
        )}
        {measure.note !== undefined && <p class="govuk-body">{measure.note}</p>}
        <Superseded found={found} others={others} web={web} />
        <Releases
          published={web.published}
          ids={[found, ...others].map((one) => one.release)}
          heading="Where this figure comes from"
        />
        {replies}
        <p class="govuk-body">
          <a class="govuk-link" href={urls.national({ measure: measure.id, period: slug })}>
            The same measure in every place
          </a>
        </p>
      </>
    ),
  });
}

function Answer(props: { readonly measure: Measure; readonly found: Observation }): JSX.Element {
  const { measure, found } = props;
  const { value } = found;
  return (
    <div class="kith-figure kith-figure--l govuk-!-margin-bottom-6">
      <p class="kith-figure__label">{`Published: ${measure.name.toLowerCase()}`}</p>
      {value.kind === 'value' ? (
        <p
          class="kith-figure__value"
          data-recomputed={publishedText(measure.id, value.value)}
          data-number={String(value.value)}
        >
          {publishedText(measure.id, value.value)}
        </p>
      ) : (
        <p class="kith-figure__value" data-recomputed="" data-number="">
          Not published
        </p>
      )}
      <p class="kith-figure__of">{value.kind === 'value' ? countsText(found) : value.reason}</p>
    </div>
  );
}

type Rows = Parameters<typeof govuk.summaryList>[0]['rows'];

function rowsOf(measure: Measure, found: Observation): Rows {
  const row = (key: string, text: string): Rows[number] => ({ key: { text: key }, value: { text } });
  const { value, numerator, denominator, schools } = found;
  const publication = getPublication(measure.publication);
  const { per } = UNITS[measure.unit];
  const again =
    per === undefined
      ? 'It is published as it stands: there is nothing to divide.'
      : numerator === undefined || !denominator
        ? 'This release gives the rate alone, so Kith cannot divide it again.'
        : `${numerator.toLocaleString('en-GB')} ÷ ${denominator.toLocaleString('en-GB')} × ${per.toLocaleString('en-GB')} = ${rateText((per * numerator) / denominator, 2)}${unitWords(measure.unit)}`;
  return [
    row('What is counted', measure.numerator),
    row('Out of', measure.denominator),
    row('Worked out again', again),
    ...(value.kind === 'missing' ? [row('The symbol', `“${value.symbol}” means: ${value.reason}`)] : []),
    row('Pupils', groupWords(found.group)),
    row('Schools', `The figure for ${SCHOOL_TYPE_WORDS[found.schoolType]}`),
    ...(schools
      ? [
          row(
            'Schools that reported',
            `${schools.reporting.toLocaleString('en-GB')} of ${schools.all.toLocaleString('en-GB')}`,
          ),
        ]
      : []),
    {
      key: { text: 'Publication' },
      value: {
        html: htmlOf(
          <>
            {`${publication.publisher}, “${publication.title}”. ${publication.about} `}
            <a class="govuk-link" href={publication.page}>
              The publication’s page
            </a>
          </>,
        ),
      },
    },
    row('Source of the definition', measure.source),
    row('Licence', publication.licence),
    row('Revision', publication.revision),
  ];
}

/** What other releases say of the same thing; the one that stands is at the top of the page. */
function Superseded(props: {
  readonly web: WebContext;
  readonly found: Observation;
  readonly others: readonly Observation[];
}): JSX.Element {
  const { web, found, others } = props;
  const titleOf = (id: string): string => web.published.findRelease(id)?.title ?? id;
  if (others.length === 0) {
    return <p class="govuk-body">Kith holds one release with this figure: no later release has revised it here.</p>;
  }
  return (
    <DataTable<Observation>
      id="revisions"
      caption="Releases that give this figure"
      captionSize="s"
      columns={[
        { heading: 'Release', cell: (one) => titleOf(one.release) },
        { heading: 'Figure', numeric: true, cell: (one) => valueText(one) },
        { heading: 'Which one stands', cell: (one) => (one === found ? 'This one' : 'Kept beside it') },
      ]}
      rows={[found, ...others]}
    />
  );
}
