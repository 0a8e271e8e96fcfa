import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import type { WebContext } from '../../context.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** There is no such measure, or it is not worked out for what was asked. */
export function NoSuchFigure(web: WebContext, title: string): JSX.Element {
  return shell(web, {
    section: 'none',
    title: t('how.none-such'),
    children: (
      <>
        <p class="govuk-body">{t('how.none-such.text', { title })}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.measures()}>
            {t('how.none-such.all')}
          </a>
        </p>
      </>
    ),
  });
}
