import type { JSX } from 'hono/jsx/jsx-runtime';
import { ENGLAND, findPlace, getMeasure, periodSlug, type Field, type Observation } from '#place';
import { intervalPlot, trendBand, type Figured, type YearFigure } from '../../charts/index.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { breakYear, intervalOf, unitAfter, yearOfPeriod, type Profile, type ProfileTrend } from './profile.ts';
import { chanceText, intervalText, shortPeriod } from './reading-words.ts';
import { bareText, countsText, Published, rateHeading, valueText } from './published-text.tsx';

/** A figure for a picture; a symbol is drawn as not shown, and never as 0. */
export function figuredOf(observation: Observation | undefined): Figured {
  if (observation?.value.kind !== 'value') {
    return {
      notShown: observation?.value.symbol === 'c' || observation?.value.symbol === 'small' ? 'suppressed' : 'missing',
    };
  }
  return { value: observation.value.value, printed: bareText(valueText(observation)) };
}

/** One measure of the place over its years with England beside, and where the series breaks. */
export function Trend({
  profile,
  trend,
}: {
  readonly profile: Profile;
  readonly trend: ProfileTrend;
}): JSX.Element | null {
  const { measure, points } = trend.series;
  const { place } = profile;
  const own = points.flatMap(({ observation }) => {
    const year = yearOfPeriod(observation);
    return year === undefined ? [] : [{ year, observation }];
  });
  if (own.length < 2) return null;
  const years = own.map(({ year }) => year);
  const pointOf = ({ year, observation }: (typeof own)[number], withInterval: boolean): YearFigure => ({
    year,
    ...figuredOf(observation),
    ...(withInterval ? { interval: intervalOf(trend.counted.get(keyOf(observation)) ?? observation) } : {}),
  });
  const england = trend.england.flatMap((observation) => {
    const year = yearOfPeriod(observation);
    return year !== undefined && years.includes(year) ? [{ year, observation }] : [];
  });
  const name = findPlace(ENGLAND)?.name ?? '';
  const chart = trendBand({
    id: `trend-${measure.id}`,
    title: `${measure.name} in ${place.name}`,
    unit: unitAfter(measure.id),
    years,
    own: { name: place.name, points: own.map((one) => pointOf(one, true)) },
    beside: england.length > 0 ? [{ name, points: england.map((one) => pointOf(one, false)) }] : [],
    breaks: trend.series.breaks.map((one) => ({
      year: breakYear(trend, one.from),
      words: one.reason.replace(/\.$/, ''),
    })),
  });
  return (
    <ChartFigure chart={chart} heading={measure.name} headingLevel={3} source={unitNote(measure.unit)}>
      <DataTable
        id={`table-${measure.id}`}
        caption={`${measure.name} in ${place.name}, by year`}
        captionSize="s"
        columns={[
          { heading: 'Year', cell: (row) => row.year },
          {
            heading: rateHeading(measure),
            numeric: true,
            cell: ({ observation }) =>
              isSummed(trend, observation) ? bareText(valueText(observation)) : <Published of={observation} bare />,
          },
          {
            heading: 'Counts',
            cell: ({ observation }) => countsText(trend.counted.get(keyOf(observation)) ?? observation),
          },
          {
            heading: 'England',
            numeric: true,
            cell: ({ year }) => <Published of={england.find((one) => one.year === year)?.observation} bare />,
          },
        ]}
        rows={own}
      />
    </ChartFigure>
  );
}

// A figure added up from others was published nowhere, so it leads to no page of its own.
function isSummed(trend: ProfileTrend, observation: Observation): boolean {
  return trend.series.points.some((point) => point.observation === observation && point.how === 'summed');
}

function keyOf({ period }: Observation): string {
  return periodSlug(period);
}

function unitNote(unit: string): string {
  return unit === 'percent' ? 'Per cent.' : 'For every 100 pupils.';
}

