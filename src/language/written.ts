import type { CalendarDate } from '#kernel';
import { LANGUAGES, type Language } from './languages.ts';
import { spokenLanguage } from './spoken.ts';

/** `3 September 2024`. */
export function dateText(date: CalendarDate): string {
  return dates(spokenLanguage(), '').format(new Date(`${date}T00:00:00Z`));
}

/** `1,204` or `6.9`; the number of decimals is fixed so that columns of figures line up. */
export function numberText(value: number, decimals = 0): string {
  return numbers(spokenLanguage(), decimals).format(value);
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(words: readonly string[]): string {
  return lists(spokenLanguage(), '').format(words);
}

const dates = once(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
);

const numbers = once(
  (locale, decimals: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
);

const lists = once((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/** A format is dear to make and cheap to use, and a page prints hundreds of numbers. */
function once<Format, Option extends string | number = string>(
  make: (locale: string, option: Option) => Format,
): (language: Language, option: Option) => Format {
  const made = new Map<string, Format>();
  return (language, option) => {
    const name = `${language} ${option}`;
    const found = made.get(name) ?? make(LANGUAGES[language].locale, option);
    made.set(name, found);
    return found;
  };
}
