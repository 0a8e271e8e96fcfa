import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { ASKED_BY, kinds } from '#rights';
import type { WebContext } from '../../context.ts';
import { DateFields } from '../../date-fields.tsx';
import { govuk } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

export type Fields = Readonly<Record<string, string>>;

/** `/rights/new`: whose data, what is asked, by whom and since when. */
export function RecordPage(
  web: WebContext,
  { fields, errors }: { readonly fields: Fields; readonly errors: readonly FormError[] },
): JSX.Element {
  return shell(web, {
    section: 'none',
    title: t('rights.record'),
    back: { text: t('rights.back'), href: urls.rights() },
    errors,
    children: (
      <form method="post" action={urls.recordRequest()} novalidate>
        <p class="govuk-body">{t('rights.record.text')}</p>
        {govuk.input({
          id: 'upn',
          name: 'upn',
          label: { text: t('rights.child') },
          classes: 'govuk-input--width-20',
          errorMessage: errorFor(errors, 'upn'),
          value: fields['upn'],
        })}
        {govuk.radios({
          name: 'kind',
          idPrefix: 'kind',
          fieldset: { legend: { text: t('rights.what'), classes: 'govuk-fieldset__legend--s' } },
          errorMessage: errorFor(errors, 'kind'),
          value: fields['kind'],
          items: kinds().map((value) => ({ value, text: t(`rights.kind.${value}`) })),
        })}
        {govuk.radios({
          name: 'by',
          idPrefix: 'by',
          fieldset: { legend: { text: t('rights.by'), classes: 'govuk-fieldset__legend--s' } },
          errorMessage: errorFor(errors, 'by'),
          value: fields['by'],
          items: ASKED_BY.map((value) => ({ value, text: t(`rights.by.${value}`) })),
        })}
        <DateFields
          name="received"
          legend={t('rights.received')}
          hint={t('rights.received.hint')}
          size="s"
          typed={(field) => fields[field]}
          errors={errors}
        />
        {govuk.textarea({
          id: 'words',
          name: 'words',
          label: { text: t('rights.words') },
          hint: { text: t('rights.words.hint') },
          errorMessage: errorFor(errors, 'words'),
          value: fields['words'],
        })}
        {govuk.button({ text: t('rights.record'), preventDoubleClick: true })}
      </form>
    ),
  });
}
