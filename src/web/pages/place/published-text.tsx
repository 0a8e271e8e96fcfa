import type { JSX } from 'hono/jsx/jsx-runtime';
import { findPlace, findSymbol, getMeasure, rateText, type Measure, type MeasureId, type Observation } from '#place';
import { printed } from '../../charts/scale.ts';
import { InlineFigure } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { periodSlug, periodTitle } from './published-period.ts';

/**
 * A published rate with its unit: `7.15%`, `11.31 per 100`. One decimal or two, as DfE gives it: to print `4.70%` where
 * the file says 4.7 would claim more than was published.
 */
export function publishedText(measure: MeasureId, value: number, places = placesOf(value)): string {
  return `${rateText(value, places)}${getMeasure(measure).unit === 'percent' ? '%' : ' per 100'}`;
}

function placesOf(value: number): number {
  return rateText(value, 2).endsWith('0') ? 1 : 2;
}

/** Decimals for figures that stand in one column: as many as any of them needs, so that they line up. */
export function commonPlaces(observations: readonly Observation[]): number {
  return Math.max(1, ...observations.map(({ value }) => (value.kind === 'value' ? placesOf(value.value) : 1)));
}

/** For a chart or a file: the rate, or the two or three words that stand in its place. */
export function valueText({ measure, value }: Observation, places?: number): string {
  return value.kind === 'value' ? publishedText(measure, value.value, places) : missingText(value.symbol);
}

/** Without `per 100`, where that is said once for all. */
export function bareText(text: string): string {
  return text.replace(' per 100', '');
}

export function rateHeading({ unit }: Measure): string {
  return unit === 'percent' ? 'Rate' : 'For every 100 pupils';
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
  const { measure, place, period, value } = of;
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
      label={`${getMeasure(measure).name}, ${findPlace(place)?.name ?? place}, ${periodTitle(period)}`}
      measure={measure}
      href={howPublished(of)}
    />
  );
}

export function howPublished({ measure, place, period }: Pick<Observation, 'measure' | 'place' | 'period'>): string {
  return urls.howPublished(measure, place, periodSlug(period));
}

/** `601,231 of 8,445,343`, or that only the rate came. */
export function countsText({ numerator, denominator }: Observation): string {
  return numerator === undefined || denominator === undefined
    ? 'Published as a rate, without its counts'
    : `${printed(numerator)} of ${printed(denominator)}`;
}
