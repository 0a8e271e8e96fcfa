import { numberText, rich, t, type Filled, type Part } from '#language';
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
  const row = (way: Way, value: string | undefined, words: (also: Filled) => Part[]): Row[] =>
    value === undefined
      ? []
      : [
          {
            key: { text: t(`how.also.${way}`) },
            value: { html: htmlOf(<>{words(<span data-also={way}>{value}</span>)}</>) },
          },
        ];
  const inSessions = measure.from.kind === 'cause' || (measure.from.kind === 'ledger' && measure.states !== undefined);
  const share = (of: 'possible' | 'calendar'): Row[] => {
    const whole = ledger?.[of];
    if (!inSessions || whole === undefined || measure.id === of) return [];
    const total = (
      <InlineFigure value={numberText(whole)} label={t(`how.also.${of}.label`)} measure={of} href={href(of)} />
    );
    return row(of, findPercentText(number, whole), (also) =>
      rich('how.also.share', { share: also, number: numberText(number), total }),
    );
  };
  const couldAttend = measure.states?.every((id) => possibleStates.some((state) => state.id === id)) ?? false;
  return [
    ...(inSessions ? row('days', daysText(number), (days) => rich('how.also.days.text', { days })) : []),
    ...(couldAttend ? share('possible') : []),
    ...share('calendar'),
    ...(children === undefined
      ? []
      : row('children', numberText(children), (also) => rich('how.also.children.text', { children: also }))),
  ];
}
