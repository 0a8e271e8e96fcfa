import { IntlMessageFormat } from 'intl-messageformat';
import { ar } from './ar/index.ts';
import { en, type Messages } from './en/index.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { Part, PlainValues, RichValues, TagsOf } from './message-type.ts';
import { spokenLanguage } from './spoken.ts';

export type MessageKey = keyof Messages;

/** Keys of messages that are text alone, without tags. */
export type PlainKey = { [Key in MessageKey]: [TagsOf<Messages[Key]>] extends [never] ? Key : never }[MessageKey];

/** Nothing more to say where a message needs nothing, else what it needs. */
type Given<Values> = keyof Values extends never ? [] : [values: Values];

/** Every language’s words by their keys. English is the source and the type; the others are held to it. */
export const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, ar };

/** A message as text, in the language of the work at hand. */
export function t<Key extends PlainKey>(key: Key, ...[values]: Given<PlainValues<Messages[Key]>>): string {
  return words(fill(key, values ?? {}));
}

/** A message with something of the page in it: a link around some of its words, a figure among them. */
export function rich<Key extends MessageKey>(key: Key, values: RichValues<Messages[Key]>): Part[] {
  return fill(key, values);
}

/** The message of a key put together from data (`phase.primary`), where there is one that needs nothing. */
export function findText(key: string): string | undefined {
  return isMessageKey(key) ? words(fill(key, {})) : undefined;
}

/** Every key, in the order of the sections. */
export function listMessageKeys(): readonly string[] {
  return Object.keys(en);
}

/** Whether a text is the key of a message. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

function words(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : '')).join('');
}

type Compiled = {
  readonly format: (values: Readonly<Record<string, unknown>>) => Part[];
  /** Names of arguments whose text is printed as it came. */
  readonly texts: readonly string[];
};

const compiled = new Map<string, Compiled>();

function fill(key: MessageKey, values: Readonly<Record<string, unknown>>): Part[] {
  const language = spokenLanguage();
  const name = `${language} ${key}`;
  const found = compiled.get(name) ?? compile(CATALOGUES[language][key], language);
  compiled.set(name, found);
  return found.format(LANGUAGES[language].direction === 'rtl' ? isolate(values, found.texts) : values);
}

function compile(source: string, language: Language): Compiled {
  const text = LANGUAGES[language].direction === 'rtl' ? partsInOrder(signsAfter(source)) : source;
  if (!/[{<]/.test(text)) return { format: () => [text], texts: [] };
  // Without its own `formatters` the library keeps those it made, so numbers of all messages share one.
  const message = new IntlMessageFormat(text, LANGUAGES[language].locale);
  return {
    format: (values) => parse(message.formatToParts(values)),
    texts: [...text.matchAll(/\{([\w-]+)\}/g)].map(([, name = '']) => name),
  };
}

/** `95%` reads the same on every page: among right-to-left words its sign would stand before it here and after it there. */
function signsAfter(text: string): string {
  return text.replace(/(\{[\w-]+(?:, number)?\}|\d[\d.,]*)%/g, '\u2066$&\u2069');
}

/** A message of nothing but filled-in parts says of itself which way they follow each other (right-to-left mark). */
function partsInOrder(text: string): string {
  return /\}.*\{/.test(text) && !/\p{Script=Arabic}/u.test(text.replace(/،/g, '')) ? `\u200f${text}` : text;
}

/** What the library gives is words, or what the caller’s own values and tags made: the types of `rich` saw to those. */
function parse(parts: readonly { readonly value: unknown }[]): Part[] {
  return parts.map(({ value }) => value as Part);
}

/**
 * A name, a code or a date in the middle of right-to-left words has a direction of its own; without marks around it
 * the full stop after “Year 7” would jump to its other side (Unicode annex 9, first strong isolate). A text that has
 * such marks already was made by a message of this language: it runs as the language does, whatever its first name is.
 */
function isolate(
  values: Readonly<Record<string, unknown>>,
  texts: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && texts.includes(name)
        ? `${/[\u2067\u2068]/.test(value) ? '\u2067' : '\u2068'}${value}\u2069`
        : value,
    ]),
  );
}
