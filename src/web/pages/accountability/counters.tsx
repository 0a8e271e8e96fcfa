import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  goalFigure,
  listCounterMeasures,
  type CounterMeasure,
  type GoalMeasure,
  type Mission,
  type PathPoint,
  type Series,
} from '#accountability';
import { besideText, dataText, numberText, rich, t } from '#language';
import { accountMeasures } from '#lost-learning';
import { findMeasure } from '#place';
import { nameInside, type WebContext } from '../../context.ts';
import { DataTable, InlineFigure } from '../../layout/index.ts';
import { titleOf } from '../lost-learning/figures.tsx';
import { urls } from '../../urls.ts';
import type { Figures, Path } from './figures.ts';
import { findHow } from './series-words.ts';

/** A figure that stands with a goal, with its years. */
export type Counter = {
  readonly counter: CounterMeasure;
  readonly series: Series;
  readonly unit: GoalMeasure['unit'];
  readonly path: Path;
};

export function counterTitle({ kind, measure }: CounterMeasure): string {
  return kind === 'state' ? titleOf(measure) : dataText(findMeasure(measure)?.name ?? measure);
}

/** Each from where the goal’s own figures come from; the states of sessions are in the account alone. */
export async function readCounters(
  figures: Figures,
  mission: Mission,
  measure: GoalMeasure,
): Promise<readonly Counter[]> {
  const { series } = mission.statement;
  return Promise.all(
    listCounterMeasures(measure.published).map(async (counter): Promise<Counter> => {
      if (counter.kind === 'state') {
        const schools = series.source === 'account' ? series.schools : 'all';
        const own: Series = { source: 'account', measure: counter.measure, place: 'area', schools };
        return { counter, series: own, unit: 'percent', path: await figures.state(counter.measure, schools) };
      }
      const own = accountMeasures.find(({ published }) => published === counter.measure);
      const same: Series =
        series.source === 'account' && own ? { ...series, measure: own.id } : { ...series, measure: counter.measure };
      const unit = findMeasure(counter.measure)?.unit ?? 'percent';
      return { counter, series: same, unit, path: await figures.path(same) };
    }),
  );
}

/** What else moved since the goal was stated: the figures by which it could have been met with nothing better. */
export function Counters(props: {
  readonly web: WebContext;
  readonly counters: readonly Counter[];
  readonly mission: Mission;
}): JSX.Element {
  const { web, counters, mission } = props;
  const { source } = mission.statement.series;
  const { year } = mission.statement.baseline;
  const at = (counter: Counter, find: (points: readonly PathPoint[]) => PathPoint | undefined): JSX.Element => {
    const point = counter.path.kind === 'path' ? find(counter.path.points) : undefined;
    return point ? <CounterFigure counter={counter} point={point} /> : <>{t('how.no-figure')}</>;
  };
  const unseen = counters.flatMap(({ path }) => (path.kind === 'unseen' ? [path.reason] : []))[0];
  return (
    <>
      <h2 class="govuk-heading-m" id="shown-with">
        {t('goals.counters')}
      </h2>
      <p class="govuk-body">{t('goals.counters.text')}</p>
      {unseen !== undefined && <p class="govuk-body">{unseen}</p>}
      <DataTable<Counter>
        id="counters"
        caption={t('goals.counters.caption')}
        captionSize="s"
        columns={[
          {
            heading: t('goals.counters.figure'),
            cell: ({ counter }) => (
              <>
                {counterTitle(counter)}
                <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{dataText(counter.because)}</div>
              </>
            ),
          },
          {
            heading: t('goals.counters.start', { year }),
            numeric: true,
            cell: (one) => at(one, (points) => points.find((point) => point.year === year)),
          },
          { heading: t('goals.counters.latest'), numeric: true, cell: (one) => at(one, (points) => points.at(-1)) },
        ]}
        rows={counters}
      />
      <p class="govuk-body-s">
        {source === 'published'
          ? t('goals.counters.note.published', { area: nameInside(web.area) })
          : t('goals.counters.note.account')}
      </p>
    </>
  );
}

function CounterFigure({ counter, point }: { readonly counter: Counter; readonly point: PathPoint }): JSX.Element {
  const value = goalFigure(counter.unit, point.value);
  const label = besideText([counterTitle(counter.counter), point.year]);
  // The share of the calendar has no page of its own: its numerator has.
  const href = findHow(counter.series, point);
  return (
    <>
      {href === undefined || counter.counter.kind === 'state' ? (
        value
      ) : (
        <InlineFigure value={value} label={label} measure={counter.series.measure} href={href} />
      )}
      {counter.counter.kind === 'state' && point.numerator !== undefined && (
        <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">
          {rich('goals.counters.part', {
            number: (
              <InlineFigure
                value={numberText(point.numerator)}
                label={label}
                measure={counter.counter.measure}
                href={urls.how(
                  counter.counter.measure,
                  counter.series.schools === 'all' ? 'area' : `phase-${counter.series.schools}`,
                  point.year,
                )}
              />
            ),
            total: numberText(point.denominator ?? 0),
          })}
        </div>
      )}
      <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{point.year}</div>
    </>
  );
}
