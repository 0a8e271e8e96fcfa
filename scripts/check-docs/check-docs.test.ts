import { describe, expect, test } from 'vitest';
import { createProgram } from '#cli';
import { systemClock } from '#kernel';
import { isTest, listRooms } from '../import-law/law.ts';
import { readManifest } from '../import-law/open-house.ts';
import { readSourceTree } from '../import-law/source-tree.ts';
import { listCodes, listDocumented } from './codes.ts';
import { listUnknownCommands, readCommands } from './commands.ts';
import { listDecisionFaults, listGlossaryFaults, listStrayMentions } from './house-words.ts';
import { listDeadLinks } from './links.ts';
import { readMarkdown } from './read-markdown.ts';
import { listFiles, listPages, readTexts } from './repository.ts';

const top = process.cwd();
const files = listFiles(top);
const pages = listPages(top);
const tree = readSourceTree(top);
const product = [...tree].filter(([file]) => file.startsWith('src/') && !isTest(file));
const page = (path: string) => pages.find((one) => one.path === path) ?? readMarkdown(path, '');

describe('links', () => {
  test('all lead somewhere', () => {
    expect(listDeadLinks(pages, files)).toEqual([]);
    expect(pages.flatMap(({ links }) => links).length).toBeGreaterThan(10);
  });

  test.each(['[a](gone.md)', '[a](b.md#no-such-heading)', '[a](#nor-this)', '[a]: ../gone', '<img src="gone.svg">'])(
    'a dead one is found: %s',
    (text) => {
      const planted = [readMarkdown('docs/a.md', text), readMarkdown('docs/b.md', '# B')];
      expect(listDeadLinks(planted, ['docs/a.md', 'docs/b.md'])).toHaveLength(1);
    },
  );

  test.each(['[a](b.md)', '[a](b.md#b-is-whole-1)', '[a](../docs/)', '[a](https://example.org/x)', '`[a](gone.md)`'])(
    'a live one is not: %s',
    (text) => {
      const planted = [readMarkdown('docs/a.md', text), readMarkdown('docs/b.md', '# `B` is *whole*\n## B is whole!')];
      expect(listDeadLinks(planted, ['docs/a.md', 'docs/b.md'])).toEqual([]);
    },
  );
});

describe('commands', () => {
  const scripts = Object.keys(readManifest(top).scripts);
  const silent = { out: () => undefined, err: () => undefined, width: undefined, clock: systemClock, user: 'docs' };
  const notHere = (): Promise<never> => Promise.reject(new Error('not here'));
  const program = createProgram({
    terminal: silent,
    serve: notHere,
    records: { verifyLooks: notHere, backUp: notHere, restore: notHere, goOnSealing: notHere },
    rights: notHere,
  });

  test('named in the documentation exist, with their options', () => {
    expect(listUnknownCommands(pages, { scripts, commands: readCommands(program) })).toEqual([]);
    expect(pages.flatMap(({ code }) => code).filter(({ text }) => /\bnpm |\bkith /.test(text)).length).toBeGreaterThan(
      5,
    );
  });

  test.each([
    ['`npm run fly`', 1],
    ['```sh\nkith fly area\n```', 1],
    ['```sh\nnode bin/kith.js ledger area --loud\n```', 1],
    ['`kith serve --by child`', 1],
    ['`kith ledger area --by child`', 0],
    ['`npm test` and `kith <command> --help`', 0],
    ['kith fly is only words here', 0],
  ])('%s has %i unknown', (text, count) => {
    const commands = new Map([
      ['', ['--help']],
      ['ledger', ['--by']],
      ['serve', []],
    ]);
    expect(listUnknownCommands([readMarkdown('a.md', text)], { scripts: ['test'], commands })).toHaveLength(count);
  });
});

