import type { JSX } from 'hono/jsx/jsx-runtime';
import { MOST, MOST_MILESTONES, type GoalMeasure } from '#accountability';
import { t } from '#language';
import { unitWords } from '#place';
import { DateFields } from '../../date-fields.tsx';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { lengthWords, noNames } from './acting.tsx';

type FormProps = {
  readonly measure: GoalMeasure;
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
};

/** Target, date, why, who and milestones: what may be changed later too. */
export function TermsFields({ measure, fields, errors }: FormProps): JSX.Element {
  const direction = measure.polarity === 'lower-is-better' ? 'lower' : 'higher';
  return (
    <>
      {govuk.input({
        id: 'target',
        name: 'target',
        label: { text: t('goal-form.target'), classes: 'govuk-label--m' },
        hint: { text: t(`goal-form.target.${direction}`) },
        classes: 'govuk-input--width-5',
        inputmode: 'decimal',
        spellcheck: false,
        suffix: { text: unitSuffix(measure) },
        value: fields['target'],
        errorMessage: errorFor(errors, 'target'),
      })}
      <DateFields
        name="by"
        legend={t('goal-form.by')}
        size="m"
        hint={t('goal-form.by.hint')}
        typed={(field) => fields[field]}
        errors={errors}
      />
      {govuk.characterCount({
        id: 'why',
        name: 'why',
        label: { text: t('goal-form.why'), classes: 'govuk-label--m' },
        hint: { text: noNames() },
        ...lengthWords(MOST.why),
        value: fields['why'],
        errorMessage: errorFor(errors, 'why'),
      })}
      {govuk.input({
        id: 'answerable',
        name: 'answerable',
        label: { text: t('goal-form.answerable'), classes: 'govuk-label--m' },
        hint: { text: t('goal-form.answerable.hint') },
        value: fields['answerable'],
        errorMessage: errorFor(errors, 'answerable'),
      })}
      <h2 class="govuk-heading-m">{t('goal-form.milestones')}</h2>
      <p class="govuk-body">{t('goal-form.milestones.text', { most: String(MOST_MILESTONES) })}</p>
      {Array.from({ length: MOST_MILESTONES }, (_, at) => (
        <MilestoneFields at={at + 1} measure={measure} fields={fields} errors={errors} />
      ))}
    </>
  );
}

/** The unit as it stands behind a field. */
function unitSuffix({ unit }: GoalMeasure): string {
  return unit === 'per-100-pupils' ? t('goal-form.per-100-pupils') : unitWords(unit).trim();
}

function MilestoneFields({ at, measure, fields, errors }: FormProps & { readonly at: number }): JSX.Element {
  const name = `milestone-${at}`;
  return (
    <>
      {govuk.fieldset({
        legend: { text: t('goal-form.milestone', { number: String(at) }), classes: 'govuk-fieldset__legend--s' },
        html: htmlOf(
          <>
            <DateFields
              name={`${name}-by`}
              legend={t('goal-form.by')}
              typed={(field) => fields[field]}
              errors={errors}
            />
            {govuk.input({
              id: `${name}-value`,
              name: `${name}-value`,
              label: { text: t('goal-form.milestone.value') },
              classes: 'govuk-input--width-5',
              inputmode: 'decimal',
              spellcheck: false,
              suffix: { text: unitSuffix(measure) },
              value: fields[`${name}-value`],
              errorMessage: errorFor(errors, `${name}-value`),
            })}
            {govuk.input({
              id: `${name}-words`,
              name: `${name}-words`,
              label: { text: t('goal-form.milestone.words') },
              value: fields[`${name}-words`],
              errorMessage: errorFor(errors, `${name}-words`),
            })}
          </>,
        ),
      })}
    </>
  );
}
