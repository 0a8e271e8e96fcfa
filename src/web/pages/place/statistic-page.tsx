import type { JSX } from 'hono/jsx/jsx-runtime';
import { t, type PlainKey } from '#language';
import { getPublication, type Measure, type Observation, type SeriesPoint } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable, InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { groupText } from './published-group.ts';
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
    caption: t('statistics.title'),
    title: measure.name,
    children: (
      <>
        <p class="govuk-body-l kith-prose">
          <InEnglish>{measure.definition}</InEnglish>
        </p>
        {govuk.summaryList({ rows: aboutRows(measure) })}
        <h2 class="govuk-heading-l" id="figures">
          {place.name}
        </h2>
        <ChoosePlace statistic={statistic} />
        {instead !== undefined && govuk.insetText({ text: instead })}
        {group !== 'all' && <p class="govuk-body">{t('statistics.by-group', { group: groupText(group) })}</p>}
        <SeriesOverTime series={series} placeName={place.name} />
        <Regions statistic={statistic} />
        <Groups statistic={statistic} />
        {statistic.places.some(({ level }) => level === 'authority') && (
          <p class="govuk-body">
            <a class="govuk-link" href={urls.compare({ measure: measure.id })}>
              {t('statistics.map')}
            </a>
          </p>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={urls.statisticCsv(measure.id, place.code)}>
            {t('statistics.download', { place: place.name })}
          </a>
        </p>
        <Releases published={web.published} ids={shown.map((one) => one.release)} />
        <p class="govuk-body">
          <a class="govuk-link" href={urls.statistics({ topic: measure.topic })}>
            {t('statistics.more')}
          </a>
        </p>
      </>
    ),
  });
}

type Rows = Parameters<typeof govuk.summaryList>[0]['rows'];

type AboutKey = Extract<PlainKey, `statistics.about.${string}` | 'statistics.over' | 'published.heading.publication'>;

function aboutRows(measure: Measure): Rows {
  const row = (key: AboutKey, text: string): Rows[number] => ({ key: { text: t(key) }, value: { text } });
  const data = (key: AboutKey, text: string): Rows[number] => ({
    key: { text: t(key) },
    value: { html: htmlOf(<InEnglish>{text}</InEnglish>) },
  });
  const publication = getPublication(measure.publication);
  return [
    data('statistics.about.counted', measure.numerator),
    data('statistics.about.out-of', measure.denominator),
    row('statistics.about.unit', measure.unit === 'percent' ? t('statistics.about.per-cent') : rateHeading(measure)),
    row('statistics.about.direction', t(`statistics.direction.${measure.polarity}`)),
    data('statistics.over', measure.periods),
    data('statistics.about.published-for', measure.geography),
    ...(measure.exclusions.length === 0 ? [] : [data('statistics.about.left-out', measure.exclusions.join(' '))]),
    ...(measure.note === undefined ? [] : [data('statistics.about.know', measure.note)]),
    data('published.heading.publication', `${publication.publisher}, “${publication.title}”. ${publication.about}`),
    data('statistics.about.definition', measure.source),
    data('statistics.about.licence', publication.licence),
    data('statistics.about.revision', publication.revision),
    ...(measure.compiled ? [row('statistics.about.compiled', t('statistics.about.compiled.text'))] : []),
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
        label: { text: t('published.heading.place') },
        value: place.code,
        items: places.map((one) => ({
          value: one.code,
          text: one.current ? one.name : t('published.former', { place: one.name }),
        })),
      })}
      {govuk.button({ text: t('published.show') })}
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
      caption={t('statistics.regions', { period: periodTitle(period) })}
      columns={[
        { heading: t('published.heading.place'), cell: (row) => row.place.name },
        {
          heading: rateHeading(measure),
          numeric: true,
          cell: (row) => <Published of={row.observation} places={places} bare />,
        },
        { heading: t('published.heading.counts'), cell: (row) => countsText(row.observation) },
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
      caption={t('statistics.groups', { place: place.name, period: periodTitle(first.period) })}
      columns={[
        { heading: t('published.heading.group'), cell: (row) => groupText(row.group) },
        { heading: rateHeading(measure), numeric: true, cell: (row) => <Published of={row} places={places} bare /> },
        { heading: t('published.heading.counts'), cell: (row) => countsText(row) },
      ]}
      rows={groups}
    />
  );
}
