import type { JSX } from 'hono/jsx/jsx-runtime';
import { ENDINGS, goalFigure, MOST } from '#accountability';
import { dataText, t } from '#language';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { lengthWords, noNames } from './acting.tsx';
import type { LookedAt } from './looked-at.ts';
import { TermsFields } from './mission-form.tsx';
import { seriesTitle } from './series-words.ts';

type ChangeProps = {
  readonly looked: LookedAt;
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
};

/** Other terms for the same goal, with the reason. Measure, place and baseline stay. */
export function AmendMissionPage(web: WebContext, { looked, fields, errors }: ChangeProps): JSX.Element {
  const { mission, measure } = looked;
  const { baseline, series } = mission.statement;
  return shell(web, {
    section: 'goals',
    title: t('goals.do.amend'),
    caption: seriesTitle(web, series),
    back: { text: t('goals.goal'), href: urls.mission(mission.id) },
    errors,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">
            {t('goal-form.amend.text', { figure: goalFigure(measure.unit, baseline.value), year: baseline.year })}
          </p>
          <form method="post" action={urls.amendMission(mission.id)} novalidate>
            <input type="hidden" name="next" value={fields['next'] ?? String(mission.next)} />
            <TermsFields measure={measure} fields={fields} errors={errors} />
            <Because fields={fields} errors={errors} label={t('goal-form.amend.because')} />
            {govuk.button({ text: t('goals.do.amend'), preventDoubleClick: true })}
          </form>
        </div>
      </div>
    ),
  });
}

/** The end of a goal. That it was reached can be said only where the latest figure says so. */
export function EndMissionPage(web: WebContext, { looked, fields, errors }: ChangeProps): JSX.Element {
  const { mission, reached, measure } = looked;
  return shell(web, {
    section: 'goals',
    title: t('goals.do.end'),
    caption: seriesTitle(web, mission.statement.series),
    back: { text: t('goals.goal'), href: urls.mission(mission.id) },
    errors,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">{t('goal-form.end.text')}</p>
          <form method="post" action={urls.endMission(mission.id)} novalidate>
            <input type="hidden" name="next" value={fields['next'] ?? String(mission.next)} />
            {govuk.radios({
              name: 'ending',
              idPrefix: 'ending',
              fieldset: { legend: { text: t('goal-form.end.how'), classes: 'govuk-fieldset__legend--m' } },
              errorMessage: errorFor(errors, 'ending'),
              value: fields['ending'],
              items: [
                {
                  value: 'reached',
                  text: dataText(ENDINGS.reached),
                  hint: {
                    text: reached
                      ? t('goal-form.end.reached', {
                          figure: goalFigure(measure.unit, reached.value),
                          year: reached.year,
                        })
                      : t('goal-form.end.not-reached'),
                  },
                },
                { value: 'given-up', text: dataText(ENDINGS['given-up']) },
              ],
            })}
            <Because fields={fields} errors={errors} label={t('goal-form.end.because')} />
            {govuk.button({ text: t('goals.do.end'), preventDoubleClick: true, classes: 'govuk-button--warning' })}
          </form>
        </div>
      </div>
    ),
  });
}

function Because({ fields, errors, label }: Omit<ChangeProps, 'looked'> & { readonly label: string }): JSX.Element {
  return (
    <>
      {govuk.characterCount({
        id: 'because',
        name: 'because',
        label: { text: label, classes: 'govuk-label--m' },
        hint: { text: noNames() },
        ...lengthWords(MOST.because),
        value: fields['because'],
        errorMessage: errorFor(errors, 'because'),
      })}
    </>
  );
}
