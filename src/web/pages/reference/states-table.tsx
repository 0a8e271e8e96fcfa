import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import { columnOf, states, type State } from '#lost-learning';
import { DataTable, InlineFigure } from '../../layout/index.ts';
import { stateTitle } from '../../charts/index.ts';
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
      caption={t('below.states')}
      captionSize="s"
      columns={[
        {
          heading: t('below.state'),
          cell: (state) => (
            <>
              {stateTitle(state.id)}
              <p class="govuk-body-s govuk-!-margin-bottom-0">{t(`states.${state.id}.words`)}</p>
            </>
          ),
        },
        {
          heading: t('below.states.sessions'),
          numeric: true,
          cell: (state) => (
            <InlineFigure
              value={printed(figures[columnOf(state.id)] ?? 0)}
              label={stateTitle(state.id)}
              measure={columnOf(state.id)}
              href={href(columnOf(state.id))}
            />
          ),
        },
        {
          heading: t('below.counted'),
          cell: (state) => t(counted.includes(state.id) ? 'below.counted.yes' : 'below.counted.no'),
        },
        { heading: t('below.states.codes'), cell: (state) => <Codes codes={state.codes} /> },
      ]}
      rows={states}
    />
  );
}

/** Codes, each with the way to its meaning. */
export function Codes({ codes }: { readonly codes: readonly string[] }): JSX.Element {
  if (codes.length === 0) return <>{t('below.states.no-codes')}</>;
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