describe('codes', () => {
  const raised = product.filter(([file]) => !file.endsWith('.sql')).flatMap(([file, text]) => listCodes(file, text));
  const documented = listDocumented(page('docs/errors.md'));
  const names = documented.map(({ code }) => code);

  test('that the code raises are documented', () => {
    const missing = raised.filter(({ code }) => code !== undefined && !names.includes(code));
    expect(missing.map(({ code, file, line }) => `${code ?? ''} at ${file}:${line}`)).toEqual([]);
    expect(raised.length).toBeGreaterThan(10);
  });

  test('are written out where they are raised', () => {
    expect(raised.filter(({ code }) => code === undefined).map(({ file, line }) => `${file}:${line}`)).toEqual([]);
  });

  test('that are documented are raised', () => {
    const texts = product.map(([, text]) => text);
    const quoted = (code: string) =>
      texts.some((text) => new RegExp(`['"\`]${code}['"\`:]|^\\s*${code}:`, 'm').test(text));
    expect(names.filter((code) => !quoted(code))).toEqual([]);
  });

  test('stand once each, with a cure', () => {
    expect(names.filter((code, index) => names.indexOf(code) !== index)).toEqual([]);
    expect(documented.filter(({ cure }) => !/\w.*\.$/.test(cure)).map(({ code }) => code)).toEqual([]);
  });

  test.each([
    [`throw new Refusal('file/empty', 'It is empty.');`, ['file/empty']],
    [`throw broken('store/lost', 'gone');`, ['store/lost']],
    [`throw new Error('store/lost: gone');`, ['store/lost']],
    [`throw new Error('Enter a date.');`, []],
    [`throw new Refusal(code, 'It is empty.');`, [undefined]],
    [`const rejection = { file, fault: 'upn' };`, ['upn']],
    [`export type Fault = 'upn' | 'date';`, ['upn', 'date']],
    [`export const FAULTS = { upn: 'a', 'bad-date': 'b' } as const;`, ['upn', 'bad-date']],
    [`export const viewFaults: Readonly<Record<string, string>> = { upn: 'Enter it.' };`, ['upn']],
    [`export const DEFAULTS = { upn: 'a' };`, []],
    [`export const ROW_FAULTS = ['upn', 'date'] as const satisfies string[];`, ['upn', 'date']],
  ])('are read from %s', (text, codes) => {
    expect(listCodes('src/x.ts', text).map(({ code }) => code)).toEqual(codes);
  });
});

describe('rooms', () => {
  const made = listRooms().filter((room) => product.some(([file]) => file.startsWith(`src/${room}/`)));

  test.each([...made, 'testing'])('%s has a README.md and an index.ts', (room) => {
    expect(files).toContain(`src/${room}/README.md`);
    expect(files).toContain(`src/${room}/index.ts`);
  });
});

describe('the glossary', () => {
  test('is in order, each term once, each with its sentences', () => {
    expect(listGlossaryFaults(page('docs/glossary.md'))).toEqual([]);
    expect(page('docs/glossary.md').headings.length).toBeGreaterThan(30);
  });

  test.each([
    ['### B\n\nIs.\n\n### A\n\nIs.', 'out of order: B'],
    ['### A\n\nIs.\n\n### a\n\nIs.', 'twice: a'],
    ['### A\n\n### B\n\nIs.', 'no sentence: A'],
  ])('%j: %s', (text, fault) => {
    expect(listGlossaryFaults(readMarkdown('a.md', text))).toContain(fault);
  });
});

describe('decisions', () => {
  test('are numbered without gaps, dated, with a status and their four sections', () => {
    const decisions = pages.filter(({ path }) => path.startsWith('docs/decisions/'));
    expect(listDecisionFaults(decisions)).toEqual([]);
    expect(decisions.length).toBeGreaterThan(5);
  });

  const sound = `# 0001. A

Date: 2026-11-23
Status: accepted

## Context
## Decision
## Consequences
## What would reverse it`;

  test.each([
    ['0001-a.md', sound, 0],
    ['0002-a.md', sound, 1],
    ['0001-A.md', sound, 1],
    ['0001-a.md', sound.replace('# 0001. A', '# A'), 1],
    ['0001-a.md', sound.replace('Date: ', ''), 1],
    ['0001-a.md', sound.replace('accepted', 'perhaps'), 1],
    ['0001-a.md', sound.replace('## Context', ''), 1],
    ['0001-a.md', sound + '\n' + ' word'.repeat(500), 1],
  ])('%s', (name, text, count) => {
    expect(listDecisionFaults([readMarkdown(`docs/decisions/${name}`, text)])).toHaveLength(count);
  });
});

describe('every text', () => {
  test('makes sense on any machine', () => {
    const texts = readTexts(top);
    expect(texts.size).toBeGreaterThan(tree.size);
    const own = 'scripts/check-docs/check-docs.test.ts'; // it must plant what it looks for
    expect(listStrayMentions(new Map([...texts].filter(([path]) => path !== own)))).toEqual([]);
  });

  test.each([
    ['see /home/ann/kith', 1],
    ['"/Users/ann/x"', 1],
    ['https://registry.example.org', 1],
    ['https://gov.uk/home/pupils', 0],
    ['src/home/page.ts', 0],
  ])('%s', (text, count) => {
    expect(listStrayMentions(new Map([['a.md', text]]))).toHaveLength(count);
  });
});
