import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import type { List, ListSource } from '#worklists';
import { InEnglish } from '../../layout/index.ts';
import { findWhereText, headingOf, say, sourceSays, standingText, unitText } from './list-words.ts';

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
              <WhereFrom source={source} words={findWhereText(list, source)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a rule comes from, and how well that is known; a title, which has no words of its own, stays as it is. */
export function WhereFrom(props: { readonly source: ListSource; readonly words: string | undefined }): JSX.Element {
  const { source, words } = props;
  return (
    <>
      {words ?? <InEnglish>{source.where}</InEnglish>}
      {'. '}
      {standingText(source)}
    </>
  );
}
