import type { JSX } from 'hono/jsx/jsx-runtime';
import { dataText, t } from '#language';
import { getMeasure, rateText, type GroupBeside } from '#place';
import { intervalPlot } from '../../charts/index.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import type { AskedGroups } from './groups.ts';
import { groupText } from './published-group.ts';
import { bareRate, commonPlaces, countsText, Published, rateHeading } from './published-text.tsx';

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
        { heading: t('published.heading.pupils'), cell: ({ group }) => groupText(group) },
        {
          heading: rateHeading(measure),
          numeric: true,
          cell: ({ observation }) => <Published of={observation} places={places} bare />,
        },
        {
          heading: t('published.heading.counts'),
          cell: ({ observation }) =>
            observation.value.kind === 'value' ? countsText(observation) : t('groups.not-shown'),
        },
        { heading: t('groups.against'), numeric: true, cell: ({ beside }) => elseText(asked, beside) },
        { heading: t('groups.times'), cell: ({ beside }) => ratioText(beside) },
        { heading: t('groups.difference'), cell: ({ beside }) => differenceText(asked, beside) },
      ]}
      rows={rows}
      empty={t('groups.empty')}
    />
  );
}

function elseText({ measure }: AskedGroups, beside: GroupBeside['beside']): string {
  return beside.kind === 'cannot-say' || beside.kind === 'reference' ? '' : bareRate(measure.id, beside.elseRate, 2);
}

function ratioText(beside: GroupBeside['beside']): string {
  if (beside.kind === 'reference') return t('groups.reference');
  if (beside.kind === 'cannot-say') return t('published.cannot-say', { reason: dataText(beside.reason) });
  if (beside.kind === 'rates-only')
    return beside.ratio === undefined ? t('groups.nothing-to-divide') : rateText(beside.ratio, 2);
  const { ratio } = beside;
  if (ratio.kind === 'cannot-say') return t('published.cannot-say', { reason: dataText(ratio.reason) });
  return t('groups.interval', {
    value: rateText(ratio.value, 2),
    low: rateText(ratio.at95.lower, 2),
    high: rateText(ratio.at95.upper, 2),
  });
}

function differenceText({ measure }: AskedGroups, beside: GroupBeside['beside']): string {
  if (beside.kind === 'cannot-say' || beside.kind === 'reference') return '';
  const unit = getMeasure(measure.id).unit === 'percent' ? 'points' : 'per-100';
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${rateText(value, 2)}`;
  if (beside.kind === 'rates-only') return t(`groups.${unit}`, { difference: signed(beside.difference) });
  const { difference } = beside;
  // The ratio beside it says why.
  if (difference.kind === 'cannot-say') return beside.ratio.kind === 'cannot-say' ? '' : dataText(difference.reason);
  return t(`groups.${unit}-interval`, {
    difference: signed(difference.value),
    low: signed(difference.at95.lower),
    high: signed(difference.at95.upper),
  });
}

/** The ratios as a picture, groups in the order of the table. */
export function Ratios(props: Omit<TableProps, 'caption'> & { readonly heading: string }): JSX.Element | null {
  const { asked, id, rows, heading } = props;
  const drawn = rows.filter(({ beside }) => beside.kind !== 'reference');
  const shown = drawn.map(({ group, beside, observation }) => {
    const label = groupText(group);
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
    title: t('groups.picture', { measure: asked.measure.name, place: asked.place.name }),
    unit: t('groups.picture.after'),
    order: 'given',
    intervalWords: t('published.interval-95'),
    rows: shown,
    reasons: { suppressed: t('groups.picture.suppressed'), missing: t('groups.picture.missing') },
  });
  return (
    <ChartFigure
      chart={chart}
      heading={heading}

      source={t('groups.picture.source')}
    />
  );
}
