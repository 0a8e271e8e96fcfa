import type { JSX } from 'hono/jsx/jsx-runtime';
import { GUIDE_STATEMENTS } from '#place';
import { urls } from '../../urls.ts';

/** On the page of England: the way to the checks. They read many figures, so they are worked out on their own page. */
export function GuideSection(): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-l" id="guide">
        What the guide says, checked
      </h2>
      <p class="govuk-body">
        {`“Ambitious about Inclusion” (The Difference, 2026) gives figures for England and for places. Kith works ${GUIDE_STATEMENTS.length} figures and statements of it out again from what DfE published, and says of each whether it agrees.`}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.guide()}>
          The guide, checked
        </a>
      </p>
    </>
  );
}
