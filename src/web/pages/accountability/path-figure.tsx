import type { JSX } from 'hono/jsx/jsx-runtime';
import { goalFigure, roughFigure, type PathPoint } from '#accountability';
import { academicYearStarting, startYear, type AcademicYear } from '#kernel';
import { besideText, capitalText, t } from '#language';
import { isPandemicYear } from '#place';
import type { WebContext } from '../../context.ts';
import { trendBand } from '../../charts/index.ts';
import { printed } from '../../charts/scale.ts';
import { ChartFigure, DataTable, InlineFigure } from '../../layout/index.ts';
import type { LookedAt } from './looked-at.ts';
import { findHow, seriesTitle, sourceWords, whoseWords } from './series-words.ts';

type Picture = Parameters<typeof trendBand>[0];
type Row = { readonly year: AcademicYear; readonly point: PathPoint | undefined };

/** The path so far: the figures as a picture, and as the table it was drawn from. */
export function PathFigure({ web, looked }: { readonly web: WebContext; readonly looked: LookedAt }): JSX.Element {
  const { mission, points } = looked;
  const { series } = mission.statement;
  const rows = everyYear(points);
  const chart = trendBand(pictureOf(web, looked, rows));
  return (
    <ChartFigure chart={chart} heading={t('goals.path')} source={sourceWords(web, series)}>
      <DataTable<Row>
        id="path-table"
        caption={seriesTitle(web, series)}
        captionSize="s"
        columns={[
          { heading: t('goals.path.year'), cell: ({ year }) => year },
          {
            heading: t('goals.path.figure'),
            numeric: true,
            cell: ({ point }) => (point ? <PointFigure web={web} looked={looked} point={point} /> : t('how.no-figure')),
          },
          { heading: t('goals.path.from'), cell: ({ point }) => (point ? countsWords(point) : '') },
          { heading: t('goals.path.know'), cell: ({ year }) => notesOf(looked, year) },
        ]}
        rows={rows}
        empty={t('goals.path.none')}
      />
    </ChartFigure>
  );
}

/** The years so far, the goal with its milestones in the years that judge them, and where the present pace leads. */
function pictureOf(
  web: WebContext,
  { mission, measure, goal, steps, outlook }: LookedAt,
  rows: readonly Row[],
): Picture {
  const { series, target, milestones } = mission.statement;
  const figure = (value: number) => ({ value, printed: goalFigure(bare(measure), value) });
  const last = Math.max(startYear(goal.year), ...rows.map(({ year }) => startYear(year)));
  const first = Math.min(...rows.map(({ year }) => startYear(year)), startYear(goal.year));
  const open = mission.ended === undefined && goal.kind === 'to-come' && outlook.kind === 'outlook';
  return {
    id: 'path',
    title: seriesTitle(web, series),
    unit: measure.unit === 'percent' ? '%' : '',
    years: Array.from({ length: last - first + 1 }, (_, at) => academicYearStarting(first + at)),
    own: {
      name: capitalText(whoseWords(web, series)),
      points: rows.map(({ year, point }) => ({ year, ...(point ? figure(point.value) : { notShown: 'missing' }) })),
    },
    // A line across the years in which schools were closed would join what was not one movement.
    breaks: rows.some(({ year }) => year < PACE_FROM) ? [{ year: PACE_FROM, words: t('goals.path.closure') }] : [],
    target: {
      year: goal.year,
      ...figure(target),
      milestones: milestones.flatMap(({ value }, at) => {
        const state = steps[at];
        return state ? [{ year: state.year, ...figure(value) }] : [];
      }),
    },
    projection: open
      ? outlook.ahead.map(({ year, value, low, high }) => ({
          year,
          value,
          printed: roughFigure(bare(measure), value),
          ...(outlook.chance === undefined ? {} : { interval: { low, high } }),
        }))
      : [],
    from: 'data',
  };
}

const PACE_FROM = academicYearStarting(2021);

/** The unit as a picture prints it: “per 100 pupils” is not said at every point. */
function bare({ unit }: LookedAt['measure']): LookedAt['measure']['unit'] {
  return unit === 'per-100-pupils' ? 'count' : unit;
}

function PointFigure(props: {
  readonly web: WebContext;
  readonly looked: LookedAt;
  readonly point: PathPoint;
}): JSX.Element {
  const { web, looked, point } = props;
  const { series } = looked.mission.statement;
  const value = goalFigure(looked.measure.unit, point.value);
  const href = findHow(series, point);
  return href === undefined ? (
    <>{value}</>
  ) : (
    <InlineFigure
      value={value}
      label={besideText([seriesTitle(web, series), point.year])}
      measure={series.measure}
      href={href}
    />
  );
}

function countsWords({ numerator, denominator }: PathPoint): string {
  return numerator === undefined || denominator === undefined
    ? t('published.rate-alone')
    : t('published.counts', { numerator: printed(numerator), denominator: printed(denominator) });
}

function notesOf({ mission, outlook }: LookedAt, year: AcademicYear): string {
  const notes = [
    ...(year === mission.statement.baseline.year ? [t('goals.path.starts')] : []),
    ...(outlook.kind === 'outlook' && outlook.through.includes(year) ? [t('goals.path.pace')] : []),
    ...(isPandemicYear(year) ? [t('national.years.closed')] : []),
  ];
  return notes.length === 0 ? '' : notes.reduce((first, next) => t('goals.path.and', { first, next }));
}

/** From the first year to the last without gaps: a year without a figure is there, without one. */
function everyYear(points: readonly PathPoint[]): readonly Row[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const from = startYear(first.year);
  return Array.from({ length: startYear(last.year) - from + 1 }, (_, at) => {
    const year = academicYearStarting(from + at);
    return { year, point: points.find((point) => point.year === year) };
  });
}
