import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import type { List } from '#worklists';
import { headingOf, say, sourceSays, standingText, unitText } from './list-words.ts';

/** The rule of a list, what its number counts, and where each part of the rule comes from. */
export function WorkedOut({ list }: { readonly list: List }): JSX.Element {
  return (
    <section id="worked-out">
      <h2 class="govuk-heading-m">{t('lists.how')}</h2>
      <p class="govuk-body">{say(list, 'asks')}</p>
      <p class="govuk-body">
        {t('lists.worked-out.counted', { heading: headingOf(list, 'counted'), unit: unitText(list) })}{' '}
        {list.about === 'child' && t('lists.worked-out.rows')}
      </p>
      <h3 class="govuk-heading-s">{t('lists.worked-out.sources')}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {list.sources.map((source) => (
          <li>
            {sourceSays(list, source)}{' '}
            <span class="govuk-hint govuk-!-margin-bottom-0">
              <span lang="en">{source.where}</span>
              {'. '}
              {standingText(source)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
