import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FLOWS, THREATS, threatsText } from '#rights';
import { describe, expect, test } from 'vitest';
import { listFiles } from '../check-docs/repository.ts';
import { drawBoundaries } from './draw-boundaries.ts';
import { listTests } from './list-tests.ts';

const top = process.cwd();
const files = new Set(listFiles(top));
const threats = THREATS.flatMap((group) => group.threats);
const RUN = /\.(test|server|e2e|long)\.tsx?$/;

/** Tests move to other files: so that whoever moved one knows what to write in the table. */
function whereNow(name: string): string {
  const at = [...files].filter(
    (file) => RUN.test(file) && listTests(file, readFileSync(join(top, file), 'utf8')).includes(name),
  );
  return at.length > 0 ? `It is now in ${at.join(', ')}.` : 'No test has this name.';
}

describe('every threat', () => {
  test('names tests that are there, by file and name', () => {
    const named = threats.flatMap((one) => ('tests' in one ? one.tests : []));
    const known = new Map(
      [...new Set(named.map(([file]) => file))].map((file) => [
        file,
        RUN.test(file) && files.has(file) ? listTests(file, readFileSync(join(top, file), 'utf8')) : [],
      ]),
    );
    const gone = named.filter(([file, name]) => !known.get(file)?.includes(name));
    expect(gone.map(([file, name]) => `${file}: ${name}. ${whereNow(name)}`)).toEqual([]);
    expect(named.length).toBeGreaterThan(100);
  });

  test('names code that is there', () => {
    const named = threats.flatMap(({ measures }) => measures.map(([, file]) => file));
    expect(named.filter((file) => !files.has(file))).toEqual([]);
    expect(threats.filter(({ measures }) => measures.length === 0)).toEqual([]);
  });

  test('is tested, or says why not and what an operator does', () => {
    const untested = threats.filter((one) => !('tests' in one && one.tests.length > 0));
    expect(
      untested.filter((one) => !('untested' in one && /\w.*\.$/.test(one.untested) && /\w.*\.$/.test(one.operator))),
    ).toEqual([]);
  });

  test('has an id of its own, and says what remains', () => {
    expect(new Set(threats.map(({ id }) => id)).size).toBe(threats.length);
    expect(threats.filter(({ remains }) => !/\w.*\.$/.test(remains))).toEqual([]);
  });
});

test('the threat model is what the table makes: run scripts/generate-assurance.ts', () => {
  const bare = (text: string) => text.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ').trim();
  const page = bare(readFileSync(join(top, 'docs/threat-model.md'), 'utf8'));
  expect(page.endsWith(bare(threatsText('../'))), 'the page is not what the table makes').toBe(true);
});

test('its picture has every flow of data: run scripts/generate-assurance.ts', () => {
  const picture = drawBoundaries();
  expect(readFileSync(join(top, 'docs/trust-boundaries.svg'), 'utf8')).toBe(picture);
  for (const { from, to } of DATA_FLOWS) expect(picture).toContain(`${from} to ${to}`);
});

describe('names of tests are read from', () => {
  test.each([
    [`test('a', () => {});`, ['a']],
    [`describe('d', () => { describe('e', () => { it('a', () => {}); }); });`, ['d > e > a']],
    [`test.each([1])('of %i', () => {});`, ['of %i']],
    ['describe.each([1])(`d`, () => { test(`a`, () => {}); });', ['d > a']],
    [`test.skip('a', () => {}); test.todo('b'); describe.skip('d', () => { test('c', () => {}); });`, []],
    [`// test('a', () => {});\nconst words = "test('b')";`, []],
    ['test(`of ${1}`, () => {});', []],
    [`pattern.test('a');`, []],
  ])('%s', (text, names) => {
    expect(listTests('src/x.test.ts', text)).toEqual(names);
  });
});
