import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Text of every source file by its path from the top of the repository, `/` between folders. */
export type SourceTree = ReadonlyMap<string, string>;

const FOLDERS = ['src', 'bin', 'scripts', 'e2e', 'bench'];
const SOURCE = /\.(ts|tsx|mts|js|mjs|sql)$/;

export function readSourceTree(top: string): SourceTree {
  const tree = new Map<string, string>();
  for (const folder of FOLDERS) readFolder(top, folder, tree);
  for (const name of readdirSync(top)) {
    if (name.endsWith('.config.ts')) tree.set(name, readFileSync(join(top, name), 'utf8'));
  }
  return tree;
}

function readFolder(top: string, folder: string, tree: Map<string, string>): void {
  for (const entry of listEntries(join(top, folder))) {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') readFolder(top, path, tree);
    else if (entry.isFile() && SOURCE.test(entry.name)) tree.set(path, readFileSync(join(top, path), 'utf8'));
  }
}

function listEntries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // a folder that nobody has made yet
  }
}
