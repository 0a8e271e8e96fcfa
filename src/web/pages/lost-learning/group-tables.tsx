import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import type { Aggregates } from '#lost-learning';
import { DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { Count, partOf, Share, type About } from './figures.tsx';
import type { Totals } from './read-account.ts';
import { wordsFor } from './words.ts';

const GROUPINGS = [
  { by: 'year-group', heading: 'Year group', about: 'The year group that the school recorded last.' },
  { by: 'sen', heading: 'Special educational needs', about: 'As the school recorded last.' },
  { by: 'fsm', heading: 'Free school meals', about: 'As the school recorded last.' },
  { by: 'sex', heading: 'Sex', about: 'As the school recorded last.' },
] as const;
export type GroupBy = (typeof GROUPINGS)[number]['by'];

export type GroupRow = Totals & { readonly group: string };
export type Groups = ReadonlyMap<GroupBy, readonly GroupRow[]>;

export async function readGroups(aggregates: Aggregates, year: AcademicYear): Promise<Groups> {
  const groups = await Promise.all(
    GROUPINGS.map(async ({ by }) => {
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
      {GROUPINGS.map(({ by, heading, about: words }) => (
        <>
          <GroupTable by={by} heading={heading} rows={groups.get(by) ?? []} about={about} />
          <p class="govuk-body-s">
            {words}{' '}
            <a class="govuk-link" href={urls.table(`ledger-by-${by}`, about.year)}>
              {`Download by ${heading.toLowerCase()} (CSV)`}
            </a>
          </p>
        </>
      ))}
    </>
  );
}

export function GroupTable(props: {
  readonly by: GroupBy;
  readonly heading: string;
  readonly rows: readonly GroupRow[];
  readonly about: About;
}): JSX.Element {
  const { by, heading, rows, about } = props;
  const of = (row: GroupRow): About => partOf(about, by, row.group);
  return (
    <DataTable<GroupRow>
      id={`by-${by}`}
      caption={`By ${heading.toLowerCase()}`}
      columns={[
        { heading, cell: (row) => wordsFor(by, row.group) },
        {
          heading: 'Children',
          numeric: true,
          cell: (row) => <Count measure="children" about={of(row)} value={row.children} />,
        },
        {
          heading: 'Suspended or unauthorised',
          numeric: true,
          cell: (row) => <Count measure="lost_headline" about={of(row)} value={row.lost_headline} />,
        },
        {
          heading: 'All absence',
          numeric: true,
          cell: (row) => <Count measure="lost_absence" about={of(row)} value={row.lost_absence} />,
        },
        {
          heading: 'Possible sessions',
          numeric: true,
          cell: (row) => <Count measure="possible" about={of(row)} value={row.possible} />,
        },
        {
          heading: 'Share lost to absence',
          numeric: true,
          cell: (row) => (
            <Share measure="absence_rate" about={of(row)} numerator={row.lost_absence} denominator={row.possible} />
          ),
        },
        {
          heading: 'All learning lost',
          numeric: true,
          cell: (row) => <Count measure="lost_extended" about={of(row)} value={row.lost_extended} />,
        },
      ]}
      rows={rows}
      empty="No child is in the account yet."
    />
  );
}
