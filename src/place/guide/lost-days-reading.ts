import type { AcademicYear } from '#kernel';
import type { LostDays } from '../lost-days.ts';
import type { Observation } from '../observation.ts';
import { ENGLAND } from '../places.ts';
import { rateText } from '../rate-text.ts';
import { guideText, wholeNumber } from './guide-text.ts';
import type { PublishedRows } from './published-rows.ts';
import type { Reading } from './reading.ts';

/** The estimate of days lost, its two ways as the two ends of what it may be. */
export async function readLostDays(
  rows: PublishedRows,
  estimate: LostDays,
  year: AcademicYear,
): Promise<Reading | undefined> {
  if (estimate.kind === 'no-estimate') return undefined;
  const other = estimate.alternative?.days ?? estimate.days;
  const used: (Observation | undefined)[] = [];
  for (const measure of ['daily-unauthorised-absence', 'daily-suspended-or-excluded'] as const) {
    for (const type of ['primary', 'secondary', 'special'] as const) {
      used.push(await rows.find(measure, ENGLAND, { kind: 'academic-year', year }, type));
    }
  }
  used.push(await rows.find('suspension-rate', ENGLAND, { kind: 'academic-year', year }));
  return {
    value: estimate.days,
    low: Math.min(estimate.days, other),
    high: Math.max(estimate.days, other),
    error: `An estimate. Its other way, suspensions × their mean length instead of code E, gives ${guideText('days', other)}.`,
    steps: estimate.steps.map(({ sentence, value, unit }) => ({
      sentence,
      number: unit === 'percent' ? `${rateText(value, 1)}%` : `${wholeNumber(value)} ${unit}`,
    })),
    assumptions: [
      '“Absence” is taken as absence the school did not agree to: all absence together is several times as much.',
      ...estimate.assumptions,
    ],
    parts: [],
    rows: used.flatMap((row) => row ?? []),
    kind: 'own',
    unit: 'days',
    what: `days of unauthorised absence and suspension in England, ${year}`,
  };
}
