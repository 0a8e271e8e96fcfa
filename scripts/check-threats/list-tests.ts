import { dotted, isNode, parseSource, textOf, walk, type Node } from '../import-law/read-source.ts';

/**
 * The tests of one file by the name under which the runner tells of them: titles of what is around them and their own,
 * with ` > ` between. One that is left out (`skip`, `todo`) answers nothing and is not there.
 */
export function listTests(file: string, text: string): readonly string[] {
  const names: string[] = [];
  walk(parseSource(file, text), [], (node, above) => {
    if (calledOf(node) !== 'test') return;
    const around = above.filter((one) => calledOf(one) === 'describe').map(titleOf);
    const titles = [...around, titleOf(node)];
    if (titles.every((title) => title !== undefined) && ![...above, node].some(isLeftOut))
      names.push(titles.join(' > '));
  });
  return names;
}

/** `test` of `test(…)`, `test.each(…)(…)` and `it(…)`; undefined of what is no test and no group of tests. */
function calledOf(node: Node): 'test' | 'describe' | undefined {
  if (titleOf(node) === undefined) return undefined;
  const [word = ''] = nameOf(node).split('.');
  if (word === 'test' || word === 'it') return 'test';
  return word === 'describe' ? 'describe' : undefined;
}

function isLeftOut(node: Node): boolean {
  return calledOf(node) !== undefined && /\.(skip|todo)$/.test(nameOf(node));
}

/** What is called, also where that was made by a call itself: `test.each` of `test.each(rows)(title, work)`. */
function nameOf(node: Node): string {
  if (node.type !== 'CallExpression') return '';
  return isNode(node.callee) && node.callee.type === 'CallExpression' ? nameOf(node.callee) : dotted(node.callee);
}

function titleOf(node: Node): string | undefined {
  return node.type === 'CallExpression' && Array.isArray(node.arguments) ? textOf(node.arguments[0]) : undefined;
}
