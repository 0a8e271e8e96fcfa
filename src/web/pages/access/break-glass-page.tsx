import type { JSX } from 'hono/jsx/jsx-runtime';
import { EMERGENCY_HOURS, LONGEST_REASON, SHORTEST_REASON, type OpenEmergency } from '#access';
import { momentText, t } from '#language';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Form } from './acting.tsx';

/**
 * The reason, before one child’s account opens; and, once it is open, until when. Both are alike for a child that is held
 * here and for one that is not.
 */
export function BreakGlassPage(
  web: WebContext,
  props: {
    readonly upn: string;
    readonly open: OpenEmergency | undefined;
    readonly form: Form;
    readonly errors: readonly FormError[];
  },
): JSX.Element {
  const { upn, open, form, errors } = props;
  return shell(web, {
    section: 'children',
    title: t('emergency.title'),
    caption: t('words.upn', { upn }),
    back: { text: t('children.title'), href: urls.children() },
    errors,
    children: open ? (
      <>
        <p class="govuk-body-l">{t('emergency.open', { until: momentText(open.endsAt) })}</p>
        <p class="govuk-body">{t('emergency.open.text')}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.child(upn)}>
            {t('emergency.to-child')}
          </a>
        </p>
      </>
    ) : (
      <>
        <p class="govuk-body-l">{t('emergency.text', { hours: String(EMERGENCY_HOURS) })}</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>{t('emergency.seen')}</li>
          <li>{t('emergency.told')}</li>
          <li>{t('emergency.danger')}</li>
        </ul>
        <form method="post" action={urls.emergency(upn)} novalidate>
          {govuk.textarea({
            id: 'reason',
            name: 'reason',
            label: { text: t('emergency.reason'), classes: 'govuk-label--m' },
            hint: {
              text: t('emergency.reason.hint', { least: String(SHORTEST_REASON), most: String(LONGEST_REASON) }),
            },
            value: form.text('reason'),
            errorMessage: errorFor(errors, 'reason'),
          })}
          {govuk.button({ text: t('emergency.break'), classes: 'govuk-button--warning', preventDoubleClick: true })}
        </form>
      </>
    ),
  });
}
