import { isNode, parseSource, walk, type Node } from '../import-law/read-source.ts';

/** What a file asks the catalogue for: keys as they are, and shapes of keys that are put together from data. */
export type AskedKeys = { readonly whole: readonly string[]; readonly shapes: readonly RegExp[] };

/** Only who has the catalogue at hand puts keys together; a template elsewhere that looks like a key is none. */
const HAS_CATALOGUE = /from '(?:#language|\.\/translate\.ts)'/;

export function findAskedKeys(path: string, text: string): AskedKeys {
  const whole = [...text.matchAll(/'([a-z-]+\.[^'\n]+)'/g)].map(([, key = '']) => key);
  const shapes: RegExp[] = [];
  if (HAS_CATALOGUE.test(text)) {
    walk(parseSource(path, text), [], (node) => {
      const shape = findShape(node);
      if (shape) shapes.push(shape);
    });
  }
  return { whole, shapes };
}

/** `words.${kind}.${value}` asks for keys of three parts that begin with `words`. What is filled in holds no dot but a number’s. */
function findShape(node: Node): RegExp | undefined {
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis) || node.quasis.length < 2) return undefined;
  const quasis: readonly unknown[] = node.quasis;
  const texts = quasis.map((quasi) => (isNode(quasi) && isRaw(quasi.value) ? quasi.value.raw : ''));
  if (!/^[a-z-]+\.(?:[\w-]+\.)*[\w-]*$/.test(texts[0] ?? '') || texts.some((text) => /[^\w.-]/.test(text)))
    return undefined;
  const literal = texts.map((text) => text.replaceAll('.', String.raw`\.`));
  return new RegExp(`^${literal.join(String.raw`(?:[^.]|(?<=\d)\.(?=\d))+`)}$`);
}

function isRaw(value: unknown): value is { readonly raw: string } {
  return typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'string';
}
