import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { govuk, htmlOf } from '../govuk/index.ts';
import type { Flash, FormError, Link } from './props.ts';

/** The error summary: what to put right, each with a link to where. Nothing where there is nothing to put right. */
export function Problems({ errors }: { errors: readonly FormError[] }): JSX.Element | null {
  if (errors.length === 0) return null;
  return (
    <>
      {govuk.errorSummary({
        titleText: t('shell.problem'),
        errorList: errors.map(({ text, field }) => ({ text, href: field === undefined ? undefined : `#${field}` })),
      })}
    </>
  );
}

/** The message of one field, for the `errorMessage` option of its component. */
export function errorFor(
  errors: readonly FormError[],
  field: string,
): { readonly text: string; readonly visuallyHiddenText: string } | undefined {
  const error = errors.find((one) => one.field === field);
  return error && { text: error.text, visuallyHiddenText: t('shell.error') };
}

/** What has just happened, or what to know, said once at the top of the page. */
export function FlashBanner({ flash }: { flash: Flash }): JSX.Element {
  return (
    <>
      {govuk.notificationBanner({
        type: flash.kind === 'success' ? 'success' : undefined,
        titleText: t(flash.kind === 'success' ? 'shell.success' : 'shell.important'),
        html: htmlOf(
          <p class="govuk-notification-banner__heading">
            {flash.text}
            {flash.link && (
              <>
                {' '}
                <a class="govuk-notification-banner__link" href={flash.link.href}>
                  {flash.link.text}
                </a>
              </>
            )}
          </p>,
        ),
      })}
    </>
  );
}

/** What waits for whoever asks. With a name of its own: a message about the page may stand below it. */
export function Notices({ notices }: { notices: readonly Link[] }): JSX.Element {
  return (
    <>
      {govuk.notificationBanner({
        titleText: t('shell.important'),
        titleId: 'notice-title',
        html: htmlOf(
          <>
            {notices.map(({ text, href }) => (
              <p class="govuk-notification-banner__heading">
                <a class="govuk-notification-banner__link" href={href}>
                  {text}
                </a>
              </p>
            ))}
          </>,
        ),
      })}
    </>
  );
}
