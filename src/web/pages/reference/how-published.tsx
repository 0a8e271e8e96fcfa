import type { JSX } from 'hono/jsx/jsx-runtime';
import { besideText, dataText, insideText, numberText, t } from '#language';
import {
  ENGLAND,
  findGroup,
  findPlace,
  getPublication,
  rateText,
  SCHOOL_TYPE_WORDS,
  SCHOOL_TYPES,
  UNITS,
  type Measure,
  type Observation,
  type Place,
} from '#place';
import type { WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable, InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { readFigureReplies } from '../accountability/figure-replies.tsx';
import { groupText } from '../place/published-group.ts';
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
    caption: besideText([place.name, ...(group === 'all' ? [] : [groupText(group)]), periodTitle(period)]),
    title: dataText(measure.name),
    children: (
      <>
        <p class="govuk-body-l">
          <InEnglish>{measure.definition}</InEnglish>
        </p>
        <Answer measure={measure} found={found} />
        <h2 class="govuk-heading-m">{t('how.title')}</h2>
        {govuk.summaryList({ rows: rowsOf(measure, found) })}
        {measure.exclusions.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{t('reference.published.left-out')}</h2>
            <ul class="govuk-list govuk-list--bullet">
              {measure.exclusions.map((one) => (
                <li>
                  <InEnglish>{one}</InEnglish>
                </li>
              ))}
            </ul>
          </>
        )}
        {measure.note !== undefined && (
          <p class="govuk-body">
            <InEnglish>{measure.note}</InEnglish>
          </p>
        )}
        <Superseded found={found} others={others} web={web} />
        <Releases
          published={web.published}
          ids={[found, ...others].map((one) => one.release)}
          heading={t('reference.published.from')}
        />
        {replies}
        <p class="govuk-body">
          <a class="govuk-link" href={urls.national({ measure: measure.id, period: slug })}>
            {t('reference.published.everywhere')}
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
      <p class="kith-figure__label">
        {t('reference.published.answer', { measure: insideText(dataText(measure.name)) })}
      </p>
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
          {t('published.not-published')}
        </p>
      )}
      <p class="kith-figure__of">{value.kind === 'value' ? countsText(found) : dataText(value.reason)}</p>
    </div>
  );
}

type Rows = Parameters<typeof govuk.summaryList>[0]['rows'];

function rowsOf(measure: Measure, found: Observation): Rows {
  const row = (key: string, text: string): Rows[number] => ({ key: { text: key }, value: { text } });
  const data = (key: string, text: string): Rows[number] => ({
    key: { text: key },
    value: { html: htmlOf(<InEnglish>{text}</InEnglish>) },
  });
  const { value, numerator, denominator, schools } = found;
  const publication = getPublication(measure.publication);
  const { per } = UNITS[measure.unit];
  const again =
    per === undefined
      ? t('reference.published.again.as-is')
      : numerator === undefined || !denominator
        ? t('reference.published.again.alone')
        : t('reference.published.again.sum', {
            top: numberText(numerator),
            bottom: numberText(denominator),
            per: numberText(per),
            result: againText(measure, (per * numerator) / denominator),
          });
  return [
    data(t('reference.published.counted'), measure.numerator),
    data(t('reference.published.out-of'), measure.denominator),
    row(t('reference.published.again'), again),
    ...(value.kind === 'missing'
      ? [
          row(
            t('reference.published.symbol'),
            t('reference.published.symbol.text', { symbol: value.symbol, reason: dataText(value.reason) }),
          ),
        ]
      : []),
    row(t('reference.published.pupils'), groupText(found.group)),
    row(
      t('reference.published.schools'),
      t('reference.published.schools.text', { schools: dataText(SCHOOL_TYPE_WORDS[found.schoolType]) }),
    ),
    ...(schools
      ? [
          row(
            t('reference.published.reported'),
            t('reference.published.reported.text', {
              reporting: numberText(schools.reporting),
              all: numberText(schools.all),
            }),
          ),
        ]
      : []),
    {
      key: { text: t('reference.published.publication') },
      value: {
        html: htmlOf(
          <>
            <InEnglish>{`${publication.publisher}, “${publication.title}”. ${publication.about}`}</InEnglish>{' '}
            <a class="govuk-link" href={publication.page}>
              {t('reference.published.page')}
            </a>
          </>,
        ),
      },
    },
    data(t('reference.published.source'), measure.source),
    data(t('reference.published.licence'), publication.licence),
    data(t('reference.published.revision'), publication.revision),
  ];
}

/** A rate with its unit in full: what it is out of is what this page is about. */
function againText({ unit }: Measure, value: number): string {
  const rate = rateText(value, 2);
  return unit === 'per-100-pupils'
    ? t('reference.published.again.per-100-pupils', { rate })
    : t(`published.rate.${unit}`, { rate });
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
    return <p class="govuk-body">{t('reference.published.one-release')}</p>;
  }
  return (
    <DataTable<Observation>
      id="revisions"
      caption={t('reference.published.releases')}
      captionSize="s"
      columns={[
        { heading: t('reference.published.release'), cell: (one) => titleOf(one.release) },
        { heading: t('reference.published.figure'), numeric: true, cell: (one) => valueText(one) },
        {
          heading: t('reference.published.stands'),
          cell: (one) => t(one === found ? 'reference.published.this-one' : 'reference.published.kept-beside'),
        },
      ]}
      rows={[found, ...others]}
    />
  );
}
