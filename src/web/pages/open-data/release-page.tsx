import type { JSX } from 'hono/jsx/jsx-runtime';
import { FORMATS, type OpenRelease, type ReleasedFigure } from '#exchange/open-data';
import type { WebContext } from '../../context.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';

type Row = { readonly breakdown: string; readonly topic: string; readonly figures: readonly ReleasedFigure[] };

/** `/open-data/<set>/<version>`: one release, with its files, what was hidden and why, and every figure in it. */
export function ReleasePage(web: WebContext, release: OpenRelease, figures: readonly ReleasedFigure[]): JSX.Element {
  const groupings = [...new Set(release.indicators.map(({ grouping }) => grouping))];
  return shell(web, {
    section: 'none',
    title: `${release.title}, ${release.year}`,
    children: (
      <>
        <p class="govuk-body-l">
          {`${release.area}, counted up to ${release.as_of}. Version ${release.version}, published ${release.published}.`}
        </p>
        {release.fictional && (
          <p class="govuk-body">This area is fictional. Every child and school in it is invented.</p>
        )}
        <p class="govuk-body">{release.population}</p>
        <h2 class="govuk-heading-m">Take it away</h2>
        <ul class="govuk-list govuk-list--bullet">
          {release.files.map(({ format, name, bytes }) => (
            <li>
              <a class="govuk-link" href={urls.releaseFile(release.data_set, release.version, format)} download={name}>
                {FORMATS[format].title}
              </a>
              {` (${Math.max(1, Math.round(bytes / 1000))} kB)`}
            </li>
          ))}
        </ul>
        <p class="govuk-body govuk-!-text-break-word">{`Licence: ${release.licence}`}</p>
        <p class="govuk-body">
          {`To cite it: ${release.area} (${release.published.slice(0, 4)}), ${release.title}, ${release.year}, version ${release.version}. `}
          These addresses do not change, and neither does what is at them.
        </p>
        <h2 class="govuk-heading-m">What was done to protect people</h2>
        <ul class="govuk-list govuk-list--bullet">
          {release.statement.map((sentence) => (
            <li>{sentence}</li>
          ))}
          {release.left_out.map((topic) => (
            <li>{`There is no breakdown by ${topic.toLowerCase()}: a group would be too small, or one or two schools’.`}</li>
          ))}
        </ul>
        <h2 class="govuk-heading-m">The figures</h2>
        <p class="govuk-body">
          “c” is a hidden figure. It is not 0. Counts are to the nearest 5, each by itself, so they need not add up. A
          session is half a school day.
        </p>
        {groupings.map((grouping, index) => (
          <DataTable
            id={`figures-${index + 1}`}
            caption={grouping}
            columns={[
              { heading: 'Group', cell: (row: Row) => (row.topic === 'Total' ? 'Everyone' : row.breakdown) },
              { heading: 'By', cell: (row: Row) => (row.topic === 'Total' ? '' : row.topic) },
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
  return unit === '%' ? `${figure.value.toFixed(decimals)}%` : figure.value.toLocaleString('en-GB');
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
