import type { Observation } from '../observation.ts';
import { getMeasure } from '../measures.ts';
import { periodWords, type Period } from '../period.ts';
import { rateText } from '../rate-text.ts';
import type { MeasureId } from '../measure-id.ts';
import type { GuideUnit } from './printed.ts';

/** A recomputed number in full: with more decimals than the guide prints, so that a reader can round it themselves. */
export function guideText(unit: GuideUnit, value: number): string {
  switch (unit) {
    case 'percent':
      return `${rateText(value, 2)}%`;
    case 'per-100-pupils':
      return `${rateText(value, Math.abs(value) < 1 ? 4 : 2)} per 100`;
    case 'times':
      return `${rateText(value, 3)} times`;
    case 'percent-above':
      return `${rateText(Math.abs(value), 1)}% ${value < 0 ? 'below' : 'above'}`;
    case 'days':
      return `${rateText(value / 1e6, 2)} million days`;
  }
}

/** How far a number is from another, in the words of its unit: `0.19 percentage points`. */
export function distanceText(unit: GuideUnit, distance: number): string {
  const size = Math.abs(distance);
  switch (unit) {
    case 'percent':
      return `${rateText(size, 2)} percentage points`;
    case 'per-100-pupils':
      return `${rateText(size, size < 0.1 ? 3 : 2)} per 100`;
    case 'times':
      return `${rateText(size, 2)} times`;
    case 'percent-above':
      return `${rateText(size, 1)} percentage points`;
    case 'days':
      return `${rateText(size / 1e6, 2)} million days`;
  }
}

/** `overall absence in Leeds, the 2024/25 school year`. */
export function whatText(measure: MeasureId, inWords: string, period: Period): string {
  return `${lowerFirst(getMeasure(measure).name)} ${inWords}, ${periodWords(period)}`;
}

/** The unit of a rate as the guide uses it. */
export function unitOf(measure: MeasureId): GuideUnit {
  return getMeasure(measure).unit === 'percent' ? 'percent' : 'per-100-pupils';
}

export function wholeNumber(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

export function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

/** The value of a row, or undefined where a symbol stands in its place. */
export function valueOf(row: Observation | undefined): number | undefined {
  return row?.value.kind === 'value' ? row.value.value : undefined;
}
