import type { Breach } from './breach.ts';
import { BESIDE, findRoom, isTest, listAllowed, PACKAGES } from './law.ts';
import type { Import, SourceFacts } from './read-source.ts';
import { resolveImport } from './resolve-import.ts';
import type { SourceTree } from './source-tree.ts';

export type Facts = ReadonlyMap<string, SourceFacts>;
export type Doors = Readonly<Record<string, string>>;

/** Direction, front doors, packages and readability of every import. */
export function checkImports(facts: Facts, tree: SourceTree, doors: Doors): readonly Breach[] {
  return [...facts].flatMap(([file, { imports }]) =>
    imports.flatMap((one) => {
      const found = judge(file, one, tree, doors);
      return found ? [{ ...found, file, line: one.line }] : [];
    }),
  );
}

/** What node starts is plain JavaScript. A worker reads its TypeScript as the command does. */
const WORKER = /^src\/.*-worker\.mjs$/;
const LOADER = /^(\.\.\/)+bin\/load\.js$/;

type Verdict = Pick<Breach, 'rule' | 'sentence'> | undefined;

function judge(file: string, one: Import, tree: SourceTree, doors: Doors): Verdict {
  if (one.specifier === undefined) {
    return { rule: 'import-not-readable', sentence: 'Write the imported name out, so that the law can be read.' };
  }
  const target = resolveImport(file, one.specifier, tree, doors);
  const from = findRoom(file);
  switch (target.kind) {
    case 'package':
      return judgePackage(file, from, target.name);
    case 'missing':
      if (one.kind === 'file') return undefined; // a file that is made at run time
      return { rule: 'import-not-found', sentence: `${one.specifier} does not exist.` };
    case 'no-door':
      return {
        rule: 'behind-the-front-door',
        sentence: `${one.specifier} is not a front door. Import #${target.room ?? 'folder'} and export what you need from its index.ts.`,
      };
    case 'file':
      return LOADER.test(one.specifier ?? '') && WORKER.test(file)
        ? undefined
        : judgeFile(file, from, target.room, one);
    case 'front-door':
      if (target.room === from) {
        return { rule: 'behind-the-front-door', sentence: 'Inside a folder, import its files by relative path.' };
      }
      return judgeDirection(file, from, target.room);
  }
}

function judgeFile(file: string, from: string | undefined, to: string | undefined, one: Import): Verdict {
  const sameRoom = from === to;
  const data = one.kind === 'file' && !/\.(tsx?|m?js|sql)$/.test(one.specifier ?? '');
  if (sameRoom || data || to === undefined) return undefined;
  if (to in BESIDE) {
    if (isTest(file)) return undefined;
    return { rule: 'wrong-direction', sentence: `Product code may not use ${to}.` };
  }
  return { rule: 'behind-the-front-door', sentence: `Import #${to}, not a file inside it.` };
}

function judgeDirection(file: string, from: string | undefined, to: string): Verdict {
  if (to === 'testing' || to.startsWith('testing/')) {
    if (isTest(file)) return undefined;
    return { rule: 'testing-in-product', sentence: `Only tests may import #${to}.` };
  }
  // Configuration at the top of the repository stands outside the house and may use none of its rooms.
  if (from !== undefined && listAllowed(from).includes(to)) return undefined;
  const allowed = from === undefined ? [] : listAllowed(from);
  return {
    rule: 'wrong-direction',
    sentence: `${from ?? 'This file'} may import ${allowed.join(', ') || 'nothing'}; not ${to}.`,
  };
}

function judgePackage(file: string, from: string | undefined, name: string): Verdict {
  const rooms = PACKAGES[name];
  if (!rooms || isTest(file) || (from !== undefined && rooms.includes(from))) return undefined;
  return { rule: 'package-in-wrong-room', sentence: `Only ${rooms.join(' and ')} may import ${name}.` };
}
