import type { JSX } from 'hono/jsx/jsx-runtime';
import type { WebContext } from '../../context.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** No measure of the catalogue has this name. */
export function NoSuchStatistic(web: WebContext, id: string): JSX.Element {
  return shell(web, {
    section: 'national',
    title: 'Kith has no such statistic',
    children: (
      <>
        <p class="govuk-body">{`No published measure is called “${id}”.`}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.statistics()}>
            See all published statistics
          </a>
        </p>
      </>
    ),
  });
}
