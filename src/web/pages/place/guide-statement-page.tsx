import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { guideText, rangeText, verdictText, type CheckedStatement, type Reading } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { ownText, releasesOf, VerdictTag } from './guide-parts.tsx';
import { ReadingRows } from './guide-rows.tsx';
import { Releases } from './releases.tsx';

/** `/guide/<id>`: one statement with the release, the rows, the arithmetic and the assumptions behind its verdict. */
export function GuideStatementPage(web: WebContext, one: CheckedStatement): JSX.Element {
  const { finding, verdict, printed } = one;
  const own = finding.kind === 'readings' ? finding.own : undefined;
  const others = finding.kind === 'readings' ? finding.others : finding.instead;
  const fits = 'reading' in verdict && verdict.reading !== own ? verdict.reading : undefined;
  return shell(web, {
    section: 'national',
    breadcrumbs: [
      { text: t('shell.england'), href: urls.national() },
      { text: t('guide.title'), href: urls.guide() },
    ],
    title: one.title,
    children: (
      <>
        <p class="govuk-body">
          <VerdictTag kind={verdict.kind} />
        </p>
        <p class="govuk-body-l">{verdictText(printed, verdict)}</p>
        {govuk.summaryList({
          rows: [
            row(t('guide.says'), one.says),
            row(t('guide.prints'), printed.text),
            row(t('guide.for'), one.period),
            ...(printed.taken === undefined ? [] : [row(t('guide.reads'), printed.taken)]),
            ...(printed.value === undefined
              ? []
              : [
                  row(
                    t('guide.stands-for'),
                    t('guide.any-number', {
                      low: guideText(printed.unit, printed.low),
                      high: guideText(printed.unit, printed.high),
                    }),
                  ),
                ]),
            row(t('guide.column.finds'), own ? rangeText(own) : ownText(one)),
          ],
        })}
        {own && <Working reading={own} heading={t('published.how')} id="own" />}
        {fits && <Working reading={fits} heading={t('guide.fits', { what: fits.what })} id="fits" />}
        {others.length > 0 && (
          <DataTable<Reading>
            id="others"
            caption={finding.kind === 'none' ? t('guide.instead') : t('guide.others')}
            columns={[
              {
                heading: t('guide.what'),
                cell: (reading) => `${reading.what.slice(0, 1).toUpperCase()}${reading.what.slice(1)}`,
              },
              { heading: t('published.heading.number'), cell: rangeText },
            ]}
            rows={others}
          />
        )}
        {finding.kind === 'none' &&
          finding.instead.map((reading, at) => (
            <Working reading={reading} heading={t('guide.instead-how', { what: reading.what })} id={`instead-${at}`} />
          ))}
        {releasesOf(one).length > 0 && (
          <>
            <p class="govuk-body">
              <a class="govuk-link" href={urls.guideRowsCsv(one.id)}>
                {t('guide.download-rows')}
              </a>
            </p>
            <Releases published={web.published} ids={releasesOf(one)} />
          </>
        )}
      </>
    ),
  });
}

function Working(props: { readonly reading: Reading; readonly heading: string; readonly id: string }): JSX.Element {
  const { reading, heading, id } = props;
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <DataTable
        id={`${id}-steps`}
        caption={t('guide.steps', { what: reading.what })}
        captionSize="s"
        columns={[
          { heading: t('published.heading.step'), cell: (step) => step.sentence },
          { heading: t('published.heading.number'), numeric: true, cell: (step) => step.number },
        ]}
        rows={reading.steps}
      />
      <p class="govuk-body">{t('guide.sure', { error: reading.error })}</p>
      {reading.assumptions.length > 0 && (
        <>
          <p class="govuk-body">{t('guide.assumes')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {reading.assumptions.map((assumption) => (
              <li>{assumption}</li>
            ))}
          </ul>
        </>
      )}
      <ReadingRows reading={reading} id={id} />
    </>
  );
}

function row(
  key: string,
  text: string,
): { readonly key: { readonly text: string }; readonly value: { readonly text: string } } {
  return { key: { text: key }, value: { text } };
}
