import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { data } from './en/data.ts';

test('words of data are all still said by a room: a sentence that was changed there would come in English only', () => {
  const said = ['place', 'accountability'].flatMap(sourcesOf).join('\n').toLowerCase();
  // Two are put together there: a primary need, and what to take instead of suspensions.
  const texts = Object.values(data).flatMap((text) => text.split(/(?<=\.) (?=Take)|(?<=^primary need): /));
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((text) => !said.includes(text.toLowerCase()))).toEqual([]);
});

function sourcesOf(room: string): readonly string[] {
  const folder = new URL(`../${room}/`, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
}
