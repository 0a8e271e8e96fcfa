import { dataText, t } from '#language';
import { getMeasure, placesOf, rateText, type Chance, type MeasureId, type ReadTogether } from '#place';
import { printed } from '../../charts/scale.ts';

/** Beyond this level a difference from England is more than chance, once all that is looked at is allowed for. */
export function readingWords(reading: ReadTogether): string {
  switch (reading.kind) {
    case 'cannot-say':
    case 'similar':
      return t(`published.reading.${reading.kind}`);
    case 'higher':
    case 'lower':
      return t(`published.reading.${reading.kind}`, { level: reading.level });
  }
}

/** The same where England stands beside: `Higher (95%)`. */
export function shortReading(reading: ReadTogether): string {
  switch (reading.kind) {
    case 'cannot-say':
      return readingWords(reading);
    case 'similar':
      return t('published.short.similar');
    case 'higher':
    case 'lower':
      return t(`published.short.${reading.kind}`, { level: reading.level });
  }
}

/** `18,504 of 100,316; 18.18 to 18.71`: counts and the 95 % interval, without the unit. */
export function chanceText(measure: MeasureId, chance: Chance): string {
  if (chance.kind === 'cannot-say') return dataText(chance.reason);
  return t('published.counts-interval', {
    numerator: printed(chance.numerator),
    denominator: printed(chance.denominator),
    interval: intervalText(measure, chance.at95),
  });
}

export function intervalText(
  measure: MeasureId,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): string {
  const decimals = Math.max(...[lower, upper].map((value) => placesOf(getMeasure(measure).unit, value)), 1);
  return t('published.interval', { low: rateText(lower, decimals), high: rateText(upper, decimals) });
}

/** A name of a measure inside a sentence: capitals of an abbreviation stay. */
export function inSentence(name: string): string {
  return /^[A-Z][A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
