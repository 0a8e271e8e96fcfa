import { dotted, isNode, lineOf, parseSource, textOf, walk, type Node } from '../import-law/read-source.ts';
import type { Page } from './read-markdown.ts';

/** A code that a person may be shown or find in a log, and where it is raised. */
export type Code = { readonly code: string | undefined; readonly file: string; readonly line: number };

/**
 * Codes that a source file raises: `new Refusal('…')`, `broken('…')`, `new Error('area/word…')`, a `fault: '…'`, and
 * the words of a table or type whose name ends in `FAULTS`, `Faults` or `Fault`. Undefined where the code is computed.
 */
export function listCodes(file: string, text: string): readonly Code[] {
  const codes: Code[] = [];
  walk(parseSource(file, text), [], (node) => {
    const line = lineOf(text, node);
    codes.push(...codesOf(node).map((code) => ({ code, file, line })));
  });
  return codes;
}

function codesOf(node: Node): readonly (string | undefined)[] {
  const first = Array.isArray(node.arguments) ? textOf(node.arguments[0]) : undefined;
  const callee = dotted(node.callee);
  switch (node.type) {
    case 'NewExpression': {
      if (callee === 'Refusal') return [first];
      const inMessage = /^[a-z-]+\/[a-z-]+(?=:|$)/.exec(first ?? '');
      return callee.endsWith('Error') && inMessage ? [inMessage[0]] : [];
    }
    case 'CallExpression':
      return callee === 'broken' ? [first] : [];
    case 'Property': {
      const word = dotted(node.key) === 'fault' ? textOf(node.value) : undefined;
      return word === undefined ? [] : [word];
    }
    case 'TSTypeAliasDeclaration':
      return dotted(node.id).endsWith('Fault') ? listWords(node.typeAnnotation) : [];
    case 'VariableDeclarator':
      return /(^|_)FAULTS$|(^f|F)aults$/.test(dotted(node.id)) ? listWords(node.init) : [];
    default:
      return [];
  }
}

/** Words of a union of texts, an array of texts, or the keys of a table. */
function listWords(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return listWords(node.expression);
    case 'TSUnionType':
      return children(node.types).flatMap(listWords);
    case 'TSLiteralType':
      return [textOf(node.literal)].filter((word) => word !== undefined);
    case 'ArrayExpression':
      return children(node.elements).flatMap((element) => textOf(element) ?? []);
    case 'ObjectExpression':
      return children(node.properties).flatMap((one) => textOf(one.key) ?? (dotted(one.key) || []));
    default:
      return [];
  }
}

function children(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A code documented in docs/errors.md: a row of a table whose first cell is the code and whose last is the cure. */
export type Entry = { readonly code: string; readonly cure: string };

export function listDocumented(page: Pick<Page, 'text'>): readonly Entry[] {
  return page.text.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const code = /^`([^`]+)`$/.exec(cells[1] ?? '')?.[1];
    return code === undefined ? [] : [{ code, cure: cells.at(-2) ?? '' }];
  });
}
