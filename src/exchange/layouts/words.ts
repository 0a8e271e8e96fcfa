import { z } from 'zod';
import { readJsonFolder } from './json-folder.ts';
import { foldWord } from './text.ts';

const WordFile = z.strictObject({
  about: z.string().min(1),
  source: z.string().min(1),
  codes: z.record(z.string(), z.array(z.string().min(1))),
});

/** Folded word → code. The code `` (nothing) says: this word means that nothing is recorded yet. */
export type WordTable = {
  readonly about: string;
  readonly source: string;
  readonly words: ReadonlyMap<string, string>;
};

/** The tables shipped in `words/`, by file name. Every code also stands for itself. */
export const wordTables: ReadonlyMap<string, WordTable> = new Map(
  readJsonFolder(new URL('words/', import.meta.url)).map(({ name, content }) => {
    const { about, source, codes } = WordFile.parse(content);
    const pairs = Object.entries(codes).flatMap(([code, words]) => spellings(code, words));
    return [name, { about, source, words: wordMap(pairs) }];
  }),
);

/** A table, where one is named, with a layout’s own words before it. */
export function wordsOf(table: string | undefined, own: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const shipped = table === undefined ? undefined : wordTables.get(table)?.words;
  const codes = Object.values(own).filter((code) => code !== '');
  return new Map([
    ...codes.map((code): [string, string] => [foldWord(code), code]),
    ...(shipped ?? []),
    ...Object.entries(own).map(([word, code]): [string, string] => [foldWord(word), code]),
  ]);
}

/** What two words say differently, though they fold to one: such a table cannot be used. */
export function findContradiction(pairs: readonly (readonly [string, string])[]): string | undefined {
  const seen = new Map<string, string>();
  for (const [word, code] of pairs) {
    const before = seen.get(foldWord(word));
    if (before !== undefined && before !== code) return word;
    seen.set(foldWord(word), code);
  }
  return undefined;
}

// Exports print a code, its words, or both: `I`, `Illness`, `I - Illness`, `Illness (I)`.
function spellings(code: string, words: readonly string[]): readonly (readonly [string, string])[] {
  if (code === '') return words.map((word) => [word, code]);
  return [code, ...words.flatMap((word) => [word, `${code}-${word}`, `${code}:${word}`, `${word} (${code})`])].map(
    (word) => [word, code],
  );
}

function wordMap(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const contradiction = findContradiction(pairs);
  if (contradiction !== undefined) throw new Error(`layouts/two-codes-for-a-word: ${contradiction}`);
  return new Map(pairs.map(([word, code]) => [foldWord(word), code]));
}
