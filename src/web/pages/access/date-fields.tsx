import type { JSX } from 'hono/jsx/jsx-runtime';
import { findCalendarDate, type CalendarDate } from '#kernel';
import { t } from '#language';
import { govuk } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import type { Form } from './acting.tsx';

/** A date in three fields; the first has the id to which the error summary leads. */
export function DateFields(props: {
  readonly name: string;
  readonly legend: string;
  readonly form: Form;
  readonly errors: readonly FormError[];
}): JSX.Element {
  const { name, legend, form, errors } = props;
  const error = errorFor(errors, name);
  const item = (part: 'day' | 'month' | 'year', width: 2 | 4) => ({
    id: part === 'day' ? name : `${name}-${part}`,
    name: `${name}-${part}`,
    label: t(`terms.${part}`),
    classes: `govuk-input--width-${width}${error ? ' govuk-input--error' : ''}`,
    value: form.text(`${name}-${part}`),
  });
  return (
    <>
      {govuk.dateInput({
        id: `${name}-date`,
        fieldset: { legend: { text: legend } },
        errorMessage: error,
        items: [item('day', 2), item('month', 2), item('year', 4)],
      })}
    </>
  );
}

export function findTypedDate(form: Form, name: string): CalendarDate | undefined {
  const part = (which: string, length: number) => form.text(`${name}-${which}`).padStart(length, '0');
  return findCalendarDate(`${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`);
}
