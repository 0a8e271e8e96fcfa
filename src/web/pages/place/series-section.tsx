import type { JSX } from 'hono/jsx/jsx-runtime';
import { academicYearStarting } from '#kernel';
import { dataText, rich, t } from '#language';
import { findPlace, type Series, type SeriesPoint } from '#place';
import { yearTrend } from '../../charts/index.ts';
import { ChartFigure, DataTable, InEnglish } from '../../layout/index.ts';
import { periodTitle } from './published-period.ts';
import { bareValue, commonPlaces, countsText, Published, rateHeading, unitNote } from './published-text.tsx';

type Props = { readonly series: Series; readonly placeName: string };

/** One measure in one place over time: a table always, a chart where it is published by school year, and its breaks. */
export function SeriesOverTime({ series, placeName }: Props): JSX.Element {
  const { measure, points } = series;
  const places = commonPlaces(points.map((point) => point.observation));
  const table = (
    <DataTable
      id="over-time"
      caption={t('statistics.over-time.in', { measure: measure.name, place: placeName })}
      captionSize="s"
      columns={[
        { heading: t('published.heading.period'), cell: (row: SeriesPoint) => periodTitle(row.observation.period) },
        { heading: rateHeading(measure), numeric: true, cell: (row) => <Figure point={row} places={places} /> },
        { heading: t('published.heading.counts'), cell: (row) => countsText(row.observation) },
      ]}
      rows={points}
      empty={t('statistics.over-time.none', { place: placeName })}
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
            title: t('statistics.by-year', { measure: measure.name, place: placeName }),
            unit: measure.unit === 'percent' ? '%' : '',
            years: years.map(({ observation }) => ({
              year: observation.period.year,
              value: observation.value.kind === 'value' ? observation.value.value : undefined,
              printed: bareValue(observation),
            })),
          })}
          heading={t('statistics.over-time')}
          headingLevel={3}
          source={unitNote(measure)}
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
  const [first = '', ...others] = of.map((code) => findPlace(code)?.name ?? code);
  const names = others.reduce((words, next) => t('statistics.added-places', { first: words, next }), first);
  return <>{t('statistics.added-up', { figure: bareValue(observation, places), places: names })}</>;
}

function Breaks({ series }: { readonly series: Series }): JSX.Element | null {
  if (series.breaks.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-m" id="breaks">
        {t('statistics.breaks')}
      </h3>
      <ul class="govuk-list govuk-list--bullet">
        {series.breaks.map((one) => (
          <li>
            {rich('statistics.breaks.from', {
              year: academicYearStarting(one.from),
              reason: dataText(one.reason) === one.reason ? <InEnglish>{one.reason}</InEnglish> : dataText(one.reason),
            })}
            {` ${one.joined ? t('statistics.breaks.joined') : t('statistics.breaks.apart')}`}
            {one.source !== undefined && <InEnglish>{` (${one.source})`}</InEnglish>}
          </li>
        ))}
      </ul>
    </>
  );
}
