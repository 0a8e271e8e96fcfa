import type { JSX } from 'hono/jsx/jsx-runtime';
import { MOST, MOST_MILESTONES, type GoalMeasure } from '#accountability';
import { unitWords } from '#place';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { NO_NAMES } from './acting.tsx';

type FormProps = {
  readonly measure: GoalMeasure;
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
};

/** Target, date, why, who and milestones: what may be changed later too. */
export function TermsFields({ measure, fields, errors }: FormProps): JSX.Element {
  const goesDown = measure.polarity === 'lower-is-better';
  return (
    <>
      {govuk.input({
        id: 'target',
        name: 'target',
        label: { text: 'What should the figure be?', classes: 'govuk-label--m' },
        hint: { text: `${goesDown ? 'Lower' : 'Higher'} than the figure it starts from` },
        classes: 'govuk-input--width-5',
        inputmode: 'decimal',
        spellcheck: false,
        suffix: { text: unitWords(measure.unit).trim() },
        value: fields['target'],
        errorMessage: errorFor(errors, 'target'),
      })}
      <DateFields
        name="by"
        legend="By when?"
        size="m"
        hint="For example, 31 7 2028. A day from July on is judged by the school year that has just ended; an earlier day by the year before"
        fields={fields}
        errors={errors}
      />
      {govuk.characterCount({
        id: 'why',
        name: 'why',
        label: { text: 'Why does it matter?', classes: 'govuk-label--m' },
        hint: { text: NO_NAMES },
        maxlength: String(MOST.why),
        value: fields['why'],
        errorMessage: errorFor(errors, 'why'),
      })}
      {govuk.input({
        id: 'answerable',
        name: 'answerable',
        label: { text: 'Who answers for it?', classes: 'govuk-label--m' },
        hint: { text: 'A role or an organisation, like “Northmoor Inclusion Board”. Never a child' },
        value: fields['answerable'],
        errorMessage: errorFor(errors, 'answerable'),
      })}
      <h2 class="govuk-heading-m">Milestones on the way</h2>
      <p class="govuk-body">
        {`Up to ${MOST_MILESTONES}, in order. Whether one was reached is worked out from the figures; nobody ticks it off. Leave what you do not need empty.`}
      </p>
      {Array.from({ length: MOST_MILESTONES }, (_, at) => (
        <MilestoneFields at={at + 1} measure={measure} fields={fields} errors={errors} />
      ))}
    </>
  );
}

function MilestoneFields({ at, measure, fields, errors }: FormProps & { readonly at: number }): JSX.Element {
  const name = `milestone-${at}`;
  return (
    <>
      {govuk.fieldset({
        legend: { text: `Milestone ${at} (optional)`, classes: 'govuk-fieldset__legend--s' },
        html: htmlOf(
          <>
            <DateFields name={`${name}-by`} legend="By when?" fields={fields} errors={errors} />
            {govuk.input({
              id: `${name}-value`,
              name: `${name}-value`,
              label: { text: 'What should the figure be by then?' },
              classes: 'govuk-input--width-5',
              inputmode: 'decimal',
              spellcheck: false,
              suffix: { text: unitWords(measure.unit).trim() },
              value: fields[`${name}-value`],
              errorMessage: errorFor(errors, `${name}-value`),
            })}
            {govuk.input({
              id: `${name}-words`,
              name: `${name}-words`,
              label: { text: 'What will have been done by then?' },
              value: fields[`${name}-words`],
              errorMessage: errorFor(errors, `${name}-words`),
            })}
          </>,
        ),
      })}
    </>
  );
}

/** Its id is the first of the three fields’, so that the error summary leads there. */
function DateFields(props: {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly size?: 's' | 'm';
  readonly fields: FormProps['fields'];
  readonly errors: readonly FormError[];
}): JSX.Element {
  const { name, legend, hint, size, fields, errors } = props;
  const error = errorFor(errors, name);
  const item = (part: 'day' | 'month' | 'year', width: 2 | 4) => ({
    id: part === 'day' ? name : `${name}-${part}`,
    name: `${name}-${part}`,
    label: part.charAt(0).toUpperCase() + part.slice(1),
    classes: `govuk-input--width-${width}${error ? ' govuk-input--error' : ''}`,
    value: fields[`${name}-${part}`],
  });
  return (
    <>
      {govuk.dateInput({
        id: `${name}-date`,
        fieldset: {
          legend: { text: legend, ...(size ? { classes: `govuk-fieldset__legend--${size}` } : {}) },
        },
        hint: hint === undefined ? undefined : { text: hint },
        errorMessage: error,
        items: [item('day', 2), item('month', 2), item('year', 4)],
      })}
    </>
  );
}
