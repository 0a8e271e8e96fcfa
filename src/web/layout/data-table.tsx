import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Column, DataTableProps } from './props.ts';

/**
 * A table with its caption, in a region of its own that scrolls sideways on a phone and that the keyboard can reach
 * (WCAG 2.2, 1.4.10 and 2.1.1). Not the table macro, which has no totals and no name for its region.
 */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const { id, caption, columns, rows, totals = [], captionSize = 'm' } = props;
  if (rows.length === 0 && props.empty !== undefined) return <p class="govuk-body">{props.empty}</p>;
  return (
    <section class="kith-table" aria-labelledby={`${id}-caption`} tabindex={0}>
      <table class="govuk-table" id={id}>
        <caption class={`govuk-table__caption govuk-table__caption--${captionSize}`} id={`${id}-caption`}>
          {caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map((column) => (
              <th scope="col" class={classes('govuk-table__header', column)}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          <Rows columns={columns} rows={rows} />
        </tbody>
        {totals.length > 0 && (
          <tfoot class="kith-table__totals">
            <Rows columns={columns} rows={totals} />
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Rows<Row>({ columns, rows }: { columns: readonly Column<Row>[]; rows: readonly Row[] }): JSX.Element {
  const marked = columns.some((column) => column.rowHeading !== undefined);
  return (
    <>
      {rows.map((row) => (
        <tr class="govuk-table__row">
          {columns.map((column, at) =>
            (marked ? column.rowHeading : at === 0) ? (
              <th scope="row" class={classes('govuk-table__header', column)}>
                {column.cell(row)}
              </th>
            ) : (
              <td class={classes('govuk-table__cell', column)}>{column.cell(row)}</td>
            ),
          )}
        </tr>
      ))}
    </>
  );
}

function classes<Row>(base: string, column: Column<Row>): string {
  return column.numeric ? `${base} ${base}--numeric` : base;
}
