import { describe, expect, test } from 'vitest';
import { isMessageKey, listMessageKeys } from '#language';
import { isTest } from '../import-law/law.ts';
import { readSourceTree } from '../import-law/source-tree.ts';
import { findAskedKeys } from './asked-keys.ts';
import { ENGLISH_LEFT } from './english-left.ts';
import { countTexts, findEnglish, mayHoldPageWords, NO_PAGE } from './find-english.ts';

const all = [...readSourceTree(process.cwd())];
const pages = all.filter(([path]) => mayHoldPageWords(path));
const left = new Map(pages.map(([path, text]) => [path, findEnglish(path, text)] as const));

describe('messages', () => {
  const code = all.filter(([path]) => /^src\/(?!language\/(en|ar)\/)/.test(path) && !isTest(path));
  const asked = code.map(([path, text]) => findAskedKeys(path, text));
  const whole = new Set(asked.flatMap((of) => of.whole));
  const shapes = asked.flatMap((of) => of.shapes);

  test('are all asked for by someone', () => {
    // Words of data are found by their text; a test of theirs holds them to the rooms that say them.
    const keys = listMessageKeys().filter((key) => !/^data[.-]/.test(key));
    const unused = keys.filter((key) => !whole.has(key) && !shapes.some((shape) => shape.test(key)));
    expect(unused).toEqual([]);
    expect(keys.length).toBeGreaterThan(400);
    expect(keys.filter((key) => whole.has(key)).length).toBeGreaterThan(200);
    expect(shapes.length).toBeGreaterThan(50);
  });

  test.each([
    ["import { t } from '#language';\nt(`area.of.${kind}`);", ['area.of.school', 'area.of.99.8']],
    ["import { t } from './translate.ts';\nt(`area.${kind}.${unit}-long`);", ['area.to.days-long']],
    ["import { t } from '#language';\nconst path = `area.of.${kind} and more`;", []],
    ["import { a } from '#kernel';\nconst column = `area.of.${kind}`;", []],
  ])('put together from data are those of the whole shape: %s', (code, found) => {
    const keys = [
      'area.of',
      'area.of.school',
      'area.of.99.8',
      'area.of.school.title',
      'area.to.days-long',
      'area.title',
    ];
    const { shapes: some } = findAskedKeys('src/web/planted.ts', code);
    expect(keys.filter((key) => some.some((shape) => shape.test(key)))).toEqual(found);
  });
});

describe('words of pages', () => {
  test('come from the catalogue, but in the files that are listed, where they do not grow', () => {
    const over = [...left].filter(([path, found]) => found.length > (ENGLISH_LEFT[path] ?? 0));
    expect(over.map(([path, found]) => ({ path, listed: ENGLISH_LEFT[path] ?? 0, found }))).toEqual([]);
  });

  test('are listed only where some are left', () => {
    expect(Object.keys(ENGLISH_LEFT).filter((path) => (left.get(path)?.length ?? 0) === 0)).toEqual([]);
  });

  test('were looked at: every page, its texts, and messages asked for in them', () => {
    expect(pages.length).toBeGreaterThan(150);
    expect(pages.reduce((sum, [path, text]) => sum + countTexts(path, text), 0)).toBeGreaterThan(5000);
    expect(pages.filter(([, text]) => /from '#language'/.test(text)).length).toBeGreaterThan(5);
    for (const [file] of NO_PAGE) expect(all.some(([path]) => file.test(path))).toBe(true);
  });

  test.each([
    '<p>Hello there</p>',
    '<p>{"never away"}</p>',
    '<p>{away ? "never" : <b>always</b>}</p>',
    '<a aria-label="pages">1</a>',
    '<Table caption="children" />',
    'const words = `${count} children`;',
    'const words = `All schools of ${area}`;',
    'govuk.button({ text: "go" });',
    'const heading = "Children";',
    'const words = " or ";',
    'const hint = { text: "find" };',
    'throw new Refusal("page/no", "Enter a URN, like 123456");',
    'const said = area ? "of the area’s" : "none";',
    't("shell.up-to", { date: "the day before" });',
  ])('are found in %s', (code) => {
    expect(findEnglish('src/web/planted.tsx', code).length).toBeGreaterThan(0);
  });

  test.each([
    '<p class="govuk-body govuk-body-l">{t("shell.area")}</p>',
    '<p>{t("shell.up-to", { date })}. – 3</p>',
    'const SECTIONS = [{ text: "shell.area" }];',
    'import { a } from "./some file.ts";',
    'type Kind = "One kind" | "other";',
    'if (kind === "One kind") go();',
    'context.header("Cache-Control", "public, max-age=3");',
    'throw broken("web/asset", "no such asset");',
    'tx.query(sql`select a from b where c`);',
    'const path = `/children/${upn}`;',
    'const measure = "lost_headline";',
    'const map = { "Two words": 1 };',
    '<svg viewBox="0 0 1 1" d="M 1 2" />',
  ])('are not found in %s', (code) => {
    expect(findEnglish('src/web/planted.tsx', code)).toEqual([]);
  });

  test('a key is not a word, and a word is no key', () => {
    expect(isMessageKey('shell.area')).toBe(true);
    expect(isMessageKey('Area')).toBe(false);
  });
});
