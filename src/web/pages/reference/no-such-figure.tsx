import type { JSX } from 'hono/jsx/jsx-runtime';
import type { WebContext } from '../../context.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** There is no such measure, or it is not worked out for what was asked. */
export function NoSuchFigure(web: WebContext, title: string): JSX.Element {
  return shell(web, {
    section: 'none',
    title: 'Kith has no such figure',
    children: (
      <>
        <p class="govuk-body">{`“${title}” is not worked out for what you asked about.`}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.measures()}>
            See every measure and what it means
          </a>
        </p>
      </>
    ),
  });
}
