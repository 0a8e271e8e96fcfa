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
import { accountMeasures, getAccountMeasure } from '#lost-learning';
import { findMeasure } from '#place';
import { nameInside, type WebContext } from '../../context.ts';
import { DataTable, InlineFigure } from '../../layout/index.ts';
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
  return kind === 'state' ? getAccountMeasure(measure).title : (findMeasure(measure)?.name ?? measure);
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
    return point ? <CounterFigure counter={counter} point={point} /> : <>No figure</>;
  };
  const unseen = counters.flatMap(({ path }) => (path.kind === 'unseen' ? [path.reason] : []))[0];
  return (
    <>
      <h2 class="govuk-heading-m" id="shown-with">
        Shown with this goal
      </h2>
      <p class="govuk-body">
        A goal is no gain if it is met by leaving children out. These figures stand beside it here, and no area can take
        them away.
      </p>
      {unseen !== undefined && <p class="govuk-body">{unseen}</p>}
      <DataTable<Counter>
        id="counters"
        caption="What else to watch"
        captionSize="s"
        columns={[
          {
            heading: 'Figure, and why it is here',
            cell: ({ counter }) => (
              <>
                {counterTitle(counter)}
                <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{counter.because}</div>
              </>
            ),
          },
          {
            heading: `At the start, ${year}`,
            numeric: true,
            cell: (one) => at(one, (points) => points.find((point) => point.year === year)),
          },
          { heading: 'Latest', numeric: true, cell: (one) => at(one, (points) => points.at(-1)) },
        ]}
        rows={counters}
      />
      <p class="govuk-body-s">
        {`Sessions are ${source === 'published' ? `those of the account of ${nameInside(web.area)}, whatever place the goal is about, and are ` : ''}shown as a share of all sessions in the calendar. Only whole school years are shown, so that like stands with like.`}
      </p>
    </>
  );
}

function CounterFigure({ counter, point }: { readonly counter: Counter; readonly point: PathPoint }): JSX.Element {
  const value = goalFigure(counter.unit, point.value);
  const label = `${counterTitle(counter.counter)}, ${point.year}`;
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
          <InlineFigure
            value={point.numerator.toLocaleString('en-GB')}
            label={label}
            measure={counter.counter.measure}
            href={urls.how(
              counter.counter.measure,
              counter.series.schools === 'all' ? 'area' : `phase-${counter.series.schools}`,
              point.year,
            )}
          />
          {` of ${(point.denominator ?? 0).toLocaleString('en-GB')}`}
        </div>
      )}
      <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{point.year}</div>
    </>
  );
}
