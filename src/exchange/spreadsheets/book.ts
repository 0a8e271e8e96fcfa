/** How the values of a column are kept: a date stays a date and a number a number, so that they sort and add up. */
export type CellKind = 'text' | 'date' | 'number' | 'yes-no';

/** A date as `2025-01-06`, a yes as true; null stays empty. */
export type BookCell = string | number | boolean | null;

export type BookColumn = {
  /** As a program reads it, in CSV: `family_name`. */
  readonly name: string;
  /** As a person reads it, in a sheet: `Family name`. */
  readonly heading: string;
  readonly kind: CellKind;
};

/** A table to be taken away, with what must go with it. */
export type Book = {
  /** The name of its sheet: at most 31 characters, without `[ ] : * ? / \`. */
  readonly sheet: string;
  readonly columns: readonly BookColumn[];
  readonly rows: readonly (readonly BookCell[])[];
  /** The second sheet, “About”: what this is, of which day, that it is personal data. CSV has no room for it. */
  readonly about: readonly (readonly [label: string, text: string])[];
};

/** What neither XML nor a spreadsheet can hold: control characters, halves of characters. */
export function cleanText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
}

const LONGEST_NAME = 31;

/** Excel’s rules for names of sheets; the stricter of the two programs’. */
export function sheetName(text: string): string {
  const name = cleanText(text)
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .trim();
  return name === '' || name.toLowerCase() === 'about' ? 'List' : name;
}

/** How wide a column is, in characters: as its longest value, within reason. */
export function widthOf({ heading }: BookColumn, values: readonly BookCell[]): number {
  let longest = Math.min(heading.length, 24);
  for (const value of values) longest = Math.max(longest, String(value ?? '').length);
  return Math.min(48, longest + 2);
}
