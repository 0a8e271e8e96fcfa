import { isMessageKey } from '#language';
import { dotted, isNode, lineOf, parseSource, textOf, walk, type Node } from '../import-law/read-source.ts';

/** Words that a page would print and that do not come from the catalogue. */
export type English = { readonly text: string; readonly line: number };

/** Files of pages where words are no words of a page, each with its reason. */
export const NO_PAGE: readonly (readonly [RegExp, string])[] = [
  [/\.test\.tsx?$|\.long\.ts$|(html|picture)-faults\.ts$/, 'tests'],
  [/^src\/web\/govuk\//, 'made from govuk-frontend; its words come in as options'],
  [/^src\/web\/api\//, 'the public API speaks English, like the names of its columns'],
  [/^src\/web\/static\//, 'serves files'],
  [
    /^src\/web\/charts\/(gallery|invented)|^src\/web\/charts\/places\/(gallery-places|invented-places)/,
    'invented data',
  ],
  [
    /-(csv|book)\.ts$|^src\/web\/pages\/lost-learning\/(tables|register-marks)\.ts$/,
    'CSV files: names of columns are data',
  ],
];

export function mayHoldPageWords(path: string): boolean {
  return /^src\/web\/.+\.tsx?$/.test(path) && !NO_PAGE.some(([file]) => file.test(path));
}

/** Every literal of a file that reads as words for a person. */
export function findEnglish(path: string, text: string): readonly English[] {
  const found: English[] = [];
  walk(parseSource(path, text), [], (node, above) => {
    for (const words of listTexts(node)) {
      if (isForPeople(words, node, above)) found.push({ text: words.trim(), line: lineOf(text, node) });
    }
  });
  return found;
}

/** How many texts a file has, of whatever kind: proof that the check looked at something. */
export function countTexts(path: string, text: string): number {
  let count = 0;
  walk(parseSource(path, text), [], (node) => {
    count += listTexts(node).length;
  });
  return count;
}

function listTexts(node: Node): readonly string[] {
  if (node.type === 'JSXText' || node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return [];
  const quasis: readonly unknown[] = node.quasis;
  return [
    quasis
      .map((quasi) => (isNode(quasi) && isCooked(quasi.value) ? quasi.value.cooked : ''))
      // What is filled in counts as something that is no word.
      .join('\uFFFC'),
  ];
}

function isCooked(value: unknown): value is { readonly cooked: string } {
  return typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string';
}

function isForPeople(text: string, node: Node, above: readonly Node[]): boolean {
  if (!/\p{L}{2}/u.test(text) || NAMES.includes(text.trim()) || isMessageKey(text)) return false;
  if (isTechnical(node, above)) return false;
  const [parent, grand] = [above.at(-1), above.at(-2)];
  if (node.type === 'JSXText') return true;
  if (parent?.type === 'JSXAttribute') return WORD_ATTRIBUTES.includes(nameOf(parent)) || readsAsWords(text);
  const child = parent?.type === 'JSXExpressionContainer' && /^JSX(Element|Fragment)$/.test(grand?.type ?? '');
  return child || (parent?.type === 'Property' && WORD_OPTIONS.includes(nameOf(parent))) || readsAsWords(text);
}

/** Two words beside each other, one that begins like a sentence, one that was cut off a sentence, or typographic marks. */
function readsAsWords(text: string): boolean {
  return (
    /\p{L}{2,}[,:.;]? ["“‘(]?[\p{L}\uFFFC]|\uFFFC \p{L}{2,}/u.test(text) ||
    /^["“‘(]?\p{Lu}[\p{Ll}’-]+[.…:?]?$/u.test(text.trim()) ||
    /^ \p{L}{2,}|\p{L}{2,} $/u.test(text) ||
    /[’“”]/.test(text)
  );
}

const WORD_ATTRIBUTES = [
  'aria-label',
  'alt',
  'title',
  'placeholder',
  'caption',
  'heading',
  'label',
  'text',
  'empty',
  'source',
];
const WORD_OPTIONS = [
  'text',
  'label',
  'title',
  'heading',
  'caption',
  'hint',
  'summaryText',
  'titleText',
  'landmarkLabel',
];

/** Called the same in every language. */
const NAMES = ['Kith', '<!DOCTYPE html>'];

/** Attributes and options that name things to the machine. */
const TECHNICAL =
  /^(class|classes|className|id|href|rel|d|transform|viewBox|name|type|autocomplete|points|style|content|font-family|sameSite)$|^data-|^(Content|Cache)-/;
const TECHNICAL_CALLS =
  /(^|\.)(broken|header|sql|prepare|startsWith|endsWith|includes|split|join|replace|replaceAll|test|get|set|has|route|rows|use|write)$|^(Error|RangeError|RegExp|URL|URLSearchParams|Intl\.\w+|HTTPException)$/;

function isTechnical(node: Node, above: readonly Node[]): boolean {
  const parent = above.at(-1);
  if (!parent) return true;
  if (/^(Import|Export|TS)/.test(parent.type)) return true;
  if (parent.type === 'BinaryExpression' && /^[!=]==?$/.test(String(parent.operator))) return true;
  if (parent.type === 'SwitchCase' && parent.test === node) return true;
  if (parent.type === 'MemberExpression') return true;
  if (parent.type === 'TaggedTemplateExpression') return true;
  if (parent.type === 'Property' && parent.key === node) return true;
  const inside = [...above].toReversed();
  for (const outer of inside) {
    if (/^(JSXElement|JSXFragment|ArrowFunctionExpression|FunctionDeclaration|FunctionExpression)$/.test(outer.type))
      return false;
    if ((outer.type === 'JSXAttribute' || outer.type === 'Property') && TECHNICAL.test(nameOf(outer))) return true;
    if (outer.type === 'CallExpression' || outer.type === 'NewExpression')
      return TECHNICAL_CALLS.test(dotted(outer.callee));
  }
  return false;
}

function nameOf(node: Node): string {
  const name = node.type === 'JSXAttribute' ? node.name : node.key;
  if (!isNode(name)) return '';
  return typeof name.name === 'string' ? name.name : (textOf(name) ?? '');
}
