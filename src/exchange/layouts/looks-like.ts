import { INSTANT_PATTERN } from '#kernel';
import type { Reader } from './layout.ts';
import { cleanText, foldWord } from './text.ts';
import { findUkDate } from './uk-date.ts';
import { wordsOf, wordTables } from './words.ts';

/** How many of the values that say anything a reader can read. */
export type Share = { readonly read: number; readonly of: number };

/** No values at all speak neither for nor against. */
export function readable({ read, of }: Share, least: number): boolean {
  return of === 0 || read / of >= least;
}

/** Judges a sample; the SQL reader is the rule, and one test runs both. */
export function shareRead(reader: Reader, values: readonly string[]): Share {
  const test = testOf(reader);
  const said = values.filter((value) => cleanText(value) !== '');
  return { read: said.filter((value) => test(cleanText(value))).length, of: said.length };
}

/** Ten marks of a week, not trimmed: spaces in it are sessions not yet marked. */
export function shareWeeks(reader: Reader, values: readonly string[]): Share {
  const test = testOf(reader);
  const said = values.filter((value) => cleanText(value) !== '');
  const isWeek = (value: string): boolean =>
    [value, cleanText(value)].some(
      (text) => text.length === 10 && [...text].every((mark) => cleanText(mark) === '' || test(mark)),
    );
  return { read: said.filter(isWeek).length, of: said.length };
}

function testOf(reader: Reader): (text: string) => boolean {
  if (typeof reader === 'object' && 'words' in reader) return among(wordsOf(reader.table, reader.words));
  const [name, pivot] = typeof reader === 'object' ? [reader.read, reader.pivot] : [reader, undefined];
  switch (name) {
    case 'text':
      return () => true;
    case 'upn':
      return (text) => /^[a-z]\d{11}[\da-z]$/i.test(text);
    case 'urn':
      return (text) => /^\d{6}(\.0+)?$/.test(text);
    case 'whole-number':
      return (text) => /^\d+(\.0+)?( ?(m|mins?|minutes?))?$/i.test(text);
    case 'days-as-sessions':
      return (text) => /^\d{1,3}(\.[05]0*)?( ?days?)?$/i.test(text);
    case 'uk-date':
      return (text) => findUkDate(text, pivot) !== undefined;
    case 'datetime':
      return (text) => new RegExp(INSTANT_PATTERN).test(text) || findUkDate(withoutHalf(text), pivot) !== undefined;
    default:
      return among(wordTables.get(name)?.words ?? new Map());
  }
}

function among(words: ReadonlyMap<string, string>): (text: string) => boolean {
  return (text) => words.has(foldWord(text));
}

// `8:45 pm` and `, 8:45` are times that a date alone does not carry.
function withoutHalf(text: string): string {
  return text.replace(/ ?[ap]m$/i, '').replace(', ', ' ');
}
