import { posix } from 'node:path';
import { findRoom } from './law.ts';
import type { SourceTree } from './source-tree.ts';

/** What an import names: a front door, a file of ours, a package, or nothing that exists. */
export type Target =
  | { readonly kind: 'front-door'; readonly room: string; readonly path: string }
  | { readonly kind: 'file'; readonly room: string | undefined; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'no-door'; readonly room: string | undefined }
  | { readonly kind: 'missing' };

/** `doors`: the `imports` of package.json, for example `#kernel` → `./src/kernel/index.ts`. */
export function resolveImport(
  from: string,
  specifier: string,
  tree: SourceTree,
  doors: Readonly<Record<string, string>>,
): Target {
  if (specifier.startsWith('#')) {
    const door = doors[specifier];
    const path = door?.replace(/^\.\//, '') ?? `src/${specifier.slice(1)}`;
    const room = findRoom(path) ?? findRoom(`${path}/`);
    if (door === undefined || room === undefined) return { kind: 'no-door', room };
    return tree.has(path) ? { kind: 'front-door', room, path } : { kind: 'missing' };
  }
  if (!specifier.startsWith('.')) return { kind: 'package', name: packageName(specifier) };
  const path = posix.join(posix.dirname(from), specifier);
  if (/\.(ts|tsx|mts|js|mjs|sql)$/.test(path) && !tree.has(path)) return { kind: 'missing' };
  return { kind: 'file', room: findRoom(path), path };
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
