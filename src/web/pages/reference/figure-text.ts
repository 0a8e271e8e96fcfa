import { t } from '#language';
import { rateText } from '#place';
import { printed } from '../../charts/scale.ts';
import type { ReferenceMeasure } from './measure.ts';

/** A figure as pages print it: `1,204`, `7.2%`, `11.31`. The raw number stands beside it in `data-number`. */
export function figureText(unit: ReferenceMeasure['unit'], number: number): string {
  if (unit === 'per cent') return `${rateText(number, 1)}%`;
  return unit === 'per 100 pupils' ? rateText(number, 2) : printed(number);
}

const UNITS = {
  sessions: 'sessions',
  minutes: 'minutes',
  children: 'children',
  enrolments: 'enrolments',
  'per cent': 'per-cent',
  'per 100 pupils': 'per-100-pupils',
  suspensions: 'suspensions',
  pupils: 'pupils',
  times: 'times',
} as const satisfies Readonly<Record<ReferenceMeasure['unit'], string>>;

/** `sessions`, `per cent`. */
export function unitText(unit: ReferenceMeasure['unit']): string {
  return t(`how.unit.${UNITS[unit]}`);
}

/** The same over a column. */
export function unitHeading(unit: ReferenceMeasure['unit']): string {
  return t(`how.heading.${UNITS[unit]}`);
}
