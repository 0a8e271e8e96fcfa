import type { JSX } from 'hono/jsx/jsx-runtime';
import { columnOf, states, type State } from '#lost-learning';
import { DataTable, InlineFigure } from '../../layout/index.ts';
import { printed } from '../../charts/scale.ts';
import { codeHref } from './codes-page.tsx';
import type { Figures } from './ledger.ts';

/** All ten states of the scope: which of them the measure counts and which it leaves out, with their sessions. */
export function StatesTable(props: {
  readonly counted: readonly string[];
  readonly figures: Figures;
  readonly href: (measure: string) => string;
}): JSX.Element {
  const { counted, figures, href } = props;
  return (
    <DataTable<State>
      id="states"
      caption="Every session, by state"
      captionSize="s"
      columns={[
        {
          heading: 'State',
          cell: (state) => (
            <>
              {state.title}
              <p class="govuk-body-s govuk-!-margin-bottom-0">{state.words}</p>
            </>
          ),
        },
        {
          heading: 'Sessions',
          numeric: true,
          cell: (state) => (
            <InlineFigure
              value={printed(figures[columnOf(state.id)] ?? 0)}
              label={state.title}
              measure={columnOf(state.id)}
              href={href(columnOf(state.id))}
            />
          ),
        },
        { heading: 'Counted here', cell: (state) => (counted.includes(state.id) ? 'Yes' : 'Left out') },
        { heading: 'Attendance codes', cell: (state) => <Codes codes={state.codes} /> },
      ]}
      rows={states}
    />
  );
}

/** Codes, each with the way to its meaning. */
export function Codes({ codes }: { readonly codes: readonly string[] }): JSX.Element {
  if (codes.length === 0) return <>None</>;
  return (
    <>
      {codes.map((code, at) => (
        <>
          {at > 0 && ' '}
          <a class="govuk-link kith-code" href={codeHref(code)}>
            {code}
          </a>
        </>
      ))}
    </>
  );
}
