import { findProportion, type Estimate } from '#statistics';
import { getMeasure } from './measures.ts';
import type { Measure } from './measure.ts';
import type { Observation } from './observation.ts';
import { UNITS, type Unit } from './unit.ts';

/** How far chance alone could have moved a published figure, in the measure’s unit; or why that cannot be said. */
export type Chance =
  | ({
      readonly kind: 'estimate';
      readonly numerator: number;
      readonly denominator: number;
      /** What a rate is multiplied by: 100 for per cent. */
      readonly per: number;
    } & Estimate)
  | { readonly kind: 'cannot-say'; readonly reason: string };

/** `events`: one person may have several, so they come in bunches. `sessions` follow one another. */
export type Counts = 'people' | 'events' | 'sessions' | 'nothing';

export function countsOf({ id, unit, topic }: Measure): Counts {
  if (UNITS[unit].per === undefined) return 'nothing';
  // Under attendance by code this one alone counts pupils.
  if (id === 'daily-persistent-absence') return 'people';
  if (topic === 'attendance-by-code' || SESSION_MEASURES.includes(id)) return 'sessions';
  // A pupil suspended twice counts twice in the rate, once in the share of pupils suspended.
  if (id === 'suspension-rate') return 'events';
  return PEOPLE_UNITS.includes(unit) ? 'people' : 'events';
}
// Admissions and conceptions are counted per 1,000 or more, and one person may have several; a birth is one child’s.
const PEOPLE_UNITS: readonly Unit[] = ['percent', 'per-100-pupils', 'per-1000-births'];
const SESSION_MEASURES: readonly string[] = ['overall-absence', 'authorised-absence', 'unauthorised-absence'];

/** Why events have no interval: one that takes them to come singly is too narrow (docs/methods/fair-comparison.md). */
export function whyNotEvents({ topic }: Measure): string {
  const instead = topic === 'suspension' ? ' Take pupils suspended at least once.' : '';
  return `It counts events, and one person may have several: they come in bunches, so chance moves it further than an interval would say.${instead}`;
}

/** Wilson’s interval for shares of people; none where it would pretend. */
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
  if (counts === 'events') return cannotSay(whyNotEvents(measure));
  if (numerator === undefined || denominator === undefined) {
    return cannotSay('It is published as a rate, without its counts.');
  }
  if (!isCount(numerator) || !isCount(denominator)) return cannotSay('Its counts are not whole numbers.');
  if (numerator > denominator) {
    return cannotSay('More are counted than there are: the counts are not of one group.');
  }
  const estimate = findProportion(numerator, denominator);
  if (!estimate) return cannotSay('There is nobody to count out of.');
  const inUnit = ({ lower, upper }: Estimate['at95']): Estimate['at95'] => ({ lower: lower * per, upper: upper * per });
  return {
    kind: 'estimate',
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
