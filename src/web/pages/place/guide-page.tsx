import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  checkedGuide,
  GUIDE_THEMES,
  summaryText,
  VERDICTS,
  type CheckedStatement,
  type GuideTheme,
  type PublishedStatistics,
} from '#place';
import type { WebContext } from '../../context.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { ownText, releasesOf, VerdictTag } from './guide-parts.tsx';
import { guidePicture } from './guide-picture.tsx';

/** `/guide`: each figure of the guide’s national picture and chapter on place, and what the published figures say. */
export async function GuidePage(web: WebContext): Promise<JSX.Element> {
  const checked = await checkedGuide(web.published);
  return shell(web, {
    section: 'national',
    breadcrumbs: [{ text: 'England', href: urls.national() }],
    title: 'The guide, checked',
    children: (
      <>
        <p class="govuk-body-l">{`Of ${checked.length} figures and statements, ${summaryText(checked.map((one) => one.verdict))}.`}</p>
        <p class="govuk-body">
          “Ambitious about Inclusion” (The Difference, June 2026) gives figures for England and for places. Each is
          worked out here again from what the Department for Education (DfE) published and Kith carries. A figure that
          does not agree may be right: the guide may have used a release that Kith does not have.
        </p>
        <p class="govuk-body">
          Follow a statement to its rows, its arithmetic and what it assumes. The guide puts a year of absence beside a
          term of suspensions, and a county and a combined authority beside regions, so read down a table and not
          across. Rates of suspension and exclusion are for every 100 pupils. Places stand in the guide’s order, which
          is no rank.
        </p>
        <ul class="govuk-list">
          {GUIDE_THEMES.map(({ id, title }) => (
            <li>
              <a class="govuk-link" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
        {GUIDE_THEMES.map((theme) => (
          <Theme theme={theme} checked={checked.filter((one) => one.theme === theme.id)} />
        ))}
        <h2 class="govuk-heading-m" id="verdicts">
          What the verdicts mean
        </h2>
        <dl class="govuk-list">
          {VERDICTS.map(({ kind, means }) => (
            <div class="govuk-!-margin-bottom-3">
              <dt>
                <VerdictTag kind={kind} />
              </dt>
              <dd class="govuk-!-margin-left-0">{means}</dd>
            </div>
          ))}
        </dl>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.guideCsv()}>
            Download all of it (CSV)
          </a>
        </p>
        <ReleaseTitles published={web.published} ids={checked.flatMap(releasesOf)} />
      </>
    ),
  });
}

function Theme(props: {
  readonly theme: { readonly id: GuideTheme; readonly title: string; readonly note?: string };
  readonly checked: readonly CheckedStatement[];
}): JSX.Element {
  const { theme, checked } = props;
  const picture = guidePicture(theme, checked);
  return (
    <>
      <h2 class="govuk-heading-l" id={theme.id}>
        {theme.title}
      </h2>
      {theme.note !== undefined && <p class="govuk-body">{theme.note}</p>}
      {picture && (
        <ChartFigure
          chart={picture}
          heading={`${theme.title}: printed and recomputed`}
          headingLevel={3}
          source="Open circle: as printed. Filled mark with its line: recomputed, with the method’s error. In the guide’s order."
        />
      )}
      <DataTable<CheckedStatement>
        id={`${theme.id}-table`}
        caption={`${theme.title}: ${summaryText(checked.map((one) => one.verdict))}`}
        captionSize="s"
        columns={[
          {
            heading: 'The guide',
            cell: (one) => (
              <>
                <a class="govuk-link" href={urls.guideStatement(one.id)}>
                  {one.says}
                </a>
                {`: ${one.printed.text}`}
              </>
            ),
          },
          { heading: 'Kith finds', cell: ownText },
          { heading: 'Verdict', cell: (one) => <VerdictTag kind={one.verdict.kind} /> },
        ]}
        rows={checked}
      />
    </>
  );
}

/** Where each came from in full stands on the statements’ own pages. */
function ReleaseTitles(props: {
  readonly published: PublishedStatistics;
  readonly ids: readonly string[];
}): JSX.Element {
  const titles = [...new Set(props.ids)].flatMap((id) => props.published.findRelease(id)?.title ?? []);
  return (
    <>
      <h2 class="govuk-heading-m" id="releases">
        The releases it rests on
      </h2>
      <p class="govuk-body">Each statement’s page gives the source, the day and the licence of those it uses.</p>
      <ul class="govuk-list govuk-list--bullet">
        {titles
          .toSorted((a, b) => a.localeCompare(b, 'en-GB'))
          .map((title) => (
            <li>{title}</li>
          ))}
      </ul>
    </>
  );
}
