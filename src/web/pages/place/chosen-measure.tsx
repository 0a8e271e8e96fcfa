import type { JSX } from 'hono/jsx/jsx-runtime';
import { dataText, rich, t } from '#language';
import { ENGLAND, findPlace, isPandemicYear, listMeasures, type Measure, type PublicationId } from '#place';
import { comparison, yearTrend } from '../../charts/index.ts';
import { govuk } from '../../govuk/index.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { listRegions, regionName, type Choice, type Picture, type PlaceFigure } from './picture.ts';
import { periodSlug, periodTitle } from './published-period.ts';
import { bareValue, commonPlaces, countsText, Published, rateHeading, unitNote } from './published-text.tsx';

type Props = { readonly choice: Choice; readonly picture: Picture };

/** Measure, period and region, sent as a plain GET form: it works without script, and its address can be shared. */
export function ChooseForm({ choice }: { readonly choice: Choice }): JSX.Element {
  const { measure, period, region, periods, instead } = choice;
  return (
    <form method="get" action={`${urls.national()}#measure`}>
      {govuk.select({
        id: 'choose-measure',
        name: 'measure',
        label: { text: t('published.heading.measure') },
        value: measure.id,
        items: listChoices(measure).map((one) => ({ value: one.id, text: one.name })),
      })}
      {govuk.select({
        id: 'choose-period',
        name: 'period',
        label: { text: t('published.heading.period') },
        value: periodSlug(period),
        items: periods.map((one) => ({ value: periodSlug(one), text: periodTitle(one) })),
      })}
      {govuk.select({
        id: 'choose-region',
        name: 'region',
        label: { text: t('national.choose.authorities') },
        value: region?.code ?? '',
        items: [
          { value: '', text: t('published.all-regions') },
          ...listRegions().map((one) => ({ value: one.code, text: one.name })),
        ],
      })}
      {govuk.button({ text: t('published.show') })}
      {instead !== undefined && govuk.insetText({ text: instead })}
    </form>
  );
}

/**
 * Rates of the publications on absence, attendance and exclusion, with the one that is shown; the others are reached
 * through the catalogue, by topic.
 */
function listChoices(shown: Measure): readonly Measure[] {
  return listMeasures().filter(
    (one) => one === shown || (!one.compiled && one.unit !== 'count' && CHOOSABLE.includes(one.publication)),
  );
}
const CHOOSABLE: readonly PublicationId[] = ['pupil-absence', 'suspensions-and-exclusions', 'pupil-attendance'];

export function EnglandOverYears({ choice, picture }: Props): JSX.Element | null {
  const { measure } = choice;
  if (picture.years.length < 2) return null;
  const years = picture.years.map((observation) => ({
    year: observation.period.year,
    value: observation.value.kind === 'value' ? observation.value.value : undefined,
    printed: bareValue(observation),
  }));
  const chart = yearTrend({
    id: 'england-years',
    title: t('national.years.title', { measure: measure.name }),
    unit: measure.unit === 'percent' ? '%' : '',
    years,
  });
  return (
    <ChartFigure
      chart={chart}
      heading={t('national.years')}
      headingLevel={4}
      source={`${unitNote(measure)} ${t('national.years.source')}`}
    >
      <DataTable
        id="england-years-table"
        caption={t('national.years.in', { measure: measure.name })}
        captionSize="s"
        columns={[
          { heading: t('national.years.year'), cell: (row) => row.period.year },
          {
            heading: rateHeading(measure),
            numeric: true,
            cell: (row) => <Published of={row} bare />,
          },
          { heading: t('published.heading.counts'), cell: (row) => countsText(row) },
          {
            heading: t('statistics.about.know'),
            cell: (row) => (isPandemicYear(row.period.year) ? t('national.years.closed') : ''),
          },
        ]}
        rows={picture.years}
      />
    </ChartFigure>
  );
}

/** England first, then regions by name. */
export function RegionsSideBySide({ choice, picture }: Props): JSX.Element | null {
  const { measure, period } = choice;
  const england = findPlace(ENGLAND);
  const rows: readonly PlaceFigure[] = [
    ...(england && picture.england ? [{ place: england, observation: picture.england }] : []),
    ...picture.regions,
  ];
  if (rows.length < 2) return null;
  const places = commonPlaces(rows.map((row) => row.observation));
  const chart = comparison({
    id: 'regions',
    title: t('compare.title', { measure: measure.name, period: periodTitle(period) }),
    unit: measure.unit === 'percent' ? '%' : '',
    places: rows.map(({ place, observation }) => ({
      label: place.name,
      kind: place.level === 'country' ? ('england' as const) : ('region' as const),
      value: observation.value.kind === 'value' ? observation.value.value : undefined,
      printed: bareValue(observation, places),
    })),
  });
  return (
    <ChartFigure
      chart={chart}
      heading={t('published.england-and-regions')}
      headingLevel={4}
      source={`${t('national.regions.source')} ${unitNote(measure)}`}
    >
      <DataTable
        id="regions-table"
        caption={t('national.regions.in', { measure: measure.name })}
        captionSize="s"
        columns={[
          { heading: t('published.heading.place'), cell: (row) => row.place.name },
          {
            heading: rateHeading(measure),
            numeric: true,
            cell: (row) => <Published of={row.observation} places={places} bare />,
          },
          { heading: t('published.heading.counts'), cell: (row) => countsText(row.observation) },
        ]}
        rows={rows}
      />
    </ChartFigure>
  );
}

/** Authorities by region, then name. A symbol is shown as its reason, never as 0. */
export function Authorities({ choice, picture }: Props): JSX.Element {
  const { measure, period, region } = choice;
  const { authorities } = picture;
  const places = commonPlaces(authorities.map((one) => one.observation));
  const symbols = new Map(
    authorities.flatMap(({ observation: { value } }) =>
      value.kind === 'missing' ? [[value.symbol, value.reason] as const] : [],
    ),
  );
  const said = { measure: measure.name.toLowerCase(), period: periodTitle(period) };
  const query = { measure: measure.id, period: periodSlug(period), ...(region ? { region: region.code } : {}) };
  return (
    <>
      <DataTable
        id="authorities"
        caption={
          region ? t('national.authorities-in', { ...said, region: region.name }) : t('national.authorities', said)
        }
        columns={[
          {
            heading: t('published.heading.authority'),
            cell: ({ place }) => (place.current ? place.name : t('published.former', { place: place.name })),
          },
          { heading: t('published.heading.region'), cell: ({ place }) => regionName(place) },
          {
            heading: rateHeading(measure),
            numeric: true,
            cell: ({ observation }) => <Published of={observation} places={places} bare />,
          },
        ]}
        rows={authorities}
        empty={t('national.authorities.none')}
      />
      {[...symbols].map(([symbol, reason]) => (
        <p class="govuk-body">
          {rich('national.symbol', {
            mark: (inside) => <strong>{inside}</strong>,
            symbol: symbol === '' ? t('national.symbol.empty') : symbol,
            reason: dataText(reason),
          })}
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.nationalCsv(query)}>
          {t('published.download')}
        </a>
      </p>
    </>
  );
}
