import type { CalendarDate } from '#kernel';

/**
 * One page for governors as it is read: every word of it, and nothing about how it is set. PDF and HTML are both made
 * of this and of nothing else, so that they cannot say two different things.
 */
export type GovernorsPage = {
  readonly language: { readonly tag: string; readonly region: string };
  readonly title: string;
  /** Which school, which term, for whom. */
  readonly about: string;
  readonly told: Sentences;
  readonly picture: PagePicture;
  readonly measures: PageTable;
  readonly inside: PageTable;
  readonly questions: PageList;
  readonly leftOut: PageList;
  readonly worked: Sentences;
  /** The day as of which it was known: the date of the document. */
  readonly dated: CalendarDate;
};

export type Sentences = { readonly heading: string; readonly sentences: readonly string[] };
export type PageList = { readonly heading: string; readonly items: readonly string[] };

/** A table, or what is said in its place. The first column names the rows; the others are figures. */
export type PageTable = {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** Those of the notes that no language but English has words for. */
  readonly inEnglish?: readonly string[];
};

export type PagePicture = {
  readonly heading: string;
  /** What it shows, in words: for whoever does not see it. Undefined where there is no picture. */
  readonly drawing: Drawing | undefined;
  readonly notes: readonly string[];
};

/** A picture in points, from its top left corner; its text is in its shapes. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly words: string;
  readonly shapes: readonly Shape[];
};

export type Shape =
  | {
      readonly kind: 'area';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | {
      readonly kind: 'line';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly stroke: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** The line that letters stand on. */
      readonly y: number;
      readonly size: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly text: string;
    };

/** Every text of a page in the order in which it is read; the words of a drawing are its description. */
export function textsOf(page: GovernorsPage): readonly string[] {
  const table = ({ heading, columns, rows, notes }: PageTable) => [
    heading,
    ...(rows.length > 0 ? [...columns, ...rows.flat()] : []),
    ...notes,
  ];
  return [
    page.title,
    page.about,
    page.told.heading,
    ...page.told.sentences,
    page.picture.heading,
    ...page.picture.notes,
    ...table(page.measures),
    ...table(page.inside),
    page.questions.heading,
    ...page.questions.items,
    page.leftOut.heading,
    ...page.leftOut.items,
    page.worked.heading,
    ...page.worked.sentences,
  ];
}
