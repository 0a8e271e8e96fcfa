import type { JSX } from 'hono/jsx/jsx-runtime';
import { getMeasure, groupWords, rateText, type GroupBeside } from '#place';
import { intervalPlot } from '../../charts/index.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import type { AskedGroups } from './groups.ts';
import { bareText, commonPlaces, countsText, Published, publishedText, rateHeading } from './published-text.tsx';

type TableProps = {
  readonly asked: AskedGroups;
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly GroupBeside[];
};

/** Groups with their rate, counts, ratio and difference. */
export function GroupTable({ asked, id, caption, rows }: TableProps): JSX.Element {
  const { measure } = asked;
  const places = commonPlaces(rows.map(({ observation }) => observation));
  return (
    <DataTable<GroupBeside>
      id={id}
      caption={caption}
      columns={[
        { heading: 'Pupils', cell: ({ group }) => groupWords(group) },
        {
          heading: rateHeading(measure),
          numeric: true,
          cell: ({ observation }) => <Published of={observation} places={places} bare />,
        },
        {
          heading: 'Counts',
          cell: ({ observation }) => (observation.value.kind === 'value' ? countsText(observation) : 'Not shown'),
        },
        { heading: 'Held against', numeric: true, cell: ({ beside }) => elseText(asked, beside) },
        { heading: 'Times as often (95% interval)', cell: ({ beside }) => ratioText(beside) },
        { heading: 'Difference (95% interval)', cell: ({ beside }) => differenceText(asked, beside) },
      ]}
      rows={rows}
      empty="There is no such group here."
    />
  );
}

function elseText({ measure }: AskedGroups, beside: GroupBeside['beside']): string {
  return beside.kind === 'cannot-say' || beside.kind === 'reference'
    ? ''
    : bareRate(measure.id, beside.elseRate, 2);
}

function ratioText(beside: GroupBeside['beside']): string {
  if (beside.kind === 'reference') return 'The other groups are held against this one';
  if (beside.kind === 'cannot-say') return `Cannot be said. ${beside.reason}`;
  if (beside.kind === 'rates-only')
    return beside.ratio === undefined ? 'Cannot be said: nothing to divide by' : rateText(beside.ratio, 2);
  const { ratio } = beside;
  if (ratio.kind === 'cannot-say') return `Cannot be said. ${ratio.reason}`;
  return `${rateText(ratio.value, 2)} (${rateText(ratio.at95.lower, 2)} to ${rateText(ratio.at95.upper, 2)})`;
}

function differenceText({ measure }: AskedGroups, beside: GroupBeside['beside']): string {
  if (beside.kind === 'cannot-say' || beside.kind === 'reference') return '';
  const after = getMeasure(measure.id).unit === 'percent' ? ' points' : ' per 100';
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${rateText(value, 2)}`;
  if (beside.kind === 'rates-only') return `${signed(beside.difference)}${after}`;
  const { difference } = beside;
  // The ratio beside it says why.
  if (difference.kind === 'cannot-say') return beside.ratio.kind === 'cannot-say' ? '' : difference.reason;
  return `${signed(difference.value)}${after} (${signed(difference.at95.lower)} to ${signed(difference.at95.upper)})`;
}

/** The ratios as a picture, groups in the order of the table. */
export function Ratios(props: Omit<TableProps, 'caption'> & { readonly heading: string }): JSX.Element | null {
  const { asked, id, rows, heading } = props;
  const drawn = rows.filter(({ beside }) => beside.kind !== 'reference');
  const shown = drawn.map(({ group, beside, observation }) => {
    const label = groupWords(group);
    const suppressed = observation.value.kind === 'missing';
    if (beside.kind === 'everyone-else' && beside.ratio.kind === 'estimate') {
      const { value, at95 } = beside.ratio;
      return {
        label,
        kind: 'authority' as const,
        value,
        printed: rateText(value, 2),
        interval: { low: at95.lower, high: at95.upper },
      };
    }
    if (beside.kind === 'rates-only' && beside.ratio !== undefined) {
      return { label, kind: 'authority' as const, value: beside.ratio, printed: rateText(beside.ratio, 2) };
    }
    return { label, kind: 'authority' as const, notShown: suppressed ? ('suppressed' as const) : ('missing' as const) };
  });
  if (!shown.some((row) => 'value' in row)) return null;
  const chart = intervalPlot({
    id,
    title: `${asked.measure.name} in ${asked.place.name}: times as often`,
    unit: ' times',
    order: 'given',
    intervalWords: '95% interval',
    rows: shown,
    reasons: { suppressed: 'not shown in the release', missing: 'cannot be said' },
  });
  return (
    <ChartFigure
      chart={chart}
      heading={heading}

      source="1 is as often as those it is held against. In the order of the table."
    />
  );
}
