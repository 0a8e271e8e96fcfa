import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { schoolLists } from './school-lists.ts';
import { supportSteps, supportStepsSource } from './support-steps.ts';

// Prettier lays tables out; words are what counts.
const text = await readFile(new URL('../../docs/guides/lists-of-a-school.md', import.meta.url), 'utf8');
const guide = text.replaceAll(/ +/g, ' ');

const STANDING = {
  verified: 'read in the source',
  secondary: 'as others give it',
  assumption: 'an assumption',
} as const;

test('the guide has the lists of a school in their order, and no other', () => {
  const ids = [...guide.matchAll(/^`([a-z0-9-]+)`, counted in/gm)].map(([, id]) => id);
  expect(ids).toEqual(schoolLists.map(({ id }) => id));
});

test.each(schoolLists)('the guide says of $id who stands in it, what to do, and by which rules', (list) => {
  const section = guide.split(`\n## ${list.title}\n`)[1]?.split('\n## ')[0] ?? '';
  const headings = [list.headings.counted, list.headings.since, ...list.columns.map(({ heading }) => heading)];
  for (const words of [
    `\`${list.id}\`, counted in ${list.unit.replace('-', ' ')}`,
    `**Who stands in it.** ${list.asks}`,
    `**What to do.** ${list.next}`,
    `**When it is empty.** ${list.empty}`,
    '**What it does not say.** ',
    `**What is told of each.** ${headings.join('; ')}.`,
  ]) {
    expect(section).toContain(words);
  }
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Rule'));
  expect(rows.filter((row) => !row.startsWith('| --'))).toEqual(
    list.sources.map(({ says, where, standing }) => `| ${says} | ${where} | ${STANDING[standing]} |`),
  );
});

test('the guide has the steps of support in their order, with how well they are sourced', () => {
  const section = guide.split('\n## The steps of support\n')[1]?.split('\n## ')[0] ?? '';
  expect(section).toContain(`(${supportStepsSource.where}: ${STANDING[supportStepsSource.standing]}.)`);
  expect(section.split('\n').filter((line) => /^\d/.test(line))).toEqual(
    supportSteps.map(({ title, asks }, index) => `${index + 1}. **${title}.** ${asks}`),
  );
});
