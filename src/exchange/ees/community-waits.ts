import { calendarDate } from '#kernel';
import {
  ALL_PUPILS,
  ENGLAND,
  findPlace,
  missing,
  monthOf,
  type MeasureId,
  type Observation,
  type PublishedValue,
} from '#place';
import { publishedValue } from './statistics-file.ts';
import type { Table } from './table.ts';

// NHS England’s names of the services, and the measures of each.
const SERVICES: Readonly<Record<string, readonly [long: MeasureId, year: MeasureId]>> = {
  Audiology: ['waits-18-weeks-audiology', 'waits-52-weeks-audiology'],
  'Community Paediatric Service': ['waits-18-weeks-community-paediatrics', 'waits-52-weeks-community-paediatrics'],
  'Occupational Therapy': ['waits-18-weeks-occupational-therapy', 'waits-52-weeks-occupational-therapy'],
  'Speech And Language': ['waits-18-weeks-speech-and-language', 'waits-52-weeks-speech-and-language'],
};

/**
 * Observations in the carried waiting lists of children’s community health services: one row a month, area and service,
 * three counts. Both shares are worked out from them. Throws on a row it cannot place.
 */
export function communityWaitObservations(table: Table, release: string): readonly Observation[] {
  return table.rows.flatMap(({ line, cells }) => {
    const cell = (column: string): string => cells[table.columns.indexOf(column)] ?? '';
    const place = cell('level') === 'England' ? ENGLAND : findPlace(cell('place'))?.code;
    const measures = SERVICES[cell('service')];
    if (!place || !measures) throw new Error(`ees/community-waits: line ${line}: ${cell('place')}, ${cell('service')}`);
    const [waiting, half, year] = ['waiting', 'waiting_18_to_52_weeks', 'waiting_over_52_weeks'].map((column) =>
      publishedValue(cell(column)),
    );
    const base = {
      place,
      period: monthOf(calendarDate(`${cell('month')}-01`)),
      schoolType: 'all',
      group: ALL_PUPILS,
      schools: undefined,
      release,
    } as const;
    return [
      { ...base, measure: measures[0], ...shareOf([half, year], waiting) },
      { ...base, measure: measures[1], ...shareOf([year], waiting) },
    ];
  });
}

type Share = Pick<Observation, 'value' | 'numerator' | 'denominator'>;

function shareOf(counts: readonly (PublishedValue | undefined)[], of: PublishedValue | undefined): Share {
  const numbers = [...counts, of].map((count) => (count?.kind === 'value' ? count.value : undefined));
  const denominator = numbers.at(-1);
  const numerator = numbers
    .slice(0, -1)
    .reduce((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0);
  if (numerator === undefined || denominator === undefined) {
    const symbol = [...counts, of].flatMap((count) => (count?.kind === 'missing' ? [count.symbol] : []))[0];
    return { value: missing(symbol ?? 'x'), numerator: undefined, denominator: undefined };
  }
  // Nobody waits: there is nothing to share out.
  if (denominator === 0) return { value: missing('z'), numerator, denominator };
  return { value: { kind: 'value', value: (100 * numerator) / denominator }, numerator, denominator };
}
