import type { ListEntryRow } from '#access';
import type { DetailColumn, List } from './list.ts';

/** How the values of a column are kept in a file. */
export type TableKind = 'text' | 'date' | 'number' | 'yes-no';
export type TableCell = string | number | boolean | null;

/** What a table of a list reads of its entries: rows of records, and of the warehouse, both have it. */
export type TableEntry = Pick<
  ListEntryRow,
  | 'urn'
  | 'given_name'
  | 'family_name'
  | 'year_group'
  | 'class'
  | 'sex'
  | 'fsm'
  | 'sen'
  | 'in_care'
  | 'since'
  | 'until'
  | 'counted'
  | 'due'
  | 'overdue'
  | 'entered_on'
  | 'detail'
> & { readonly upn: string };

type TableColumn = {
  readonly name: string;
  readonly heading: string;
  readonly kind: TableKind;
  readonly value: (entry: TableEntry) => TableCell;
};

/** A list as a table to take away: one shape for pages and command, `name` for programs and `heading` for people. */
export function listTable(
  list: List,
  entries: readonly TableEntry[],
  findSchoolName: (urn: number) => string | undefined,
): { readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly TableCell[])[] } {
  const columns = [
    ...(list.about === 'child' ? CHILD : []),
    column('urn', 'School (URN)', 'number', ({ urn }) => urn),
    column('school', 'School', 'text', ({ urn }) => findSchoolName(urn) ?? null),
    column('since', list.headings.since, 'date', ({ since }) => since),
    column('until', 'Until', 'date', ({ until }) => until),
    column('counted', list.headings.counted, 'number', ({ counted }) => counted),
    column('due', 'Due', 'date', ({ due }) => due),
    column('overdue', 'Overdue', 'yes-no', ({ overdue }) => overdue),
    column('entered_on', 'In this list since', 'date', ({ entered_on }) => entered_on),
    ...list.columns.map(detailColumn),
  ];
  return { columns, rows: entries.map((entry) => columns.map(({ value }) => value(entry))) };
}

/** Said wherever rows about children leave. */
export const PERSONAL_DATA =
  'These rows are personal data about children. Keep them safe, share them only with those who need them to help, and delete them when you are done.';

const CHILD: readonly TableColumn[] = [
  column('upn', 'UPN', 'text', ({ upn }) => upn),
  column('family_name', 'Family name', 'text', ({ family_name }) => family_name),
  column('given_name', 'Given name', 'text', ({ given_name }) => given_name),
  column('year_group', 'Year group', 'number', ({ year_group }) => year_group),
  column('class', 'Class', 'text', (entry) => entry.class),
  column('sex', 'Sex', 'text', ({ sex }) => sex),
  column('fsm', 'Free school meals', 'yes-no', ({ fsm }) => fsm),
  column('sen', 'SEN', 'text', ({ sen }) => sen),
  column('in_care', 'In care', 'yes-no', ({ in_care }) => in_care),
];

function column(name: string, heading: string, kind: TableKind, value: TableColumn['value']): TableColumn {
  return { name, heading, kind, value };
}

const KINDS: Readonly<Record<DetailColumn['kind'], TableKind>> = {
  date: 'date',
  count: 'number',
  text: 'text',
  school: 'number',
  percent: 'number',
  'yes-no': 'yes-no',
};

function detailColumn(own: DetailColumn): TableColumn {
  const heading =
    own.kind === 'school' ? `${own.heading} (URN)` : own.kind === 'percent' ? `${own.heading} (%)` : own.heading;
  return column(own.name, heading, KINDS[own.kind], ({ detail }) => cellOf(own, detail[own.name]));
}

function cellOf({ kind, words }: DetailColumn, value: unknown): TableCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  // The warehouse gives large whole numbers as bigint, and JSON gives none.
  if (typeof value === 'bigint') return Number(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (KINDS[kind] === 'number') return Number(text);
  return words?.[text] ?? text;
}
