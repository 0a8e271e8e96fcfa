import { getDocumentProxy } from 'unpdf';

/** A PDF read back: what a screen reader and a search would find in it. */
export type ReadPdf = {
  readonly pages: number;
  /** Width and height in millimetres. */
  readonly size: readonly [number, number];
  readonly title: unknown;
  readonly language: unknown;
  /** The document says that its structure is to be trusted. */
  readonly marked: unknown;
  /** Roles of the structure in reading order, `Table`, `TR`, `TH` …, and descriptions of figures. */
  readonly roles: readonly string[];
  readonly descriptions: readonly string[];
  /** All text in the order of its content, with single spaces. */
  readonly text: string;
};

export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const page = await document.getPage(1);
  const { info } = await document.getMetadata();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const content = await page.getTextContent();
  const found = { roles: [] as string[], descriptions: [] as string[] };
  walk(await page.getStructTree(), found);
  const text = content.items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('');
  return {
    pages: document.numPages,
    size: [toMillimetres(right - left), toMillimetres(top - bottom)],
    title: field(info, 'Title'),
    language: field(info, 'Language'),
    marked: field(await document.getMarkInfo(), 'Marked'),
    ...found,
    text: text.replaceAll(/\s+/g, ' '),
  };
}

function walk(node: unknown, found: { readonly roles: string[]; readonly descriptions: string[] }): void {
  const role = field(node, 'role');
  if (typeof role === 'string') found.roles.push(role);
  const alt = field(node, 'alt');
  if (typeof alt === 'string') found.descriptions.push(alt);
  const children = field(node, 'children');
  if (Array.isArray(children)) for (const child of children) walk(child, found);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function toMillimetres(points: number): number {
  return Math.round((points / 72) * 25.4);
}
