import type { Breach } from './breach.ts';
import type { Doors, Facts } from './check-imports.ts';
import { resolveImport } from './resolve-import.ts';
import type { SourceTree } from './source-tree.ts';

type Edge = { readonly to: string; readonly line: number };
export type Graph = ReadonlyMap<string, readonly Edge[]>;

/** Which file imports which, types and dynamic imports too. */
export function importGraph(facts: Facts, tree: SourceTree, doors: Doors): Graph {
  return new Map(
    [...facts].map(([file, { imports }]) => [
      file,
      imports.flatMap(({ specifier, line, kind }) => {
        if (specifier === undefined || kind === 'file') return [];
        const target = resolveImport(file, specifier, tree, doors);
        return 'path' in target ? [{ to: target.path, line }] : [];
      }),
    ]),
  );
}

/** One breach for each import that closes a circle. */
export function checkCycles(graph: Graph): readonly Breach[] {
  const done = new Set<string>();
  const breaches: Breach[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    for (const { to, line } of graph.get(file) ?? []) {
      const start = trail.indexOf(to);
      if (start >= 0) {
        const circle = [...trail.slice(start), to].join(' → ');
        breaches.push({ rule: 'cycle', file, line, sentence: `This import closes a circle: ${circle}.` });
      } else if (!done.has(to)) visit(to, [...trail, to]);
    }
    done.add(file);
  };
  for (const file of graph.keys()) if (!done.has(file)) visit(file, [file]);
  return breaches;
}
