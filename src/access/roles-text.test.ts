import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { DATA_CLASSES, listPurposes } from './purposes.ts';
import { getRole, listRoles } from './roles.ts';
import { rolesText } from './roles-text.ts';

/** Markdown without the spaces that line up its tables and without where its lines end. */
const bare = (text: string) => text.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ');

test('the guide to roles is up to date: run scripts/generate-roles.ts', async () => {
  const page = await readFile(new URL('../../docs/guides/roles.md', import.meta.url), 'utf8');
  expect(bare(page)).toBe(bare(rolesText()));
});

test('it names every role, purpose and class', () => {
  const text = rolesText();
  for (const role of listRoles()) expect(text).toContain(`## ${getRole(role).title}\n`);
  for (const one of [...listPurposes(), ...Object.keys(DATA_CLASSES)]) expect(text).toContain(`| \`${one}\` |`);
});
