import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { areaLists } from './area-lists.ts';
import type { List, ListSource } from './list.ts';

const guide = await readFile(new URL('../../docs/guides/lists-of-an-authority.md', import.meta.url), 'utf8');
const sections = guide.split(/^## /m).slice(1);

const STANDING: Readonly<Record<ListSource['standing'], string>> = {
  verified: 'read at its source',
  secondary: 'read elsewhere',
  assumption: 'assumption',
};

test('the guide has a section of each list, in their order, and no other', () => {
  expect(sections.map((section) => section.split('\n')[0])).toEqual(areaLists.map(({ title }) => title));
});

test.each<List>(areaLists)('the guide says of $id what the list says, and how well each rule is sourced', (list) => {
  const section = sections.find((one) => one.startsWith(`${list.title}\n`)) ?? '';
  for (const words of [`\`${list.id}\``, list.asks, list.next, list.empty]) expect(section).toContain(words);
  for (const { says, where, standing } of list.sources) {
    expect(section).toContain(`- ${says} (${where}: ${STANDING[standing]})\n`);
  }
  const tells = (/\*\*What it tells\.\*\* (.*)/.exec(section)?.[1] ?? '').toLowerCase();
  const headings = [list.headings.since, list.headings.counted, ...list.columns.map(({ heading }) => heading)];
  for (const heading of headings) expect(tells).toContain(heading.toLowerCase());
  expect(section.split('**What it does not say.**')[1]).toMatch(/^\n\n- .+/);
});
