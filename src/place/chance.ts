import { findCountRate, findProportion, type Estimate } from '#statistics';
import { getMeasure } from './measures.ts';
import type { Measure } from './measure.ts';
import type { Observation } from './observation.ts';
import { UNITS } from './unit.ts';

/** How far chance alone could have moved a published figure, in the measure’s unit; or why that cannot be said. */
export type Chance =
  | ({
      readonly kind: 'estimate';
      readonly counts: 'people' | 'events';
      readonly numerator: number;
      readonly denominator: number;
      /** What a rate is multiplied by: 100 for per cent. */
      readonly per: number;
    } & Estimate)
  | { readonly kind: 'cannot-say'; readonly reason: string };

/** `events`: one pupil may have several, so the numerator may pass the denominator. `sessions` follow one another. */
export type Counts = 'people' | 'events' | 'sessions' | 'nothing';

export function countsOf({ id, unit, topic }: Measure): Counts {
  if (UNITS[unit].per === undefined) return 'nothing';
  if (topic === 'attendance-by-code' || SESSION_MEASURES.includes(id)) return 'sessions';
  // A pupil suspended twice counts twice in the rate, once in the share of pupils suspended.
  if (id === 'suspension-rate') return 'events';
  return unit === 'percent' || unit === 'per-100-pupils' ? 'people' : 'events';
}
const SESSION_MEASURES: readonly string[] = ['overall-absence', 'authorised-absence', 'unauthorised-absence'];

/** Wilson’s interval for shares of people, exact Poisson for events; none where it would pretend. */
export function chanceOf(observation: Observation): Chance {
  const measure = getMeasure(observation.measure);
  const { per } = UNITS[measure.unit];
  const counts = countsOf(measure);
  const { value, numerator, denominator } = observation;
  if (value.kind === 'missing') return cannotSay(value.reason);
  if (counts === 'nothing' || per === undefined) {
    return cannotSay('It is a number or a score, not a rate: there are no counts to divide.');
  }
  if (counts === 'sessions') {
    return cannotSay('It counts sessions, and those of one pupil follow one another: no interval fits.');
  }
  if (numerator === undefined || denominator === undefined) {
    return cannotSay('It is published as a rate, without its counts.');
  }
  if (!isCount(numerator) || !isCount(denominator)) return cannotSay('Its counts are not whole numbers.');
  if (counts === 'people' && numerator > denominator) {
    return cannotSay('More are counted than there are: the counts are not of one group.');
  }
  const estimate = counts === 'people' ? findProportion(numerator, denominator) : findCountRate(numerator, denominator);
  if (!estimate) return cannotSay('There is nobody to count out of.');
  const inUnit = ({ lower, upper }: Estimate['at95']): Estimate['at95'] => ({ lower: lower * per, upper: upper * per });
  return {
    kind: 'estimate',
    counts,
    numerator,
    denominator,
    per,
    value: estimate.value * per,
    at95: inUnit(estimate.at95),
    at998: inUnit(estimate.at998),
  };
}

function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0;
}

function cannotSay(reason: string): Chance {
  return { kind: 'cannot-say', reason };
}
