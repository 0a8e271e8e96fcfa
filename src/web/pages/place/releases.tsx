import type { JSX } from 'hono/jsx/jsx-runtime';
import { findCalendarDate } from '#kernel';
import { dateText, t } from '#language';
import type { PublishedStatistics, Release } from '#place';
import { govuk, htmlOf, type SafeHtml } from '../../govuk/index.ts';
import { InEnglish } from '../../layout/index.ts';

/** The releases that the figures of a page come from: publisher, day, source and licence of each. */
export function Releases(props: {
  readonly published: PublishedStatistics;
  readonly ids: readonly string[];
  readonly heading?: string;
}): JSX.Element {
  const releases = [...new Set(props.ids)]
    .flatMap((id) => props.published.findRelease(id) ?? [])
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'));
  return (
    <>
      <h2 class="govuk-heading-m" id="releases">
        {props.heading ?? t('published.releases')}
      </h2>
      {releases.map((release) =>
        govuk.summaryList({
          card: { title: { html: htmlOf(<InEnglish>{release.title}</InEnglish>), headingLevel: 3 } },
          rows: rowsOf(release),
        }),
      )}
    </>
  );
}

function rowsOf(release: Release): Parameters<typeof govuk.summaryList>[0]['rows'] {
  const row = (key: string, text: string): { key: { text: string }; value: { text: string } } => ({
    key: { text: key },
    value: { text },
  });
  const data = (key: string, text: string): { key: { text: string }; value: { html: SafeHtml } } => ({
    key: { text: key },
    value: { html: htmlOf(<InEnglish>{text}</InEnglish>) },
  });
  return [
    data(t('published.release.publisher'), release.publisher),
    data(t('published.release.covers'), `${release.period}; ${release.geography}`),
    row(
      t('published.release.published'),
      release.published === undefined ? t('published.release.no-day') : dayText(release.published),
    ),
    row(
      t('published.release.came'),
      t(release.origin === 'imported' ? 'published.release.imported' : 'published.release.carried', {
        date: dayText(release.received),
      }),
    ),
    {
      key: { text: t('published.release.source') },
      value: {
        html: htmlOf(
          <span class="kith-address">
            <InEnglish>{release.source}</InEnglish>
          </span>,
        ),
      },
    },
    data(t('published.release.licence'), release.licence),
  ];
}

function dayText(day: string): string {
  const date = findCalendarDate(day.slice(0, 10));
  return date ? dateText(date) : day;
}
