import type { JSX } from 'hono/jsx/jsx-runtime';
import { possibleStates } from '#lost-learning';
import type { govuk } from '../../govuk/index.ts';
import { htmlOf } from '../../govuk/index.ts';
import { InlineFigure } from '../../layout/index.ts';
import { daysText, findPercentText } from '../lost-learning/words.ts';
import type { ReferenceMeasure } from './measure.ts';
import type { Working } from './working-shape.ts';

type Row = Parameters<typeof govuk.summaryList>[0]['rows'][number];
type Way = 'days' | 'possible' | 'calendar' | 'children';

/** The same figure as pages print it beside the number: in days, as shares, and of how many children. */
export function rowsAlso(measure: ReferenceMeasure, working: Working, href: (id: string) => string): readonly Row[] {
  const { number, ledger, children } = working;
  if (number === undefined) return [];
  const row = (key: string, way: Way, value: string | undefined, more: JSX.Element): Row[] =>
    value === undefined
      ? []
      : [{ key: { text: key }, value: { html: htmlOf(<Also way={way} value={value} more={more} />) } }];
  const inSessions = measure.from.kind === 'cause' || (measure.from.kind === 'ledger' && measure.states !== undefined);
  const share = (of: 'possible' | 'calendar', words: string): Row[] => {
    const whole = ledger?.[of];
    if (!inSessions || whole === undefined || measure.id === of) return [];
    const out = <InlineFigure value={whole.toLocaleString('en-GB')} label={words} measure={of} href={href(of)} />;
    return row(
      `Out of all ${words}`,
      of,
      findPercentText(number, whole),
      <>
        {`: ${number.toLocaleString('en-GB')} of `}
        {out}
      </>,
    );
  };
  const couldAttend = measure.states?.every((id) => possibleStates.some((state) => state.id === id)) ?? false;
  return [
    ...(inSessions ? row('In days', 'days', daysText(number), <>: two sessions are a day</>) : []),
    ...(couldAttend ? share('possible', 'possible sessions') : []),
    ...share('calendar', 'sessions in the calendar'),
    ...(children === undefined
      ? []
      : row(
          'Different children',
          'children',
          children.toLocaleString('en-GB'),
          <>: a child counts once, however often</>,
        )),
  ];
}

function Also({ way, value, more }: { readonly way: Way; readonly value: string; readonly more: JSX.Element }) {
  return (
    <>
      <span data-also={way}>{value}</span>
      {more}
    </>
  );
}
