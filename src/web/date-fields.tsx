import type { JSX } from 'hono/jsx/jsx-runtime';
import { findCalendarDate, type CalendarDate } from '#kernel';
import { t } from '#language';
import { govuk } from './govuk/index.ts';
import { errorFor, type FormError } from './layout/index.ts';

/** What was typed into a field, by its name. */
type Typed = (field: string) => string | undefined;

/** A date in three fields; the first has the id to which the error summary leads. */
export function DateFields(props: {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly size?: 's' | 'm';
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}): JSX.Element {
  const { name, legend, hint, size, typed, errors } = props;
  const error = errorFor(errors, name);
  const item = (part: 'day' | 'month' | 'year', width: 2 | 4) => ({
    id: part === 'day' ? name : `${name}-${part}`,
    name: `${name}-${part}`,
    label: t(`shell.${part}`),
    classes: `govuk-input--width-${width}${error ? ' govuk-input--error' : ''}`,
    value: typed(`${name}-${part}`),
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

export function findTypedDate(typed: Typed, name: string): CalendarDate | undefined {
  const part = (which: string, length: number) => (typed(`${name}-${which}`) ?? '').trim().padStart(length, '0');
  return findCalendarDate(`${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`);
}
