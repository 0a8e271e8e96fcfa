import type { JSX } from 'hono/jsx/jsx-runtime';
import { ENGLAND, findPlace, isPandemicYear, listMeasures, UNITS, type Measure, type PublicationId } from '#place';
import { comparison, yearTrend } from '../../charts/index.ts';
import { govuk } from '../../govuk/index.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { listRegions, regionName, type Choice, type Picture, type PlaceFigure } from './picture.ts';
import { periodSlug, periodTitle } from './published-period.ts';
import { bareText, commonPlaces, countsText, Published, rateHeading, valueText } from './published-text.tsx';

type Props = { readonly choice: Choice; readonly picture: Picture };

/** Measure, period and region, sent as a plain GET form: it works without script, and its address can be shared. */
export function ChooseForm({ choice }: { readonly choice: Choice }): JSX.Element {
  const { measure, period, region, periods, instead } = choice;
  return (
    <form method="get" action={`${urls.national()}#measure`}>
      {govuk.select({
        id: 'choose-measure',
        name: 'measure',
        label: { text: 'Measure' },
        value: measure.id,
        items: listChoices(measure).map((one) => ({ value: one.id, text: one.name })),
      })}
      {govuk.select({
        id: 'choose-period',
        name: 'period',
        label: { text: 'Period' },
        value: periodSlug(period),
        items: periods.map((one) => ({ value: periodSlug(one), text: periodTitle(one) })),
      })}
      {govuk.select({
        id: 'choose-region',
        name: 'region',
        label: { text: 'Authorities in' },
        value: region?.code ?? '',
        items: [
          { value: '', text: 'All regions' },
          ...listRegions().map((one) => ({ value: one.code, text: one.name })),
        ],
      })}
      {govuk.button({ text: 'Show' })}
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
    title: `${measure.name} in England by school year`,
    unit: measure.unit === 'percent' ? '%' : '',
    years,
  });
  return (
    <ChartFigure
      chart={chart}
      heading="England over the years"
      headingLevel={4}
      source={`${unitSentence(measure)} Schools were closed to most pupils for part of 2019/20 and 2020/21, so those years are not like the others.`}
    >
      <DataTable
        id="england-years-table"
        caption={`${measure.name} in England`}
        captionSize="s"
        columns={[
          { heading: 'School year', cell: (row) => row.period.year },
          {
            heading: rateHeading(measure),
            numeric: true,
            cell: (row) => <Published of={row} bare />,
          },
          { heading: 'Counts', cell: (row) => countsText(row) },
          {
            heading: 'What to know',
            cell: (row) => (isPandemicYear(row.period.year) ? 'Schools were closed to most pupils for part of it' : ''),
          },
        ]}
        rows={picture.years}
      />
    </ChartFigure>
  );
}

function unitSentence({ unit }: Measure): string {
  return unit === 'percent' ? 'Per cent.' : `${UNITS[unit].heading}.`;
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
    title: `${measure.name}, ${periodTitle(period)}`,
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
      heading="England and its regions"
      headingLevel={4}
      source={`Square: England. Triangle: a region. In order of name. ${unitSentence(measure)}`}
    >
      <DataTable
        id="regions-table"
        caption={`${measure.name}, England and regions`}
        captionSize="s"
        columns={[
          { heading: 'Place', cell: (row) => row.place.name },
          {
            heading: rateHeading(measure),
            numeric: true,
            cell: (row) => <Published of={row.observation} places={places} bare />,
          },
          { heading: 'Counts', cell: (row) => countsText(row.observation) },
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
  const query = { measure: measure.id, period: periodSlug(period), ...(region ? { region: region.code } : {}) };
  return (
    <>
      <DataTable
        id="authorities"
        caption={`Local authorities${region ? ` in ${region.name}` : ''}: ${measure.name.toLowerCase()}, ${periodTitle(period)}`}
        columns={[
          { heading: 'Authority', cell: ({ place }) => `${place.name}${place.current ? '' : ' (former)'}` },
          { heading: 'Region', cell: ({ place }) => regionName(place) },
          {
            heading: rateHeading(measure),
            numeric: true,
            cell: ({ observation }) => <Published of={observation} places={places} bare />,
          },
        ]}
        rows={authorities}
        empty="For this measure and period Kith holds no figures of authorities for all their schools together."
      />
      {[...symbols].map(([symbol, reason]) => (
        <p class="govuk-body">
          {'Not published: '}
          <strong>{symbol === '' ? 'an empty cell' : symbol}</strong>
          {` means: ${reason}`}
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.nationalCsv(query)}>
          Download these figures (CSV)
        </a>
      </p>
    </>
  );
}
