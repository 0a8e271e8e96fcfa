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

/** A title inside a sentence: `possible sessions`. English writes it small there, other languages as it is. */
export function insideText(title: string): string {
  return spokenLanguage() === 'en' ? title.toLowerCase() : title;
}

/** A sentence that goes on inside another: English makes its first letter small. */
export function goneOnText(sentence: string): string {
  return spokenLanguage() === 'en' ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

/** A name at the beginning of a sentence: its first letter is written large, where letters have sizes. */
export function capitalText(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `3 September 2024`. */
export function dateText(date: CalendarDate): string {
  return dates(spokenLanguage(), '').format(new Date(`${date}T00:00:00Z`));
}

/** `3 September`, where the year is said otherwise. */
export function dayText(date: CalendarDate): string {
  return days(spokenLanguage(), 'long').format(new Date(`${date}T00:00:00Z`));
}

/** `3 Sep`. */
export function shortDayText(date: CalendarDate): string {
  return days(spokenLanguage(), 'short')
    .format(new Date(`${date}T00:00:00Z`))
    .replace('Sept', 'Sep');
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

const days = once(
  (locale, month: 'long' | 'short') => new Intl.DateTimeFormat(locale, { day: 'numeric', month, timeZone: 'UTC' }),
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
