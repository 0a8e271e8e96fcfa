import type { JSX } from 'hono/jsx/jsx-runtime';
import { FORMATS, type OpenRelease, type ReleasedFigure } from '#exchange/open-data';
import { LANGUAGES, rich, spokenLanguage, t } from '#language';
import type { WebContext } from '../../context.ts';
import { DataTable, InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

type Row = { readonly breakdown: string; readonly topic: string; readonly figures: readonly ReleasedFigure[] };

/** `/open-data/<set>/<version>`: one release, with its files, what was hidden and why, and every figure in it. */
export function ReleasePage(web: WebContext, release: OpenRelease, figures: readonly ReleasedFigure[]): JSX.Element {
  const groupings = [...new Set(release.indicators.map(({ grouping }) => grouping))];
  return shell(web, {
    section: 'none',
    title: t('open-data.release.title', { title: release.title, year: release.year }),
    children: (
      <>
        <p class="govuk-body-l">
          {t('open-data.release.lead', {
            area: release.area,
            date: release.as_of,
            version: release.version,
            published: release.published,
          })}
        </p>
        {release.fictional && <p class="govuk-body">{t('open-data.release.fictional')}</p>}
        <p class="govuk-body">
          <InEnglish>{release.population}</InEnglish>
        </p>
        <h2 class="govuk-heading-m">{t('open-data.release.take')}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {release.files.map(({ format, name, bytes }) => (
            <li>
              {rich('open-data.release.size', {
                file: (
                  <a
                    class="govuk-link"
                    href={urls.releaseFile(release.data_set, release.version, format)}
                    download={name}
                  >
                    <InEnglish>{FORMATS[format].title}</InEnglish>
                  </a>
                ),
                size: String(Math.max(1, Math.round(bytes / 1000))),
              })}
            </li>
          ))}
        </ul>
        <p class="govuk-body govuk-!-text-break-word">{t('open-data.release.licence', { licence: release.licence })}</p>
        <p class="govuk-body">
          {t('open-data.release.cite', {
            area: release.area,
            year: release.published.slice(0, 4),
            title: release.title,
            schoolyear: release.year,
            version: release.version,
          })}
        </p>
        <h2 class="govuk-heading-m">{t('open-data.release.protected')}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {release.statement.map((sentence) => (
            <li>
              <InEnglish>{sentence}</InEnglish>
            </li>
          ))}
          {release.left_out.map((topic) => (
            <li>{t('open-data.release.left-out', { topic: topic.toLowerCase() })}</li>
          ))}
        </ul>
        <h2 class="govuk-heading-m">{t('open-data.release.figures')}</h2>
        <p class="govuk-body">{t('open-data.release.how-to-read')}</p>
        {groupings.map((grouping, index) => (
          <DataTable
            id={`figures-${index + 1}`}
            caption={grouping}
            columns={[
              {
                heading: t('published.heading.group'),
                cell: (row: Row) => (isTotal(row) ? t('open-data.release.everyone') : row.breakdown),
              },
              { heading: t('open-data.release.by'), cell: (row: Row) => (isTotal(row) ? '' : row.topic) },
              ...release.indicators
                .filter((one) => one.grouping === grouping)
                .map((indicator) => ({
                  heading: shortLabel(indicator.label, grouping),
                  numeric: true,
                  cell: (row: Row) => figureText(row, indicator),
                })),
            ]}
            rows={rowsOf(figures)}
          />
        ))}
      </>
    ),
  });
}

function isTotal({ topic }: Row): boolean {
  return topic === 'Total';
}

function shortLabel(label: string, grouping: string): string {
  const rest = label.startsWith(`${grouping}: `) ? label.slice(grouping.length + 2) : label;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function figureText(
  { figures }: Row,
  { name, unit, decimals }: OpenRelease['indicators'][number],
): string | JSX.Element {
  const figure = figures.find(({ indicator }) => indicator === name);
  if (!figure || figure.value === null) return <abbr title={figure?.reason ?? ''}>c</abbr>;
  return unit === '%'
    ? `${figure.value.toFixed(decimals)}%`
    : figure.value.toLocaleString(LANGUAGES[spokenLanguage()].locale);
}

function rowsOf(figures: readonly ReleasedFigure[]): readonly Row[] {
  const rows = new Map<string, ReleasedFigure[]>();
  for (const figure of figures) {
    const key = `${figure.topic}/${figure.breakdown}`;
    const own = rows.get(key);
    if (own) own.push(figure);
    else rows.set(key, [figure]);
  }
  return [...rows.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ topic: first.topic, breakdown: first.breakdown, figures: own }] : [];
  });
}
