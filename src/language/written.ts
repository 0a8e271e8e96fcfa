import type { CalendarDate, Instant } from '#kernel';
import { LANGUAGES, type Language } from './languages.ts';
import { spokenLanguage } from './spoken.ts';
import { t } from './translate.ts';

/**
 * A text for where the words around it run the other way: in a picture everything is laid out left to right, and
 * right-to-left words keep their own order inside these marks (Unicode annex 9, right-to-left isolate).
 */
export function directed(text: string): string {
  return LANGUAGES[spokenLanguage()].direction === 'rtl' ? `\u2067${text}\u2069` : text;
}

/** `3 September 2024`. */
export function dateText(date: CalendarDate): string {
  return dates(spokenLanguage(), '').format(new Date(`${date}T00:00:00Z`));
}

/** `September 2024`. */
export function monthText(date: CalendarDate): string {
  return months(spokenLanguage(), '').format(new Date(`${date}T00:00:00Z`));
}

/** `3 September 2024 at 14:05`, by the clock of those who work in England: school staff read clocks, not UTC. */
export function momentText(at: Instant): string {
  return moments(spokenLanguage(), '').format(new Date(at));
}

/** `1,204` or `6.9`; the number of decimals is fixed so that columns of figures line up. */
export function numberText(value: number, decimals = 0): string {
  return numbers(spokenLanguage(), decimals).format(value);
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(words: readonly string[]): string {
  return lists(spokenLanguage(), 'conjunction').format(isolated(words));
}

/** `a, b, c`: things beside each other, without an “and”. */
export function unitText(words: readonly string[]): string {
  return lists(spokenLanguage(), 'unit').format(isolated(words));
}

/** `a; b; c`: clauses that could each stand alone. */
export function clausesText(words: readonly string[]): string {
  return isolated(words).join(t('pictures.between-clauses'));
}

/** `a, b, c`: what narrows one thing, with no “and” in any language. */
export function besideText(words: readonly string[]): string {
  return isolated(words).join(t('published.between-parts'));
}

/** A name of another direction among right-to-left words keeps its own order (Unicode annex 9, first strong isolate). */
function isolated(words: readonly string[]): readonly string[] {
  return LANGUAGES[spokenLanguage()].direction === 'rtl' ? words.map((word) => `\u2068${word}\u2069`) : words;
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

const months = once((locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }));

const moments = once(
  (locale) => new Intl.DateTimeFormat(locale, { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' }),
);

const numbers = once(
  (locale, decimals: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
);

const lists = once((locale, type: 'conjunction' | 'unit') => new Intl.ListFormat(locale, { type }));

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
