import type { JSX } from 'hono/jsx/jsx-runtime';
import { instantDate } from '#kernel';
import { dateText, t } from '#language';
import type { Restriction } from '#rights';
import type { WebContext } from '../../context.ts';
import { DateFields } from '../../date-fields.tsx';
import { govuk } from '../../govuk/index.ts';
import type { FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Fields } from './record-page.tsx';

/** `/rights/restrictions/…`: one that stands, and how to lift it. */
export function RestrictionPage(
  web: WebContext,
  props: { readonly restriction: Restriction; readonly fields: Fields; readonly errors: readonly FormError[] },
): JSX.Element {
  const { restriction, fields, errors } = props;
  return shell(web, {
    section: 'none',
    title: t('restriction.lift'),
    caption: t('words.upn', { upn: restriction.upn ?? '' }),
    back: { text: t('rights.back'), href: urls.rights() },
    errors,
    children: (
      <form method="post" action={urls.restriction(restriction.id)} novalidate>
        <p class="govuk-body">{standsText(restriction)}</p>
        <p class="govuk-body">{t('restriction.lift.text')}</p>
        <DateFields
          name="told"
          legend={t('restriction.told')}
          hint={t('rights.received.hint')}
          size="s"
          typed={(field) => fields[field]}
          errors={errors}
        />
        {govuk.button({ text: t('restriction.lift'), preventDoubleClick: true })}
      </form>
    ),
  });
}

/** Since when the use of a record is restricted, and why. */
export function standsText(restriction: Restriction): string {
  return t('restriction.stands', {
    since: dateText(instantDate(restriction.since)),
    because: t(`restriction.because.${restriction.because}`),
  });
}
