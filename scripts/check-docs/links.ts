import { posix } from 'node:path';
import type { Page } from './read-markdown.ts';

/** Relative links and anchors that lead nowhere, as `page:line target`. */
export function listDeadLinks(pages: readonly Page[], files: readonly string[]): readonly string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const folders = new Set(files.flatMap((file) => parents(file)));
  return pages.flatMap((page) =>
    page.links
      .filter(({ text }) => !/^([a-z]+:|\/\/)/i.test(text))
      .filter(({ text }) => {
        const [file = '', anchor] = text.split('#');
        const path = file === '' ? page.path : posix.join(posix.dirname(page.path), decodeURI(file)).replace(/\/$/, '');
        if (!files.includes(path) && !folders.has(path)) return true;
        const target = byPath.get(path);
        return anchor !== undefined && target !== undefined && !target.anchors.includes(anchor);
      })
      .map(({ text, line }) => `${page.path}:${line} ${text}`),
  );
}

function parents(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return ['.', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}
