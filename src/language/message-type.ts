/**
 * What a message needs, read from its text by the type checker: `{count, plural, …}` and `{share, number}` want a
 * number, `{name}` and `{kind, select, …}` a text, `<link>…</link>` something to put around the words inside.
 * The test beside holds this reading against the parser that formats.
 */
export type ArgumentsOf<Text extends string> = Read<Text, 'words', [], never>;

/** `['count', 'number'] | ['name', 'text']`. In `words` a brace opens an argument, in `cases` the words of a case. */
type Read<
  Text extends string,
  Mode extends Modes,
  Around extends readonly Modes[],
  Found,
> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? Close<Text, Around, Found>
    : Mode extends 'cases'
      ? Read<After, 'words', ['cases', ...Around], Found>
      : Open<After, Around, Found>
  : Found;

type Modes = 'words' | 'cases';

type Close<Text extends string, Around extends readonly Modes[], Found> = Text extends `${string}}${infer Rest}`
  ? Around extends readonly [infer Mode extends Modes, ...infer Outer extends readonly Modes[]]
    ? Read<Rest, Mode, Outer, Found>
    : Found
  : Found;

type Open<After extends string, Around extends readonly Modes[], Found> = After extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name}, ${infer Kind}`
    ? Kind extends `plural, ${string}` | `selectordinal, ${string}`
      ? Read<Inside<After>, 'cases', ['words', ...Around], Found | [Name, 'number']>
      : Kind extends `select, ${string}`
        ? Read<Inside<After>, 'cases', ['words', ...Around], Found | [Name, 'text']>
        : Read<Rest, 'words', Around, Found | [Name, 'number']>
    : Read<Rest, 'words', Around, Found | [Head, 'text']>
  : Found;

/** What follows `name, plural, `. */
type Inside<After extends string> = After extends `${string}, ${string}, ${infer Cases}` ? Cases : '';

/** `link` of `See <link>all</link>`. */
export type TagsOf<Text extends string, Found = never> = Text extends `${string}<${infer Tag}>${infer Rest}`
  ? TagsOf<Rest, Tag extends `/${string}` ? Found : Found | Tag>
  : Found;

/** A piece of a page made elsewhere (JSX gives these): printed as it is. */
export type Filled = Escaped | Promise<Escaped>;
type Escaped = string & { readonly isEscaped: true };

/** What a filled message consists of, in order: words, and what the page put between them. */
export type Part = string | Filled;

type Wanted = { readonly text: string; readonly number: number };
type WantedOnPage = { readonly text: string | Filled; readonly number: number };

type ArgumentValues<Text extends string, Want extends WantedOnPage> = {
  readonly [Pair in ArgumentsOf<Text> as Pair[0]]: Want[Pair[1]];
};

export type PlainValues<Text extends string> = ArgumentValues<Text, Wanted>;

export type RichValues<Text extends string> = ArgumentValues<Text, WantedOnPage> & {
  readonly [Tag in TagsOf<Text>]: (inside: Part[]) => Filled;
};
