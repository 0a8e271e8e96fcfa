import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { formats } from './formats.ts';

const guide = await readFile(new URL('../../../docs/guides/area-files.md', import.meta.url), 'utf8');

test.each(formats)('the guide has every column of $kind with what it is, and no other', ({ kind, columns }) => {
  const section = guide.split(`### ${kind}\n`)[1]?.split('\n### ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  expect(cells.map((row) => [row[1], row[3]])).toEqual(
    columns.map((column) => [`\`${column.name}\`${column.required ? ' *' : ''}`, column.means]),
  );
});
