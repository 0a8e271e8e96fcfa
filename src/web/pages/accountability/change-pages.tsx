import type { JSX } from 'hono/jsx/jsx-runtime';
import { ENDINGS, goalFigure, MOST } from '#accountability';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { NO_NAMES } from './acting.tsx';
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
    title: 'Amend this goal',
    caption: seriesTitle(web, series),
    back: { text: 'The goal', href: urls.mission(mission.id) },
    errors,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">
            {`It starts from ${goalFigure(measure.unit, baseline.value)} in ${baseline.year}: that stays. A goal on another figure is another goal. What it was before stays to be read.`}
          </p>
          <form method="post" action={urls.amendMission(mission.id)} novalidate>
            <input type="hidden" name="next" value={fields['next'] ?? String(mission.next)} />
            <TermsFields measure={measure} fields={fields} errors={errors} />
            <Because fields={fields} errors={errors} label="Why is it changed?" />
            {govuk.button({ text: 'Amend this goal', preventDoubleClick: true })}
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
    title: 'End this goal',
    caption: seriesTitle(web, mission.statement.series),
    back: { text: 'The goal', href: urls.mission(mission.id) },
    errors,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">It stays to be read, with its path, among the goals that have ended.</p>
          <form method="post" action={urls.endMission(mission.id)} novalidate>
            <input type="hidden" name="next" value={fields['next'] ?? String(mission.next)} />
            {govuk.radios({
              name: 'ending',
              idPrefix: 'ending',
              fieldset: { legend: { text: 'How does it end?', classes: 'govuk-fieldset__legend--m' } },
              errorMessage: errorFor(errors, 'ending'),
              value: fields['ending'],
              items: [
                {
                  value: 'reached',
                  text: ENDINGS.reached,
                  hint: {
                    text: reached
                      ? `The latest figure, ${goalFigure(measure.unit, reached.value)} in ${reached.year}, is at the goal or better`
                      : 'No figure says so yet',
                  },
                },
                { value: 'given-up', text: ENDINGS['given-up'] },
              ],
            })}
            <Because fields={fields} errors={errors} label="Why does it end?" />
            {govuk.button({ text: 'End this goal', preventDoubleClick: true, classes: 'govuk-button--warning' })}
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
        hint: { text: NO_NAMES },
        maxlength: String(MOST.because),
        value: fields['because'],
        errorMessage: errorFor(errors, 'because'),
      })}
    </>
  );
}
