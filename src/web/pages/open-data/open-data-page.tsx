import type { JSX } from 'hono/jsx/jsx-runtime';
import type { OpenRelease } from '#exchange/open-data';
import { listMeasures } from '#place';
import type { WebContext } from '../../context.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** `/open-data`: what there is to take away, and what was done so that no child can be found in it. */
export function OpenDataPage(web: WebContext, releases: readonly OpenRelease[]): JSX.Element {
  return shell(web, {
    section: 'none',
    title: 'Open data',
    children: (
      <>
        <p class="govuk-body-l">Figures to take away and use: about {web.area.name}, and published for England.</p>
        <DataTable
          id="releases"
          caption={`Released by ${web.area.name}`}
          columns={[
            {
              heading: 'Data set',
              cell: (row) => (
                <a class="govuk-link" href={urls.release(row.data_set, row.version)}>
                  {row.title}
                </a>
              ),
            },
            { heading: 'School year', cell: (row) => row.year },
            { heading: 'Version', cell: (row) => row.version },
            { heading: 'Published', cell: (row) => row.published },
            { heading: 'Figures', cell: (row) => row.figures.toLocaleString('en-GB'), numeric: true },
            { heading: 'Hidden', cell: (row) => hiddenCount(row).toLocaleString('en-GB'), numeric: true },
          ]}
          rows={releases}
          empty="Nothing has been released yet. Whoever runs this Kith makes a release with: kith publish-open-data"
        />
        <h2 class="govuk-heading-m">Why some figures are hidden</h2>
        <p class="govuk-body">
          A count of 1 to 7 people is never shown, because someone could be recognised in it. So that it cannot be
          worked out from totals either, a few other figures are hidden with it. Every other count is to the nearest 5.
          All tables of a release are protected together, and each release is held against those before it.
        </p>
        <p class="govuk-body">There is nothing by school. A figure of one school is the school’s own to give.</p>
        <h2 class="govuk-heading-m">Published statistics</h2>
        <p class="govuk-body">
          {`${listMeasures().length} measures`} published by the Department for Education and others, as they were
          published:{' '}
          <a class="govuk-link" href={urls.statistics()}>
            browse them and take each as CSV
          </a>
          , or ask for them by address. They are under the{' '}
          <a
            class="govuk-link"
            href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
            rel="license"
          >
            Open Government Licence v3.0
          </a>
          .
        </p>
        <h2 class="govuk-heading-m">Ask by address</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            <a class="govuk-link" href="/api/v1/data-sets">
              Releases as JSON
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/api/v1/measures">
              Published measures as JSON
            </a>
          </li>
          <li>
            <a class="govuk-link" href={urls.openApi()}>
              What can be asked, in OpenAPI
            </a>
          </li>
        </ul>
      </>
    ),
  });
}

function hiddenCount({ hidden }: OpenRelease): number {
  return Object.values(hidden).reduce((sum, count) => sum + count, 0);
}
