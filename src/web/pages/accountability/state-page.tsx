import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  goalFigure,
  listCounterMeasures,
  listGoalMeasures,
  NOT_A_GOAL,
  type GoalMeasure,
  type PathPoint,
  type Series,
} from '#accountability';
import { listMeasures } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { counterTitle } from './counters.tsx';
import { TermsFields } from './mission-form.tsx';
import type { Whose } from './offers.ts';
import { capital, whoseWords } from './series-words.ts';

const BACK = { text: 'Goals', href: urls.missions() };

/** First question: which figures the goal is about. A GET form: it works without script and changes nothing. */
export function ChooseFiguresPage(
  web: WebContext,
  {
    offered,
    asked,
    errors,
  }: {
    readonly offered: readonly Whose[];
    readonly asked: { readonly measure: string; readonly of: string };
    readonly errors: readonly FormError[];
  },
): JSX.Element {
  return shell(web, {
    section: 'goals',
    title: 'Which figures is the goal about?',
    caption: 'State a goal: step 1 of 2',
    back: BACK,
    errors,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">
            A goal is about one measure that has a definition and whole school years to start from, so that everyone can
            see whether it is reached.
          </p>
          <form method="get" action={urls.stateMission()}>
            {govuk.select({
              id: 'measure',
              name: 'measure',
              label: { text: 'Measure', classes: 'govuk-label--m' },
              value: asked.measure,
              errorMessage: errorFor(errors, 'measure'),
              items: listGoalMeasures().map(({ id, title }) => ({ value: id, text: title })),
            })}
            {govuk.select({
              id: 'of',
              name: 'of',
              label: { text: 'Whose figures', classes: 'govuk-label--m' },
              value: asked.of,
              errorMessage: errorFor(errors, 'of'),
              items: offered.map(({ value, text }) => ({ value, text })),
            })}
            {govuk.button({ text: 'Continue' })}
          </form>
          {govuk.details({
            summaryText: 'What may not be a goal, and why',
            html: htmlOf(<Floor />),
          })}
        </div>
      </div>
    ),
  });
}

/** The national floor in words: the same table that refuses. */
function Floor(): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        Some figures can be made better with nothing better for a child. They may not be a goal anywhere:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {listMeasures()
          .filter(({ id }) => id in NOT_A_GOAL)
          .map(({ id, name }) => (
            <li>{`${name}${id.startsWith('daily-') ? ' (daily collection)' : ''}: ${NOT_A_GOAL[id] ?? ''}`}</li>
          ))}
      </ul>
      <p class="govuk-body">
        Counts may not be either, because they move with the number of children; nor a measure for which nobody has
        written down yet what has to be shown with it.
      </p>
    </>
  );
}

/** Second step: from where, to where, by when, why, who and the steps on the way. */
export function StateMissionPage(
  web: WebContext,
  {
    series,
    measure,
    points,
    fields,
    errors,
    asked,
  }: {
    readonly series: Series;
    readonly measure: GoalMeasure;
    readonly points: readonly PathPoint[];
    readonly fields: Readonly<Record<string, string>>;
    readonly errors: readonly FormError[];
    readonly asked: { readonly measure: string; readonly of: string };
  },
): JSX.Element {
  return shell(web, {
    section: 'goals',
    title: measure.title,
    caption: `State a goal: step 2 of 2. ${capital(whoseWords(web, series))}`,
    back: { text: 'Which figures', href: urls.stateMission(asked) },
    errors,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">{measure.definition}</p>
          <p class="govuk-body govuk-!-margin-bottom-1">These are always shown with it:</p>
          <ul class="govuk-list govuk-list--bullet">
            {listCounterMeasures(measure.published).map((counter) => (
              <li>{`${counterTitle(counter)}. ${counter.because}`}</li>
            ))}
          </ul>
          <form method="post" action={urls.stateMission()} novalidate>
            <input type="hidden" name="measure" value={asked.measure} />
            <input type="hidden" name="of" value={asked.of} />
            {govuk.select({
              id: 'baseline',
              name: 'baseline',
              label: { text: 'Where does it start from?', classes: 'govuk-label--m' },
              hint: { text: 'A whole school year. Its figure is kept with the goal as it stands today' },
              value: fields['baseline'] ?? points.at(-1)?.year,
              errorMessage: errorFor(errors, 'baseline'),
              items: points
                .toReversed()
                .map(({ year, value }) => ({ value: year, text: `${year}: ${goalFigure(measure.unit, value)}` })),
            })}
            <TermsFields measure={measure} fields={fields} errors={errors} />
            {govuk.button({ text: 'State this goal', preventDoubleClick: true })}
          </form>
        </div>
      </div>
    ),
  });
}
