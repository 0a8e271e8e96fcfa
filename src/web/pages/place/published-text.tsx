import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  findPlace,
  findSymbol,
  getMeasure,
  groupWords,
  placesOf,
  rateText,
  UNITS,
  unitText,
  type Measure,
  type MeasureId,
  type Observation,
} from '#place';
import { printed } from '../../charts/scale.ts';
import { InlineFigure } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { periodSlug, periodTitle } from './published-period.ts';

/**
 * A published rate with its unit: `7.15%`, `11.31 per 100`. One decimal or two, as DfE gives it: to print `4.70%` where
 * the file says 4.7 would claim more than was published.
 */
export function publishedText(measure: MeasureId, value: number, places?: number): string {
  const { unit } = getMeasure(measure);
  const decimals = places ?? placesOf(unit, value);
  return unit === 'per-100-pupils' ? `${rateText(value, decimals)} per 100` : unitText(unit, value, decimals);
}

/** Decimals for figures that stand in one column: as many as any of them needs, so that they line up. */
export function commonPlaces(observations: readonly Observation[]): number {
  const places = observations.flatMap(({ measure, value }) =>
    value.kind === 'value' ? [placesOf(getMeasure(measure).unit, value.value)] : [],
  );
  return places.length === 0 ? 1 : Math.max(...places);
}

/** For a chart or a file: the rate, or the two or three words that stand in its place. */
export function valueText({ measure, value }: Observation, places?: number): string {
  return value.kind === 'value' ? publishedText(measure, value.value, places) : missingText(value.symbol);
}

/** Without `per 100` or `per 1,000 sessions`, where that is said once for all. */
export function bareText(text: string): string {
  return text.replace(/ per 1[\d,]*.*$/, '');
}

export function rateHeading({ unit }: Measure): string {
  return UNITS[unit].heading;
}

function missingText(symbol: string): string {
  return `Not published (${findSymbol(symbol)?.short.toLowerCase() ?? symbol})`;
}

/** A published figure in a table or a sentence, with the way to its source; where there is none, the reason. */
export function Published(props: {
  readonly of: Observation | undefined;
  readonly places?: number;
  /** Without its unit: the column’s heading says it. */
  readonly bare?: boolean;
}): JSX.Element {
  const { of, places, bare } = props;
  if (!of) return <>Not held</>;
  const { measure, place, period, group, value } = of;
  if (value.kind === 'missing') {
    return (
      <>
        {missingText(value.symbol)}
        <span class="govuk-visually-hidden">{`: ${value.reason}`}</span>
      </>
    );
  }
  return (
    <InlineFigure
      value={bare ? bareText(publishedText(measure, value.value, places)) : publishedText(measure, value.value, places)}
      label={[
        getMeasure(measure).name,
        findPlace(place)?.name ?? place,
        ...(group === 'all' ? [] : [groupWords(group)]),
        periodTitle(period),
      ].join(', ')}
      measure={measure}
      href={howPublished(of)}
    />
  );
}

export function howPublished({
  measure,
  place,
  period,
  group,
  schoolType,
}: Pick<Observation, 'measure' | 'place' | 'period' | 'group' | 'schoolType'>): string {
  return urls.howPublished(measure, place, periodSlug(period), group, schoolType);
}

/** `601,231 of 8,445,343`, that only the rate came, or that there is nothing to divide. */
export function countsText({ measure, numerator, denominator }: Observation): string {
  const { unit } = getMeasure(measure);
  if (unit === 'count') return 'A number, not a rate';
  if (unit === 'score') return 'A score, not a rate';
  return numerator === undefined || denominator === undefined
    ? 'Published as a rate, without its counts'
    : `${printed(numerator)} of ${printed(denominator)}`;
}
