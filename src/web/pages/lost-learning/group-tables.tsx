import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { rich, t } from '#language';
import type { Aggregates } from '#lost-learning';
import { DataTable, linkTo } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { Count, partOf, Share, type About } from './figures.tsx';
import type { Totals } from './read-account.ts';
import { wordsFor } from './words.ts';

const GROUPINGS = ['year-group', 'sen', 'fsm', 'sex'] as const;
export type GroupBy = (typeof GROUPINGS)[number];

export type GroupRow = Totals & { readonly group: string };
export type Groups = ReadonlyMap<GroupBy, readonly GroupRow[]>;

export async function readGroups(aggregates: Aggregates, year: AcademicYear): Promise<Groups> {
  const groups = await Promise.all(
    GROUPINGS.map(async (by) => {
      const column = by.replaceAll('-', '_');
      const rows = await aggregates.rows<Totals & Readonly<Record<string, string | number | null>>>(
        `ledger_${column}`,
        year,
      );
      return [by, inOrder(rows.map((row) => ({ ...row, group: String(row[column] ?? '') })))] as const;
    }),
  );
  return new Map(groups);
}

/** Numbers by size, texts by the alphabet; what is not known last. */
export function inOrder<T extends { readonly group: string }>(rows: readonly T[]): readonly T[] {
  return rows.toSorted(
    (a, b) =>
      Number(a.group === '') - Number(b.group === '') ||
      Number(a.group) - Number(b.group) ||
      a.group.localeCompare(b.group, 'en-GB'),
  );
}

/** The account by groups of children. One person on one machine sees exact numbers; nothing here is for publishing. */
export function GroupTables({ groups, about }: { readonly groups: Groups; readonly about: About }): JSX.Element {
  return (
    <>
      {GROUPINGS.map((by) => (
        <>
          <GroupTable by={by} rows={groups.get(by) ?? []} about={about} />
          <p class="govuk-body-s">
            {rich(`area.recorded.${by}`, { link: linkTo(urls.table(`ledger-by-${by}`, about.year)) })}
          </p>
        </>
      ))}
    </>
  );
}

export function GroupTable(props: {
  readonly by: GroupBy;
  readonly rows: readonly GroupRow[];
  readonly about: About;
  /** Where each group has a page of its own. */
  readonly href?: (group: string) => string;
}): JSX.Element {
  const { by, rows, about, href } = props;
  const of = (row: GroupRow): About => partOf(about, by, row.group);
  return (
    <DataTable<GroupRow>
      id={`by-${by}`}
      caption={t(`area.by.${by}`)}
      columns={[
        {
          heading: t(`area.group.${by}`),
          cell: (row) =>
            href ? (
              <a class="govuk-link" href={href(row.group)}>
                {wordsFor(by, row.group)}
              </a>
            ) : (
              wordsFor(by, row.group)
            ),
        },
        {
          heading: t('area.children'),
          numeric: true,
          cell: (row) => <Count measure="children" about={of(row)} value={row.children} />,
        },
        {
          heading: t('area.headline'),
          numeric: true,
          cell: (row) => <Count measure="lost_headline" about={of(row)} value={row.lost_headline} />,
        },
        {
          heading: t('area.absence'),
          numeric: true,
          cell: (row) => <Count measure="lost_absence" about={of(row)} value={row.lost_absence} />,
        },
        {
          heading: t('area.possible'),
          numeric: true,
          cell: (row) => <Count measure="possible" about={of(row)} value={row.possible} />,
        },
        {
          heading: t('area.share-absence'),
          numeric: true,
          cell: (row) => (
            <Share measure="absence_rate" about={of(row)} numerator={row.lost_absence} denominator={row.possible} />
          ),
        },
        {
          heading: t('area.lost'),
          numeric: true,
          cell: (row) => <Count measure="lost_extended" about={of(row)} value={row.lost_extended} />,
        },
      ]}
      rows={rows}
      empty={t('area.no-child')}
    />
  );
}
