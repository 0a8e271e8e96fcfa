import type { JSX } from 'hono/jsx/jsx-runtime';
import { besideText, dataText, t } from '#language';
import {
  findPlace,
  findSymbol,
  getMeasure,
  placesOf,
  rateText,
  UNITS,
  unitText as inUnit,
  type Measure,
  type MeasureId,
  type Observation,
} from '#place';
import { printed } from '../../charts/scale.ts';
import { InlineFigure } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { groupText } from './published-group.ts';
import { periodSlug, periodTitle } from './published-period.ts';

/**
 * A published rate with its unit: `7.15%`, `11.31 per 100`. One decimal or two, as DfE gives it: to print `4.70%` where
 * the file says 4.7 would claim more than was published.
 */
export function publishedText(measure: MeasureId, value: number, places?: number): string {
  return t(`published.rate.${getMeasure(measure).unit}`, { rate: numberOf(measure, value, places) });
}

/** The same without `per 100` or `per 1,000 sessions`, where that is said once for all; `%` stays. */
export function bareRate(measure: MeasureId, value: number, places?: number): string {
  const rate = numberOf(measure, value, places);
  return getMeasure(measure).unit === 'percent' ? t('published.rate.percent', { rate }) : rate;
}

function numberOf(measure: MeasureId, value: number, places?: number): string {
  const { unit } = getMeasure(measure);
  const decimals = places ?? placesOf(unit, value);
  if (unit === 'per-100-pupils') return rateText(value, decimals);
  const words = inUnit(unit, value, decimals);
  return words.slice(0, words.length - UNITS[unit].after.length);
}

/** Decimals for figures that stand in one column: as many as any of them needs, so that they line up. */
export function commonPlaces(observations: readonly Observation[]): number {
  const places = observations.flatMap(({ measure, value }) =>
    value.kind === 'value' ? [placesOf(getMeasure(measure).unit, value.value)] : [],
  );
  return places.length === 0 ? 1 : Math.max(...places);
}

/** The rate, or the two or three words that stand in its place. */
export function valueText({ measure, value }: Observation, places?: number): string {
  return value.kind === 'value' ? publishedText(measure, value.value, places) : missingText(value.symbol);
}

/** The same without its unit, for a chart whose scale has it. */
export function bareValue({ measure, value }: Observation, places?: number): string {
  return value.kind === 'value' ? bareRate(measure, value.value, places) : missingText(value.symbol);
}

export function rateHeading({ unit }: Pick<Measure, 'unit'>): string {
  return dataText(UNITS[unit].heading);
}

/** `Per cent.`, `For every 100 pupils.`: said once under a picture. */
export function unitNote(measure: Pick<Measure, 'unit'>): string {
  return measure.unit === 'percent'
    ? t('published.per-cent')
    : t('published.unit-note', { unit: rateHeading(measure) });
}

function missingText(symbol: string): string {
  return t('published.missing', { why: dataText(findSymbol(symbol)?.short.toLowerCase() ?? symbol) });
}

/** A published figure in a table or a sentence, with the way to its source; where there is none, the reason. */
export function Published(props: {
  readonly of: Observation | undefined;
  readonly places?: number;
  /** Without its unit: the column’s heading says it. */
  readonly bare?: boolean;
}): JSX.Element {
  const { of, places, bare } = props;
  if (!of) return <>{t('published.not-held')}</>;
  const { measure, place, period, group, value } = of;
  if (value.kind === 'missing') {
    return (
      <>
        {missingText(value.symbol)}
        <span class="govuk-visually-hidden">{`: ${dataText(value.reason)}`}</span>
      </>
    );
  }
  return (
    <InlineFigure
      value={bare ? bareRate(measure, value.value, places) : publishedText(measure, value.value, places)}
      label={besideText([
        getMeasure(measure).name,
        findPlace(place)?.name ?? place,
        ...(group === 'all' ? [] : [groupText(group)]),
        periodTitle(period),
      ])}
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
  if (unit === 'count') return t('published.count');
  if (unit === 'score') return t('published.score');
  return numerator === undefined || denominator === undefined
    ? t('published.rate-alone')
    : t('published.counts', { numerator: printed(numerator), denominator: printed(denominator) });
}
