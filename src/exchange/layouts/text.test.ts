import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quoted, Warehouse } from '#store';
import { cleanSql, cleanText, foldWord, foldWordSql } from './text.ts';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await Warehouse.open({ folders: [] });
});
afterAll(() => warehouse.close());

const pieces = [
  'a',
  'Z',
  'é',
  '/',
  '\\',
  "'",
  '’',
  ' ',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\t',
  '–',
  '—',
  '-',
  '"',
  ';',
  '1',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((each) => each.join(''));

it('cleans and folds in SQL exactly as in JavaScript', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 60, size: 'max' }), async (texts) => {
      const values = texts.map((value, at) => `(${at}, ${quoted(value)})`).join(', ');
      const rows = await warehouse.rows(
        `SELECT ${cleanSql('v')} AS clean, ${foldWordSql('v')} AS folded FROM (VALUES ${values}) AS t(n, v) ORDER BY n`,
      );
      expect(rows.map((row) => row['clean'] ?? '')).toEqual(texts.map(cleanText));
      expect(rows.map((row) => row['folded'])).toEqual(texts.map(foldWord));
    }),
    { numRuns: 30 },
  );
});

it('takes off what a spreadsheet leaves and nothing else', () => {
  expect(cleanText("'\u00a0a80 ")).toBe('a80');
  expect(cleanText("'")).toBe("'");
  expect(foldWord('Main\u00a0– Dual  Registration')).toBe('main-dualregistration');
});
