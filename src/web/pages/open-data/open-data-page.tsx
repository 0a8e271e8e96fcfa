import type { JSX } from 'hono/jsx/jsx-runtime';
import type { OpenRelease } from '#exchange/open-data';
import { numberText, rich, t } from '#language';
import { listMeasures } from '#place';
import { nameOfArea, type WebContext } from '../../context.ts';
import { DataTable, InEnglish, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** `/open-data`: what there is to take away, and what was done so that no child can be found in it. */
export function OpenDataPage(web: WebContext, releases: readonly OpenRelease[]): JSX.Element {
  return shell(web, {
    section: 'none',
    title: t('open-data.title'),
    children: (
      <>
        <p class="govuk-body-l">{t('open-data.lead', { area: nameOfArea(web.area) })}</p>
        <DataTable
          id="releases"
          caption={t('open-data.released-by', { area: nameOfArea(web.area) })}
          columns={[
            {
              heading: t('open-data.set'),
              cell: (row) => (
                <a class="govuk-link" href={urls.release(row.data_set, row.version)}>
                  <InEnglish>{row.title}</InEnglish>
                </a>
              ),
            },
            { heading: t('open-data.year'), cell: (row) => row.year },
            { heading: t('open-data.version'), cell: (row) => row.version },
            { heading: t('open-data.published'), cell: (row) => row.published },
            { heading: t('open-data.figures'), cell: (row) => numberText(row.figures), numeric: true },
            { heading: t('open-data.hidden'), cell: (row) => numberText(hiddenCount(row)), numeric: true },
          ]}
          rows={releases}
          empty={t('open-data.none')}
        />
        <h2 class="govuk-heading-m">{t('open-data.why')}</h2>
        <p class="govuk-body">{t('open-data.why.text')}</p>
        <p class="govuk-body">{t('open-data.no-schools')}</p>
        <h2 class="govuk-heading-m">{t('open-data.statistics')}</h2>
        <p class="govuk-body">
          {rich('open-data.statistics.text', {
            count: listMeasures().length,
            browse: linkTo(urls.statistics()),
            licence: (inside) => (
              <a
                class="govuk-link"
                href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
                rel="license"
              >
                {inside}
              </a>
            ),
          })}
        </p>
        <h2 class="govuk-heading-m">{t('open-data.ask')}</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            <a class="govuk-link" href="/api/v1/data-sets">
              {t('open-data.ask.releases')}
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/api/v1/measures">
              {t('open-data.ask.measures')}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={urls.openApi()}>
              {t('open-data.ask.openapi')}
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