/** The place beside its statistical neighbours, its region and England, in order of name. */
export function BesideNeighbours({
  profile,
  field,
}: {
  readonly profile: Profile;
  readonly field: Field;
}): JSX.Element {
  const { place, neighbours } = profile;
  const measure = getMeasure(field.measure);
  const region = field.regions.find((one) => one.place.code === place.region);
  const rows = [
    ...field.authorities.filter(
      (one) => one.place.code === place.code || neighbours.some((near) => near.place.code === one.place.code),
    ),
    ...(region ? [region] : []),
  ];
  const chart = intervalPlot({
    id: `neighbours-${measure.id}`,
    title: `${measure.name}, ${shortPeriod(field.period)}: ${place.name} and its statistical neighbours`,
    unit: unitAfter(measure.id),
    order: 'name',
    intervalWords: '95% interval',
    rows: [
      ...rows.map((row) => ({
        label: row.place.name,
        kind:
          row === region
            ? ('region' as const)
            : row.place.code === place.code
              ? ('own' as const)
              : ('authority' as const),
        interval: intervalOf(row.observation),
        ...figuredOf(row.observation),
      })),
      { label: 'England', kind: 'england' as const, ...figuredOf(field.england) },
    ],
  });
  return (
    <ChartFigure
      chart={chart}
      heading={`${measure.name}, ${shortPeriod(field.period)}`}
      headingLevel={3}
      source={unitNote(measure.unit)}
    >
      <DataTable
        id={`neighbours-table-${measure.id}`}
        caption={`${measure.name}: ${place.name} and its statistical neighbours, by name`}
        captionSize="s"
        columns={[
          {
            heading: 'Place',
            cell: (row) => (
              <a class="govuk-link" href={urls.place(row.place.code)}>
                {row.place.name}
              </a>
            ),
          },
          { heading: rateHeading(measure), numeric: true, cell: (row) => <Published of={row.observation} bare /> },
          {
            heading: '95% interval',
            cell: ({ chance }) =>
              chance.kind === 'estimate' ? intervalText(measure.id, chance.at95) : chanceText(measure.id, chance),
          },
        ]}
        rows={rows}
      />
    </ChartFigure>
  );
}

/** What neighbours are held beside each other by, short enough for a row. */
const SHARED: Readonly<Record<string, string>> = {
  fsm: 'free school meals',
  'sen-support': 'SEN support',
  'ehc-plan': 'EHC plans',
  eal: 'first language',
  'white-british': 'share of White British pupils',
  deprivation: 'income deprivation',
  size: 'size',
};

/** Who the neighbours are and why: how close the tool calls each, and what published figures they share. */
export function Neighbours({ profile }: { readonly profile: Profile }): JSX.Element | null {
  const { neighbours, place } = profile;
  if (neighbours.length === 0) return null;
  const reasons = (one: (typeof neighbours)[number], alike: boolean): string =>
    one.reasons
      .filter((reason) => reason.alike === alike)
      .map(({ background }) => SHARED[background.id] ?? background.words)
      .join(', ');
  return (
    <>
      <DataTable
        id="neighbours"
        caption={`Statistical neighbours of ${place.name}, closest first`}
        captionSize="s"
        columns={[
          {
            heading: 'Authority',
            cell: (one) => (
              <a class="govuk-link" href={urls.place(one.place.code)}>
                {one.place.name}
              </a>
            ),
          },
          { heading: 'How close', cell: ({ closeness }) => closeness },
          { heading: 'Alike in', cell: (one) => reasons(one, true) || 'Nothing that Kith looks at' },
          { heading: 'Not alike in', cell: (one) => reasons(one, false) || 'Nothing that Kith looks at' },
        ]}
        rows={neighbours}
      />
      <p class="govuk-body-s">
        Neighbours and how close they are: DfE’s Local Authority Interactive Tool. What they share is worked out here
        from published figures (alike: less than half a standard deviation of all authorities apart), and is not the
        method that chose them.
      </p>
    </>
  );
}
