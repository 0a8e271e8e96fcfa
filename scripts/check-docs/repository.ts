import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readMarkdown, type Page } from './read-markdown.ts';

const NOT_OURS = ['.git', 'node_modules', 'coverage', 'kith-data', '.kith'];
const TEXT = /\.(md|tsx?|m?js|json|sql|ya?ml|sh|css|html|svg|txt|njk)$|^\.ci\/|(^|\/)\.[a-z]+$/;

/** Paths of all files of the repository, ordered, whether committed yet or not. */
export function listFiles(top: string, folder = ''): readonly string[] {
  return readdirSync(join(top, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return NOT_OURS.includes(entry.name) ? [] : listFiles(top, path);
      return entry.isFile() ? [path] : [];
    })
    .toSorted();
}

export function listPages(top: string): readonly Page[] {
  return listFiles(top)
    .filter((path) => path.endsWith('.md'))
    .map((path) => readMarkdown(path, readFileSync(join(top, path), 'utf8')));
}

/** Every file that a person reads as text, by path. */
export function readTexts(top: string): ReadonlyMap<string, string> {
  const paths = listFiles(top).filter((path) => TEXT.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(top, path), 'utf8')]));
}
