import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { GUIDE_STATEMENTS } from '#place';
import { urls } from '../../urls.ts';

/** On the page of England: the way to the checks. They read many figures, so they are worked out on their own page. */
export function GuideSection(): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-l" id="guide">
        {t('national.guide')}
      </h2>
      <p class="govuk-body">{t('national.guide.lead', { count: GUIDE_STATEMENTS.length })}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.guide()}>
          {t('national.guide.link')}
        </a>
      </p>
    </>
  );
}
