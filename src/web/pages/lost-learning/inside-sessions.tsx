import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { printed } from '../../charts/scale.ts';
import { DataTable } from '../../layout/index.ts';
import { Beside, Count, type About } from './figures.tsx';
import { groupedBy } from './read-account.ts';
import { wordsFor } from './words.ts';

export type RemovalRow = {
  readonly urn: number;
  readonly kind: string;
  readonly removals: number;
  readonly children: number;
  readonly minutes: number;
};
export type LateRow = {
  readonly urn: number;
  readonly sessions: number;
  readonly children: number;
  readonly minutes: number;
};

/** Time lost inside sessions that were attended, by how it was lost. */
export function InsideSessions(props: {
  readonly removals: readonly RemovalRow[];
  readonly late: readonly LateRow[];
  readonly about: About;
}): JSX.Element {
  const { removals, late, about } = props;
  type Line = {
    readonly words: string;
    readonly timesAs: string;
    readonly minutesAs: string;
    readonly times: number;
    /** Different children; not known of several schools together, where the same child may be at two. */
    readonly children: number | undefined;
    readonly minutes: number;
  };
  const sum = <T,>(rows: readonly T[], valueOf: (row: T) => number): number =>
    rows.reduce((total, row) => total + valueOf(row), 0);
  const childrenOf = (rows: readonly { readonly children: number }[]): number | undefined =>
    rows.length === 1 ? rows[0]?.children : undefined;
  const lines: readonly Line[] = [
    ...[...groupedBy(removals, (row) => row.kind)].map(([kind, rows]) => ({
      words: wordsFor('removal', kind),
      timesAs: `removals-${kind}`,
      minutesAs: `minutes-${kind}`,
      times: sum(rows, (row) => row.removals),
      children: childrenOf(rows),
      minutes: sum(rows, (row) => row.minutes),
    })),
    ...(late.length > 0
      ? [
          {
            words: t('child.inside.late'),
            timesAs: 'late-sessions',
            minutesAs: 'late-minutes',
            times: sum(late, (row) => row.sessions),
            children: childrenOf(late),
            minutes: sum(late, (row) => row.minutes),
          },
        ]
      : []),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{t('schools.one.inside')}</h2>
      <DataTable<Line>
        id="inside"
        caption={t('schools.one.inside.caption')}
        captionSize="s"
        columns={[
          { heading: t('schools.one.inside.how'), cell: (row) => row.words },
          {
            heading: t('schools.one.inside.times'),
            numeric: true,
            cell: (row) => <Count measure={row.timesAs} about={about} value={row.times} label={row.words} />,
          },
          {
            heading: t('schools.children'),
            numeric: true,
            cell: (row) =>
              row.children === undefined ? (
                '–'
              ) : (
                <Beside
                  measure={row.timesAs}
                  about={about}
                  way="children"
                  text={printed(row.children)}
                  label={row.words}
                />
              ),
          },
          {
            heading: t('schools.one.inside.minutes'),
            numeric: true,
            cell: (row) => <Count measure={row.minutesAs} about={about} value={row.minutes} label={row.words} />,
          },
        ]}
        rows={lines}
        empty={t('schools.one.inside.none')}
      />
      {lines.length > 0 && <p class="govuk-body">{t('schools.one.inside.at-most')}</p>}
    </>
  );
}
