import { parseAst } from 'vitest/node';

/**
 * What the law asks of one source file. TypeScript 7 has no JavaScript API, so the file is read with the oxc parser that
 * vitest brings (decision 0001).
 */
export type Import = {
  /** Undefined where the text is computed, so that nobody can tell what is imported. */
  readonly specifier: string | undefined;
  readonly line: number;
  /** `type` is erased at run time; `file` is a `new URL('…', import.meta.url)`. */
  readonly kind: 'static' | 'type' | 'dynamic' | 'file';
};

export type Word = {
  readonly kind: 'environment' | 'time' | 'randomness' | 'enum' | 'decorator' | 'base-class' | 'mock' | 'assertion';
  readonly text: string;
  readonly line: number;
};

export type SourceFacts = { readonly imports: readonly Import[]; readonly words: readonly Word[] };

export type Node = Readonly<Record<string, unknown>> & { readonly type: string };

export function parseSource(path: string, text: string): Node {
  const lang = path.endsWith('x') ? 'tsx' : /\.m?js$/.test(path) ? 'js' : 'ts';
  const program: unknown = parseAst(text, { lang, sourceType: 'module' }, path);
  if (!isNode(program)) throw new Error(`${path}: the parser gave no program`);
  return program;
}

export function readSource(path: string, text: string): SourceFacts {
  const imports: Import[] = [];
  const words: Word[] = [];
  walk(parseSource(path, text), [], (node, above) => {
    const line = lineOf(text, node);
    const found = findImport(node);
    if (found) imports.push({ ...found, line });
    words.push(...listWords(node, above).map((word) => ({ ...word, line })));
  });
  return { imports, words };
}

/** Visits every node from the top down; `above` holds its ancestors, nearest last. */
export function walk(node: Node, above: readonly Node[], visit: (node: Node, above: readonly Node[]) => void): void {
  visit(node, above);
  const here = [...above, node];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, here, visit);
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function lineOf(text: string, node: Node): number {
  return typeof node.start === 'number' ? text.slice(0, node.start).split('\n').length : 1;
}

export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  const quasis: readonly unknown[] = Array.isArray(node.quasis) ? node.quasis : [];
  const [only] = quasis;
  if (node.type !== 'TemplateLiteral' || quasis.length !== 1 || !isNode(only)) return undefined;
  const value = only.value;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : undefined;
}

/** `a.b.c` as text, for names and member expressions. */
export function dotted(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node.name);
  if (node.type === 'MetaProperty') return 'import.meta';
  if (node.type === 'ThisExpression') return 'this';
  if (node.type !== 'MemberExpression') return '';
  const last = node.computed === true ? (textOf(node.property) ?? '') : dotted(node.property);
  return `${dotted(node.object)}.${last}`;
}

function findImport(node: Node): Omit<Import, 'line'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration': {
      if (!isNode(node.source)) return undefined;
      const erased = node.importKind === 'type' || node.exportKind === 'type';
      return { specifier: textOf(node.source), kind: erased ? 'type' : 'static' };
    }
    case 'TSImportType':
      return { specifier: textOf(node.source) ?? textOf(node.argument), kind: 'type' };
    case 'TSExternalModuleReference':
      return { specifier: textOf(node.expression), kind: 'static' };
    case 'ImportExpression':
      return { specifier: textOf(node.source), kind: 'dynamic' };
    case 'CallExpression': {
      const callee = dotted(node.callee);
      const called = ['require', 'require.resolve', 'import.meta.resolve'].includes(callee);
      return called ? { specifier: textOf(argument(node, 0)), kind: 'dynamic' } : undefined;
    }
    case 'NewExpression': {
      const isFile = dotted(node.callee) === 'URL' && dotted(argument(node, 1)) === 'import.meta.url';
      const specifier = textOf(argument(node, 0));
      return isFile && specifier !== undefined ? { specifier, kind: 'file' } : undefined;
    }
    default:
      return undefined;
  }
}

const TIME = ['Date.now', 'performance.now', 'process.hrtime', 'process.hrtime.bigint', 'Temporal.Now'];
const RANDOM = /^(Math\.random|(.+\.)?(randomUUID|randomBytes|randomInt|getRandomValues|randomFillSync))$/;

function listWords(node: Node, above: readonly Node[]): readonly Omit<Word, 'line'>[] {
  switch (node.type) {
    case 'MemberExpression': {
      const text = dotted(node);
      if (text === 'process.env' || text === 'import.meta.env') return [{ kind: 'environment', text }];
      if (TIME.includes(text)) return [{ kind: 'time', text }];
      return RANDOM.test(text) ? [{ kind: 'randomness', text }] : [];
    }
    case 'ImportSpecifier': {
      const name = dotted(node.imported);
      const from = textOf(above.at(-1)?.source) ?? '';
      if (name === 'env' && from === 'node:process') return [{ kind: 'environment', text: name }];
      return from === 'node:crypto' && RANDOM.test(name) ? [{ kind: 'randomness', text: name }] : [];
    }
    case 'NewExpression':
    case 'CallExpression':
      return listCalls(node);
    case 'TSEnumDeclaration':
      return [{ kind: 'enum', text: dotted(node.id) }];
    case 'Decorator':
      return [{ kind: 'decorator', text: '@' }];
    case 'ClassDeclaration':
    case 'ClassExpression':
      return isNode(node.superClass) ? [{ kind: 'base-class', text: dotted(node.superClass) }] : [];
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return isConst(node) ? [] : [{ kind: 'assertion', text: nearestFunction(above) }];
    default:
      return [];
  }
}

function listCalls(node: Node): readonly Omit<Word, 'line'>[] {
  const callee = dotted(node.callee);
  if (callee === 'Date' && argument(node, 0) === undefined) return [{ kind: 'time', text: 'new Date()' }];
  return /^(vi|vitest)\.(mock|doMock|hoisted|stubGlobal)$/.test(callee) ? [{ kind: 'mock', text: callee }] : [];
}

function argument(node: Node, index: number): unknown {
  return Array.isArray(node.arguments) ? node.arguments[index] : undefined;
}

function isConst(node: Node): boolean {
  const type = node.typeAnnotation;
  return isNode(type) && type.type === 'TSTypeReference' && dotted(type.typeName) === 'const';
}

/** Name of the nearest function or method that has one, `` at the top of a file. */
function nearestFunction(above: readonly Node[]): string {
  for (const node of above.toReversed()) {
    const name = dotted(node.id) || dotted(node.key);
    if (name && /Function|Method|VariableDeclarator|PropertyDefinition|^Property$/.test(node.type)) return name;
  }
  return '';
}
