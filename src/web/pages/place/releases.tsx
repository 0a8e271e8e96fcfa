import type { JSX } from 'hono/jsx/jsx-runtime';
import { findCalendarDate, writtenDate } from '#kernel';
import type { PublishedStatistics, Release } from '#place';
import { govuk, htmlOf } from '../../govuk/index.ts';

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
        {props.heading ?? 'Where these figures come from'}
      </h2>
      {releases.map((release) =>
        govuk.summaryList({
          card: { title: { text: release.title, headingLevel: 3 } },
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
  return [
    row('Publisher', release.publisher),
    row('Covers', `${release.period}; ${release.geography}`),
    row('Published', release.published === undefined ? 'The day is not stated' : dayText(release.published)),
    row(
      'Came to Kith',
      `${dayText(release.received)}${release.origin === 'imported' ? ', imported' : ', carried with it'}`,
    ),
    {
      key: { text: 'Source' },
      value: { html: htmlOf(<span class="kith-address">{release.source}</span>) },
    },
    row('Licence', release.licence),
  ];
}

function dayText(day: string): string {
  const date = findCalendarDate(day.slice(0, 10));
  return date ? writtenDate(date) : day;
}
