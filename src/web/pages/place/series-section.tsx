import type { JSX } from 'hono/jsx/jsx-runtime';
import { academicYearStarting } from '#kernel';
import { findPlace, type Series, type SeriesPoint } from '#place';
import { yearTrend } from '../../charts/index.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import { periodTitle } from './published-period.ts';
import { bareText, commonPlaces, countsText, Published, rateHeading, valueText } from './published-text.tsx';

type Props = { readonly series: Series; readonly placeName: string };

/** One measure in one place over time: a table always, a chart where it is published by school year, and its breaks. */
export function SeriesOverTime({ series, placeName }: Props): JSX.Element {
  const { measure, points } = series;
  const places = commonPlaces(points.map((point) => point.observation));
  const table = (
    <DataTable
      id="over-time"
      caption={`${measure.name} in ${placeName} over time`}
      captionSize="s"
      columns={[
        { heading: 'Period', cell: (row: SeriesPoint) => periodTitle(row.observation.period) },
        { heading: rateHeading(measure), numeric: true, cell: (row) => <Figure point={row} places={places} /> },
        { heading: 'Counts', cell: (row) => countsText(row.observation) },
      ]}
      rows={points}
      empty={`For all kinds of school together nothing is published for ${placeName}.`}
    />
  );
  const years = points.filter((point) => point.observation.period.kind === 'academic-year');
  return (
    <>
      {years.length < 2 ? (
        table
      ) : (
        <ChartFigure
          chart={yearTrend({
            id: 'over-time-chart',
            title: `${measure.name} in ${placeName} by school year`,
            unit: measure.unit === 'percent' ? '%' : '',
            years: years.map(({ observation }) => ({
              year: observation.period.year,
              value: observation.value.kind === 'value' ? observation.value.value : undefined,
              printed: bareValue(observation),
            })),
          })}
          heading="Over time"
          headingLevel={3}
          source={measure.unit === 'percent' ? 'Per cent.' : `${rateHeading(measure)}.`}
        >
          {table}
        </ChartFigure>
      )}
      <Breaks series={series} />
    </>
  );
}

// A figure added up from others was published nowhere, so it leads to no page of its own.
function Figure({ point, places }: { readonly point: SeriesPoint; readonly places: number }): JSX.Element {
  const { observation, how, of } = point;
  if (how === 'published') return <Published of={observation} places={places} bare />;
  const names = of.map((code) => findPlace(code)?.name ?? code).join(' and ');
  return <>{`${bareValue(observation, places)} (added up from ${names})`}</>;
}

function Breaks({ series }: { readonly series: Series }): JSX.Element | null {
  if (series.breaks.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-m" id="breaks">
        What breaks the series
      </h3>
      <ul class="govuk-list govuk-list--bullet">
        {series.breaks.map((one) => (
          <li>
            {`From ${academicYearStarting(one.from)}: ${one.reason}`}
            {one.joined ? ' The figures may be read as one line.' : ' Do not compare across it.'}
            {one.source !== undefined && ` (${one.source})`}
          </li>
        ))}
      </ul>
    </>
  );
}
