import type { JSX } from 'hono/jsx/jsx-runtime';
import { getPublication, groupWords, UNITS, type Measure, type Observation, type SeriesPoint } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { periodTitle } from './published-period.ts';
import { commonPlaces, countsText, Published, rateHeading } from './published-text.tsx';
import { Releases } from './releases.tsx';
import { SeriesOverTime } from './series-section.tsx';
import type { Statistic } from './statistic.ts';

/** `/statistics/<measure>`: what it is, where it comes from, and its figures in one place over time and by group. */
export function StatisticPage(web: WebContext, statistic: Statistic): JSX.Element {
  const { measure, place, group, series, regions, groups, instead } = statistic;
  const shown: readonly Observation[] = [
    ...series.points.map((point: SeriesPoint) => point.observation),
    ...regions.map((one) => one.observation),
    ...groups,
  ];
  return shell(web, {
    section: 'national',
    caption: 'Published statistics',
    title: measure.name,
    children: (
      <>
        <p class="govuk-body-l kith-prose">{measure.definition}</p>
        {govuk.summaryList({ rows: aboutRows(measure) })}
        <h2 class="govuk-heading-l" id="figures">
          {place.name}
        </h2>
        <ChoosePlace statistic={statistic} />
        {instead !== undefined && govuk.insetText({ text: instead })}
        {group !== 'all' && <p class="govuk-body">{`Published by group only. Over time: ${groupWords(group)}.`}</p>}
        <SeriesOverTime series={series} placeName={place.name} />
        <Regions statistic={statistic} />
        <Groups statistic={statistic} />
        <p class="govuk-body">
          <a class="govuk-link" href={urls.statisticCsv(measure.id, place.code)}>
            {`Download every figure for ${place.name} (CSV)`}
          </a>
        </p>
        <Releases published={web.published} ids={shown.map((one) => one.release)} />
        <p class="govuk-body">
          <a class="govuk-link" href={urls.statistics({ topic: measure.topic })}>
            More statistics on this topic
          </a>
        </p>
      </>
    ),
  });
}

type Rows = Parameters<typeof govuk.summaryList>[0]['rows'];

const POLARITY: Readonly<Record<Measure['polarity'], string>> = {
  'lower-is-better': 'Lower is better',
  'higher-is-better': 'Higher is better',
  neither: 'Neither higher nor lower is better in itself',
};

function aboutRows(measure: Measure): Rows {
  const row = (key: string, text: string): Rows[number] => ({ key: { text: key }, value: { text } });
  const publication = getPublication(measure.publication);
  return [
    row('What is counted', measure.numerator),
    row('Out of', measure.denominator),
    row('Unit', measure.unit === 'percent' ? 'Per cent' : UNITS[measure.unit].heading),
    row('Direction', POLARITY[measure.polarity]),
    row('Published over', measure.periods),
    row('Published for', measure.geography),
    ...(measure.exclusions.length === 0 ? [] : [row('Left out', measure.exclusions.join(' '))]),
    ...(measure.note === undefined ? [] : [row('What to know', measure.note)]),
    row('Publication', `${publication.publisher}, “${publication.title}”. ${publication.about}`),
    row('Source of the definition', measure.source),
    row('Licence', publication.licence),
    row('Revision', publication.revision),
    ...(measure.compiled ? [row('Compiled', 'Taken from a compilation, not from the publication’s own file.')] : []),
  ];
}

function ChoosePlace({ statistic }: { readonly statistic: Statistic }): JSX.Element | null {
  const { measure, place, places } = statistic;
  if (places.length < 2) return null;
  return (
    <form method="get" action={`${urls.statistic(measure.id)}#figures`}>
      {govuk.select({
        id: 'choose-place',
        name: 'place',
        label: { text: 'Place' },
        value: place.code,
        items: places.map((one) => ({ value: one.code, text: one.current ? one.name : `${one.name} (former)` })),
      })}
      {govuk.button({ text: 'Show' })}
    </form>
  );
}

function Regions({ statistic }: { readonly statistic: Statistic }): JSX.Element | null {
  const { measure, regions, period } = statistic;
  if (regions.length < 2 || !period) return null;
  const places = commonPlaces(regions.map((one) => one.observation));
  return (
    <DataTable
      id="regions"
      caption={`England and its regions, ${periodTitle(period)}`}
      columns={[
        { heading: 'Place', cell: (row) => row.place.name },
        {
          heading: rateHeading(measure),
          numeric: true,
          cell: (row) => <Published of={row.observation} places={places} bare />,
        },
        { heading: 'Counts', cell: (row) => countsText(row.observation) },
      ]}
      rows={regions}
    />
  );
}

function Groups({ statistic }: { readonly statistic: Statistic }): JSX.Element | null {
  const { measure, groups, place } = statistic;
  const [first] = groups;
  if (!first) return null;
  const places = commonPlaces(groups);
  return (
    <DataTable
      id="groups"
      caption={`Groups of pupils in ${place.name}, ${periodTitle(first.period)}`}
      columns={[
        { heading: 'Group', cell: (row) => groupWords(row.group) },
        { heading: rateHeading(measure), numeric: true, cell: (row) => <Published of={row} places={places} bare /> },
        { heading: 'Counts', cell: (row) => countsText(row) },
      ]}
      rows={groups}
    />
  );
}
