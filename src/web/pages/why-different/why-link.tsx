import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { t } from '#language';
import { urls } from '../../urls.ts';

/** The way from a rate to why it is not what another system shows. */
export function WhyLink({ scope, year }: { readonly scope: string; readonly year: AcademicYear }): JSX.Element {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={urls.whyDifferent(scope, year)}>
        {t('why.link')}
      </a>
    </p>
  );
}
