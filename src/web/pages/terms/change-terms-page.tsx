import type { JSX } from 'hono/jsx/jsx-runtime';
import { HALF_TERMS_A_YEAR, type AcademicYear, type TermDates } from '#kernel';
import { t } from '#language';
import type { TypedTerm } from '#lost-learning';
import { govuk, htmlOf } from '../../govuk/index.ts';
import type { WebContext } from '../../context.ts';
import { DateFields } from '../../date-fields.tsx';
import { halfTermText } from '../../half-terms.ts';
import { type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** What a form of dates sends: `half-1-first-day`, `half-1-first-month`, … */
export type TermFields = Readonly<Record<string, string>>;

const PARTS = ['year', 'month', 'day'] as const;

/** The id of the first of a date’s three fields, to which the error summary leads. */
export function dateField(no: number, field: 'first' | 'last'): string {
  return `half-${no}-${field}`;
}

/** The dates as fields. */
export function fieldsOfDates(terms: readonly TermDates[]): TermFields {
  return Object.fromEntries(
    terms.flatMap((dates, index) =>
      (['first', 'last'] as const).flatMap((field) => {
        const values = dates[field].split('-');
        return PARTS.map((part, at) => [`${dateField(index + 1, field)}-${part}`, String(Number(values[at]))] as const);
      }),
    ),
  );
}

/** The six half terms that a form was sent with, not yet judged. */
export function typedTerms(fields: TermFields): readonly TypedTerm[] {
  const dateOf = (no: number, field: 'first' | 'last'): string => {
    const [year = '', month = '', day = ''] = PARTS.map((part) =>
      (fields[`${dateField(no, field)}-${part}`] ?? '').trim(),
    );
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  };
  return Array.from({ length: HALF_TERMS_A_YEAR }, (_, index) => ({
    first: dateOf(index + 1, 'first'),
    last: dateOf(index + 1, 'last'),
  }));
}

/** The form in which an area sets a year’s half terms. */
export function ChangeTermsPage(
  web: WebContext,
  props: {
    readonly year: AcademicYear;
    readonly fields: TermFields;
    readonly errors: readonly FormError[];
  },
): JSX.Element {
  const { year, fields, errors } = props;
  const typed = (field: string) => fields[field];
  return shell(web, {
    section: 'imports',
    title: t('terms.one', { year }),
    back: { text: t('shell.terms'), href: urls.terms() },
    errors,
    children: (
      <form method="post" action={urls.changeTerms(year)} novalidate>
        <p class="govuk-body">{t('terms.one.text')}</p>
        {Array.from({ length: HALF_TERMS_A_YEAR }, (_, index) => index + 1).map((no) => (
          <>
            {govuk.fieldset({
              legend: { text: halfTermText(no, 'half-title'), classes: 'govuk-fieldset__legend--m' },
              html: htmlOf(
                <>
                  <DateFields
                    name={dateField(no, 'first')}
                    legend={t('terms.first')}
                    size="s"
                    typed={typed}
                    errors={errors}
                  />
                  <DateFields
                    name={dateField(no, 'last')}
                    legend={t('terms.last')}
                    size="s"
                    typed={typed}
                    errors={errors}
                  />
                </>,
              ),
            })}
          </>
        ))}
        <div class="govuk-button-group">
          {govuk.button({ text: t('terms.one.set'), preventDoubleClick: true })}
          <a class="govuk-link" href={urls.terms()}>
            {t('terms.one.leave')}
          </a>
        </div>
      </form>
    ),
  });
}
