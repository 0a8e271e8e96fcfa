import { readFileSync } from 'node:fs';

/** The statements of a file of SQL that engines share: whether each is a step or an output, its name and its text. */
export function readStatements(file: string): readonly (readonly [kind: string, name: string, sql: string])[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const macros = new Map([...text.matchAll(/^-- macro (\w+): (.*)$/gm)].map((found) => [found[1], found[2] ?? '']));
  const parts = text
    .replaceAll(/^-- macro .*$/gm, '')
    .replaceAll(/\{(\w+)\}/g, (_, macro: string) => macros.get(macro) ?? '')
    .split(/^-- (step|output): (.*)$/m);
  return Array.from({ length: (parts.length - 1) / 3 }, (_, at) => [
    parts[at * 3 + 1] ?? '',
    parts[at * 3 + 2] ?? '',
    (parts[at * 3 + 3] ?? '').trim().replace(/;$/, ''),
  ]);
}

/** A text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
