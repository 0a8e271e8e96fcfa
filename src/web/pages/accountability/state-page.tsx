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
import { capitalText, dataText, t } from '#language';
import { listMeasures } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { errorFor, InEnglish, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { counterTitle } from './counters.tsx';
import { TermsFields } from './mission-form.tsx';
import type { Whose } from './offers.ts';
import { whoseWords } from './series-words.ts';

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
    title: t('goal-form.choose'),
    caption: t('goal-form.step-1'),
    back: { text: t('goals.goals'), href: urls.missions() },
    errors,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">{t('goal-form.choose.text')}</p>
          <form method="get" action={urls.stateMission()}>
            {govuk.select({
              id: 'measure',
              name: 'measure',
              label: { text: t('goal-form.measure'), classes: 'govuk-label--m' },
              value: asked.measure,
              errorMessage: errorFor(errors, 'measure'),
              items: listGoalMeasures().map(({ id, title }) => ({ value: id, text: title })),
            })}
            {govuk.select({
              id: 'of',
              name: 'of',
              label: { text: t('goal-form.whose'), classes: 'govuk-label--m' },
              value: asked.of,
              errorMessage: errorFor(errors, 'of'),
              items: offered.map(({ value, text }) => ({ value, text })),
            })}
            {govuk.button({ text: t('goal-form.continue') })}
          </form>
          {govuk.details({
            summaryText: t('goal-form.floor'),
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
      <p class="govuk-body">{t('goal-form.floor.text')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {listMeasures()
          .filter(({ id }) => id in NOT_A_GOAL)
          .map(({ id, name }) => (
            <li>
              {t(id.startsWith('daily-') ? 'goal-form.floor.daily' : 'goal-form.floor.one', {
                measure: dataText(name),
                why: dataText(NOT_A_GOAL[id] ?? ''),
              })}
            </li>
          ))}
      </ul>
      <p class="govuk-body">{t('goal-form.floor.counts')}</p>
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
    caption: t('goal-form.step-2', { whose: capitalText(whoseWords(web, series)) }),
    back: { text: t('goal-form.which'), href: urls.stateMission(asked) },
    errors,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">
            {measure.source === 'account' ? measure.definition : <InEnglish>{measure.definition}</InEnglish>}
          </p>
          <p class="govuk-body govuk-!-margin-bottom-1">{t('goal-form.shown-with')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {listCounterMeasures(measure.published).map((counter) => (
              <li>
                {t('goal-form.shown-with.one', { measure: counterTitle(counter), why: dataText(counter.because) })}
              </li>
            ))}
          </ul>
          <form method="post" action={urls.stateMission()} novalidate>
            <input type="hidden" name="measure" value={asked.measure} />
            <input type="hidden" name="of" value={asked.of} />
            {govuk.select({
              id: 'baseline',
              name: 'baseline',
              label: { text: t('goal-form.baseline'), classes: 'govuk-label--m' },
              hint: { text: t('goal-form.baseline.hint') },
              value: fields['baseline'] ?? points.at(-1)?.year,
              errorMessage: errorFor(errors, 'baseline'),
              items: points.toReversed().map(({ year, value }) => ({
                value: year,
                text: t('goal-form.baseline.year', { year, figure: goalFigure(measure.unit, value) }),
              })),
            })}
            <TermsFields measure={measure} fields={fields} errors={errors} />
            {govuk.button({ text: t('goal-form.state'), preventDoubleClick: true })}
          </form>
        </div>
      </div>
    ),
  });
}
