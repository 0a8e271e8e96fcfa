import type { JSX } from 'hono/jsx/jsx-runtime';
import { dataText, t } from '#language';
import {
  checkedGuide,
  GUIDE_THEMES,
  VERDICTS,
  type CheckedStatement,
  type GuideTheme,
  type PublishedStatistics,
} from '#place';
import type { WebContext } from '../../context.ts';
import { ChartFigure, DataTable, InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { ownText, releasesOf, VerdictTag, verdictsText } from './guide-parts.tsx';
import { guidePicture } from './guide-picture.tsx';

/** `/guide`: each figure of the guide’s national picture and chapter on place, and what the published figures say. */
export async function GuidePage(web: WebContext): Promise<JSX.Element> {
  const checked = await checkedGuide(web.published);
  return shell(web, {
    section: 'national',
    breadcrumbs: [{ text: t('shell.england'), href: urls.national() }],
    title: t('guide.title'),
    children: (
      <>
        <p class="govuk-body-l">{t('guide.lead', { count: checked.length, summary: verdictsText(checked) })}</p>
        <p class="govuk-body">{t('guide.about')}</p>
        <p class="govuk-body">{t('guide.how-to-read')}</p>
        <ul class="govuk-list">
          {GUIDE_THEMES.map(({ id, title }) => (
            <li>
              <a class="govuk-link" href={`#${id}`}>
                {dataText(title)}
              </a>
            </li>
          ))}
        </ul>
        {GUIDE_THEMES.map((theme) => (
          <Theme theme={theme} checked={checked.filter((one) => one.theme === theme.id)} />
        ))}
        <h2 class="govuk-heading-m" id="verdicts">
          {t('guide.verdicts')}
        </h2>
        <dl class="govuk-list">
          {VERDICTS.map(({ kind, means }) => (
            <div class="govuk-!-margin-bottom-3">
              <dt>
                <VerdictTag kind={kind} />
              </dt>
              <dd class="govuk-!-margin-left-0">{dataText(means)}</dd>
            </div>
          ))}
        </dl>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.guideCsv()}>
            {t('guide.download')}
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
  const title = dataText(theme.title);
  const picture = guidePicture({ id: theme.id, title }, checked);
  return (
    <>
      <h2 class="govuk-heading-l" id={theme.id}>
        {title}
      </h2>
      {theme.note !== undefined && <p class="govuk-body">{dataText(theme.note)}</p>}
      {picture && (
        <ChartFigure
          chart={picture}
          heading={t('guide.picture', { theme: title })}
          headingLevel={3}
          source={t('guide.picture.source')}
        />
      )}
      <DataTable<CheckedStatement>
        id={`${theme.id}-table`}
        caption={t('guide.theme', { theme: title, summary: verdictsText(checked) })}
        captionSize="s"
        columns={[
          {
            heading: t('guide.column.guide'),
            cell: (one) => (
              <>
                <a class="govuk-link" href={urls.guideStatement(one.id)}>
                  <InEnglish>{one.says}</InEnglish>
                </a>
                {': '}
                <InEnglish>{one.printed.text}</InEnglish>
              </>
            ),
          },
          { heading: t('guide.column.finds'), cell: ownText },
          { heading: t('guide.column.verdict'), cell: (one) => <VerdictTag kind={one.verdict.kind} /> },
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
        {t('guide.releases')}
      </h2>
      <p class="govuk-body">{t('guide.releases.where')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {titles
          .toSorted((a, b) => a.localeCompare(b, 'en-GB'))
          .map((title) => (
            <li>
              <InEnglish>{title}</InEnglish>
            </li>
          ))}
      </ul>
    </>
  );
}
