import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { qualityRules } from './rules.ts';

const guide = await readFile(new URL('../../docs/guides/data-quality.md', import.meta.url), 'utf8');

/** Cells of the guide’s table of rules, as they read without the spaces that line them up. */
const rows = guide
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('the guide lists the rules as they are', () => {
  expect(rows).toEqual(
    qualityRules.map(({ id, title, wrong, who, source }) => [`\`${id}\``, title, wrong, who, source]),
  );
});

test('every rule says what to do, in whole sentences', () => {
  for (const { steps, wrong, why, unknown, who } of qualityRules) {
    expect(steps.length).toBeGreaterThan(1);
    for (const sentence of [...steps, wrong, why, unknown, who]) expect(sentence).toMatch(/^[A-Z“].*[.?]$/s);
  }
});
