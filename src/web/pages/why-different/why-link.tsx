import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { InEnglish } from '../../layout/index.ts';
import { urls } from '../../urls.ts';

/** The way from a rate to why it is not what another system shows. */
export function WhyLink({ scope, year }: { readonly scope: string; readonly year: AcademicYear }): JSX.Element {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={urls.whyDifferent(scope, year)}>
        <InEnglish>Why does this differ from our own system, or from the DfE’s figure?</InEnglish>
      </a>
    </p>
  );
}
