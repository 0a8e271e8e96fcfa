import type { Breach } from './breach.ts';
import { checkCycles, importGraph } from './check-cycles.ts';
import { checkFiles } from './check-files.ts';
import { checkImports, type Doors } from './check-imports.ts';
import { checkWords } from './check-words.ts';
import type { Exception } from './exceptions.ts';
import { readSource } from './read-source.ts';
import type { SourceTree } from './source-tree.ts';

export type House = {
  readonly tree: SourceTree;
  readonly doors: Doors;
  readonly exceptions: readonly Exception[];
  readonly ceilings: Readonly<Record<string, number>>;
};

export type Inspection = {
  readonly breaches: readonly Breach[];
  /** What was really read: a check that read nothing proves nothing. */
  readonly filesRead: number;
  readonly importsRead: number;
};

export function readFacts(tree: SourceTree) {
  return new Map(
    [...tree].filter(([file]) => !file.endsWith('.sql')).map(([file, text]) => [file, readSource(file, text)]),
  );
}

export function checkHouse({ tree, doors, exceptions, ceilings }: House): Inspection {
  const facts = readFacts(tree);
  const found = [
    ...checkImports(facts, tree, doors),
    ...checkCycles(importGraph(facts, tree, doors)),
    ...checkWords(facts),
    ...checkFiles(tree, ceilings),
  ];
  const excuses = (breach: Breach) => (one: Exception) => one.rule === breach.rule && one.file === breach.file;
  const unused = exceptions.filter((one) => !found.some((breach) => excuses(breach)(one)));
  const breaches = [
    ...found.filter((breach) => !exceptions.some(excuses(breach))),
    ...unused.map(({ file, rule }): Breach => {
      const sentence = `It keeps “${rule}” now. Take the exception out of scripts/import-law/exceptions.ts.`;
      return { rule: 'needless-exception', file, line: 1, sentence };
    }),
  ];
  const importsRead = [...facts.values()].reduce((sum, { imports }) => sum + imports.length, 0);
  return { breaches, filesRead: facts.size, importsRead };
}
