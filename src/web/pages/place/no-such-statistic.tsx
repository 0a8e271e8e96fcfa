import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import type { WebContext } from '../../context.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** No measure of the catalogue has this name. */
export function NoSuchStatistic(web: WebContext, id: string): JSX.Element {
  return shell(web, {
    section: 'national',
    title: t('published.no-such'),
    children: (
      <>
        <p class="govuk-body">{t('published.no-such.text', { id })}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.statistics()}>
            {t('published.no-such.all')}
          </a>
        </p>
      </>
    ),
  });
}
