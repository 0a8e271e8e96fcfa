import type { JSX } from 'hono/jsx/jsx-runtime';
import { dataText, findText, t, unitText } from '#language';
import { getMeasure, periodSlug, type Field, type Observation, type Unit } from '#place';
import { intervalPlot, trendBand, type Figured, type YearFigure } from '../../charts/index.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { breakYear, intervalOf, unitAfter, yearOfPeriod, type Profile, type ProfileTrend } from './profile.ts';
import { chanceText, intervalText } from './reading-words.ts';
import { shortPeriod } from './published-period.ts';
import { bareValue, countsText, Published, rateHeading, unitNote } from './published-text.tsx';

/** A figure for a picture; a symbol is drawn as not shown, and never as 0. */
export function figuredOf(observation: Observation | undefined): Figured {
  if (observation?.value.kind !== 'value') {
    return {
      notShown: observation?.value.symbol === 'c' || observation?.value.symbol === 'small' ? 'suppressed' : 'missing',
    };
  }
  return { value: observation.value.value, printed: bareValue(observation) };
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
  const name = t('shell.england');
  const chart = trendBand({
    id: `trend-${measure.id}`,
    title: t('profile.in-place', { measure: measure.name, place: place.name }),
    unit: unitAfter(measure.id),
    years,
    own: { name: place.name, points: own.map((one) => pointOf(one, true)) },
    beside: england.length > 0 ? [{ name, points: england.map((one) => pointOf(one, false)) }] : [],
    breaks: trend.series.breaks.map((one) => ({
      year: breakYear(trend, one.from),
      words: dataText(one.reason).replace(/\.$/, ''),
    })),
  });
  return (
    <ChartFigure chart={chart} heading={measure.name} headingLevel={3} source={yearNote(measure.unit)}>
      <DataTable
        id={`table-${measure.id}`}
        caption={t('profile.in-place-years', { measure: measure.name, place: place.name })}
        captionSize="s"
        columns={[
          { heading: t('published.heading.year'), cell: (row) => row.year },
          {
            heading: rateHeading(measure),
            numeric: true,
            cell: ({ observation }) =>
              isSummed(trend, observation) ? bareValue(observation) : <Published of={observation} bare />,
          },
          {
            heading: t('published.heading.counts'),
            cell: ({ observation }) => countsText(trend.counted.get(keyOf(observation)) ?? observation),
          },
          {
            heading: t('shell.england'),
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

function yearNote(unit: Unit): string {
  return unitNote({ unit: unit === 'percent' ? unit : 'per-100-pupils' });
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
    title: t('profile.neighbours', {
      measure: measure.name,
      period: shortPeriod(field.period),
      place: place.name,
    }),
    unit: unitAfter(measure.id),
    order: 'name',
    intervalWords: t('published.interval-95'),
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
      { label: t('shell.england'), kind: 'england' as const, ...figuredOf(field.england) },
    ],
  });
  return (
    <ChartFigure
      chart={chart}
      heading={t('compare.title', { measure: measure.name, period: shortPeriod(field.period) })}
      headingLevel={3}
      source={yearNote(measure.unit)}
    >
      <DataTable
        id={`neighbours-table-${measure.id}`}
        caption={t('profile.neighbours.by-name', { measure: measure.name, place: place.name })}
        captionSize="s"
        columns={[
          {
            heading: t('published.heading.place'),
            cell: (row) => (
              <a class="govuk-link" href={urls.place(row.place.code)}>
                {row.place.name}
              </a>
            ),
          },
          { heading: rateHeading(measure), numeric: true, cell: (row) => <Published of={row.observation} bare /> },
          {
            heading: t('published.interval-95'),
            cell: ({ chance }) =>
              chance.kind === 'estimate' ? intervalText(measure.id, chance.at95) : chanceText(measure.id, chance),
          },
        ]}
        rows={rows}
      />
    </ChartFigure>
  );
}

/** Who the neighbours are and why: how close the tool calls each, and what published figures they share. */
export function Neighbours({ profile }: { readonly profile: Profile }): JSX.Element | null {
  const { neighbours, place } = profile;
  if (neighbours.length === 0) return null;
  // What neighbours are held beside each other by, short enough for a row.
  const reasons = (one: (typeof neighbours)[number], alike: boolean): string =>
    unitText(
      one.reasons
        .filter((reason) => reason.alike === alike)
        .map(({ background }) => findText(`profile.shared.${background.id}`) ?? background.words),
    );
  return (
    <>
      <DataTable
        id="neighbours"
        caption={t('profile.neighbours.caption', { place: place.name })}
        captionSize="s"
        columns={[
          {
            heading: t('published.heading.authority'),
            cell: (one) => (
              <a class="govuk-link" href={urls.place(one.place.code)}>
                {one.place.name}
              </a>
            ),
          },
          { heading: t('profile.neighbours.close'), cell: ({ closeness }) => dataText(closeness) },
          {
            heading: t('profile.neighbours.alike'),
            cell: (one) => reasons(one, true) || t('profile.neighbours.nothing'),
          },
          {
            heading: t('profile.neighbours.unlike'),
            cell: (one) => reasons(one, false) || t('profile.neighbours.nothing'),
          },
        ]}
        rows={neighbours}
      />
      <p class="govuk-body-s">{t('profile.neighbours.source')}</p>
    </>
  );
}
