import { periodSlug, placesOf, getMeasure, rateText, type Chance, type MeasureId, type ReadTogether } from '#place';
import { printed } from '../../charts/scale.ts';
import { periodTitle } from './published-period.ts';

/** Beyond this level a difference from England is more than chance, once all that is looked at is allowed for. */
export function readingWords(reading: ReadTogether): string {
  switch (reading.kind) {
    case 'cannot-say':
      return 'Cannot be said';
    case 'similar':
      return 'Similar to England';
    case 'higher':
    case 'lower':
      return `${reading.kind === 'higher' ? 'Higher' : 'Lower'} than England (${reading.level}%)`;
  }
}

/** `18,504 of 100,316; 18.18 to 18.71`: counts and the 95 % interval, without the unit. */
export function chanceText(measure: MeasureId, chance: Chance): string {
  if (chance.kind === 'cannot-say') return chance.reason;
  return `${printed(chance.numerator)} of ${printed(chance.denominator)}; ${intervalText(measure, chance.at95)}`;
}

export function intervalText(
  measure: MeasureId,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): string {
  const decimals = Math.max(...[lower, upper].map((value) => placesOf(getMeasure(measure).unit, value)), 1);
  return `${rateText(lower, decimals)} to ${rateText(upper, decimals)}`;
}

/** `2022/23` of a school year, `2024` of a calendar year: for a column that is narrow. */
export function shortPeriod(period: Parameters<typeof periodTitle>[0]): string {
  return period.kind === 'academic-year' || period.kind === 'calendar-year' ? periodSlug(period) : periodTitle(period);
}

/** `persistent absence, severe absence and EHC plans`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** A name of a measure inside a sentence: capitals of an abbreviation stay. */
export function inSentence(name: string): string {
  return /^[A-Z][A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
