import { cleanText, foldHeader } from './text.ts';

export type HeaderIndex = {
  readonly texts: readonly string[];
  readonly byText: ReadonlyMap<string, readonly number[]>;
  readonly byFold: ReadonlyMap<string, readonly number[]>;
};

export type Place =
  | { readonly kind: 'at'; readonly position: number }
  | { readonly kind: 'absent' }
  | { readonly kind: 'several'; readonly name: string };

/** Positions by header, as printed and folded. A header with nothing in it can be found by no name. */
export function indexHeader(header: readonly string[]): HeaderIndex {
  return { texts: header, byText: positions(header, cleanText), byFold: positions(header, foldHeader) };
}

/** The column of the first of these names that the header has; the name as printed goes before the folded one. */
export function locate(index: HeaderIndex, names: readonly string[]): Place {
  for (const name of names) {
    const exact = index.byText.get(cleanText(name)) ?? [];
    const found = exact.length > 0 ? exact : (index.byFold.get(foldHeader(name)) ?? []);
    const [position] = found;
    if (found.length > 1) return { kind: 'several', name };
    if (position !== undefined) return { kind: 'at', position };
  }
  return { kind: 'absent' };
}

/** A header as a person can find it again in their file. */
export function headerLabel(header: readonly string[], position: number): string {
  const text = cleanText(header[position] ?? '');
  return text === '' ? `column ${position + 1}` : text;
}

function positions(header: readonly string[], key: (text: string) => string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  header.forEach((text, position) => {
    const name = key(text);
    if (name === '') return;
    const before = found.get(name);
    if (before) before.push(position);
    else found.set(name, [position]);
  });
  return found;
}
