import { describe, expect, test } from 'vitest';
import { checkHouse, type House } from './check-house.ts';
import type { Rule } from './breach.ts';
import { BESIDE, findRoom, LAW, listAllowed, listRooms } from './law.ts';
import { openHouse } from './open-house.ts';
import { readSource } from './read-source.ts';

const house = openHouse(process.cwd());
const present = checkHouse(house);
const rooms = listRooms().filter((room) => house.tree.has(`src/${room}/index.ts`));

describe('the house as it stands', () => {
  test('keeps its law', () => {
    const lines = present.breaches.map(({ file, line, rule, sentence }) => `${file}:${line} ${rule} ${sentence}`);
    expect(lines).toEqual([]);
  });

  test('was really read', () => {
    const sources = [...house.tree.keys()].filter((file) => !file.endsWith('.sql'));
    expect(present.filesRead).toBe(sources.length);
    // Counted by a second, dumber reader: lines that begin an import or re-export.
    const begun = [...house.tree.values()].flatMap(
      (text) => text.match(/^(import|export) .*from '|^\} from '/gm) ?? [],
    );
    expect(present.importsRead).toBeGreaterThanOrEqual(begun.length * 0.95);
    expect(present.filesRead).toBeGreaterThan(50);
  });

  test('opens a front door for every room, and no other', () => {
    const doors = Object.fromEntries(rooms.map((room) => [`#${room}`, `./src/${room}/index.ts`]));
    const named = Object.entries(house.doors).filter(([, path]) => house.tree.has(path.slice(2)));
    expect(Object.fromEntries(named)).toEqual(doors);
  });
});

describe('the table', () => {
  test('names only rooms that it has', () => {
    const named = [...listRooms(), ...Object.keys(BESIDE)].flatMap((room) => listAllowed(room));
    expect(named.filter((room) => !(room in LAW))).toEqual([]);
  });

  test('lets no two rooms import each other, however long the way', () => {
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      listAllowed(from).some((next) => {
        if (next === to) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return reaches(next, to, seen);
      });
    expect(listRooms().filter((room) => room !== 'testing' && reaches(room, room))).toEqual([]);
  });

  test('gives a path to the longest room that fits', () => {
    expect(findRoom('src/exchange/ees/index.ts')).toBe('exchange/ees');
    expect(findRoom('src/exchange/index.ts')).toBeUndefined();
    expect(findRoom('src/rolling/index.ts')).toBeUndefined();
    expect(findRoom('e2e/start.e2e.ts')).toBe('e2e');
  });
});

const breaches: readonly (readonly [rule: Rule, what: string, files: Readonly<Record<string, string>>])[] = [
  ['wrong-direction', 'a lower room imports a higher one', { 'src/kernel/x.ts': `import { a } from '#register';` }],
  ['wrong-direction', 'a type counts', { 'src/kernel/x.ts': `import type { A } from '#register';` }],
  ['wrong-direction', 'an imported type counts', { 'src/kernel/x.ts': `export type A = import('#register').A;` }],
  ['wrong-direction', 'an import at run time counts', { 'src/kernel/x.ts': `await import('#register');` }],
  ['wrong-direction', 'a re-export counts', { 'src/kernel/x.ts': `export * from '#register';` }],
  ['wrong-direction', 'web reaches the store', { 'src/web/x.tsx': `import { a } from '#store';` }],
  ['wrong-direction', 'cli reaches the store', { 'src/cli/x.ts': `import { a } from '#store';` }],
  ['wrong-direction', 'web reaches cli', { 'src/web/x.tsx': `import { a } from '#cli';` }],
  [
    'wrong-direction',
    'product uses a script',
    { 'src/app/x.ts': `import { LAW } from '../../scripts/import-law/law.ts';` },
  ],
  [
    'wrong-direction',
    'a file that is no worker reads the program',
    { 'src/app/x.mjs': `import { load } from '../../bin/load.js';`, 'bin/load.js': 'export const load = 1;' },
  ],
  ['behind-the-front-door', 'by relative path', { 'src/roll/x.ts': `import { a } from '../store/warehouse.ts';` }],
  ['behind-the-front-door', 'to the index by path', { 'src/roll/x.ts': `import { a } from '../store/index.ts';` }],
  ['behind-the-front-door', 'by a longer name', { 'src/roll/x.ts': `import { a } from '#store/warehouse';` }],
  ['behind-the-front-door', 'round through its own door', { 'src/store/x.ts': `import { a } from '#store';` }],
  ['behind-the-front-door', 'to a file', { 'src/roll/x.ts': `new URL('../store/index.ts', import.meta.url);` }],
  ['testing-in-product', 'a page uses the cast', { 'src/web/x.tsx': `import { a } from '#testing';` }],
  ['package-in-wrong-room', 'DuckDB', { 'src/register/x.ts': `import { D } from '@duckdb/node-api';` }],
  ['package-in-wrong-room', 'PGlite', { 'src/access/x.ts': `import { P } from '@electric-sql/pglite/worker';` }],
  ['package-in-wrong-room', 'pg', { 'src/access/x.ts': `import pg from 'pg';` }],
  ['import-not-readable', 'a computed name', { 'src/app/x.ts': 'await import(`#${name}`);' }],
  ['import-not-found', 'no such file', { 'src/app/x.ts': `import { a } from './gone-away.ts';` }],
  ['cycle', 'two files', { 'src/app/x.ts': `import './y.ts';`, 'src/app/y.ts': `import type { A } from './x.ts';` }],
  ['cycle', 'one file', { 'src/app/x.ts': `export * from './x.ts';` }],
  ['environment', 'read in a domain', { 'src/roll/x.ts': `const a = process.env['HOME'];` }],
  ['environment', 'imported', { 'src/roll/x.ts': `import { env } from 'node:process';` }],
  ['time', 'Date.now', { 'src/roll/x.ts': `const a = Date.now();` }],
  ['time', 'new Date()', { 'src/roll/x.ts': `const a = new Date();` }],
  ['randomness', 'Math.random', { 'src/roll/x.ts': `const a = Math.random();` }],
  ['randomness', 'crypto.randomUUID', { 'src/roll/x.ts': `const a = globalThis.crypto.randomUUID();` }],
  ['randomness', 'node:crypto', { 'src/roll/x.ts': `import { randomBytes } from 'node:crypto';` }],
  ['enum', 'an enum', { 'src/roll/x.ts': `export enum A { B }` }],
  ['decorator', 'a decorator', { 'src/roll/x.ts': `@a class B {}` }],
  ['base-class', 'inheritance', { 'src/roll/x.ts': `class A extends B {}` }],
  ['mock', 'a mocked module', { 'src/roll/x.test.ts': `vi.mock('#store');` }],
  ['assertion', 'a type asserted', { 'src/roll/x.ts': `export function total(a: unknown) { return a as number; }` }],
  ['file-too-long', '251 lines', { 'src/roll/x.ts': 'export {};\n'.repeat(251) }],
  ['folder-name', 'utils', { 'src/roll/utils/x.ts': '' }],
  ['unknown-room', 'a folder that is not in the table', { 'src/novelty/index.ts': '' }],
  ['unknown-room', 'a file in no folder', { 'src/main.ts': '' }],
  ['model-sql', 'no comment', { 'src/roll/models/x.sql': 'select 1' }],
  ['model-sql', 'two statements', { 'src/roll/models/x.sql': '-- a row is x\nselect 1; select 2' }],
  ['model-sql', 'today', { 'src/roll/checks/x.sql': '-- a row is x\nselect current_date' }],
];

describe('a planted breach is found', () => {
  test.each(breaches)('%s: %s', (rule, _what, files) => {
    const found = checkHouse(plant(files)).breaches.filter(({ file }) => file in files);
    expect(found.map((one) => one.rule)).toContain(rule);
  });

  test('needless-exception: an exception, a ceiling that nothing needs', () => {
    const file = 'src/kernel/x.ts';
    const needless = { ...plant({ [file]: 'export {};\n' }), ceilings: { [file]: 300, 'src/kernel/gone.ts': 300 } };
    const exceptions = [{ rule: 'enum', file, because: 'no reason' } as const];
    const { breaches: found } = checkHouse({ ...needless, exceptions });
    expect(found.filter(({ rule }) => rule === 'needless-exception')).toHaveLength(3);
  });

  test('a ceiling holds a long file where it is', () => {
    const file = 'src/kernel/x.ts';
    const long = plant({ [file]: 'export {};\n'.repeat(260) });
    const rules = (ceiling: number) =>
      checkHouse({ ...long, ceilings: { [file]: ceiling } }).breaches.map(({ rule }) => rule);
    expect(rules(260)).toEqual([]);
    expect(rules(259)).toEqual(['file-too-long']);
    expect(rules(261)).toEqual(['needless-exception']);
  });
});

const lawful: readonly (readonly [what: string, files: Readonly<Record<string, string>>])[] = [
  ['a domain on the base', { 'src/roll/x.ts': `import { a } from '#kernel';` }],
  ['a neighbour in the same room', { 'src/roll/x.ts': `import './y.ts';`, 'src/roll/y.ts': '' }],
  ['a test with the cast', { 'src/roll/x.test.ts': `import { a } from '#testing';` }],
  ['the store with its engine', { 'src/store/x.ts': `import { D } from '@duckdb/node-api';` }],
  ['the environment in app', { 'src/app/x.ts': `const a = process.env['HOME'];` }],
  ['a moment that was given', { 'src/roll/x.ts': `const a = new Date(0);` }],
  ['an assertion in a parse function', { 'src/roll/x.ts': `function parseA(a: unknown) { return a as number; }` }],
  ['an error of our own', { 'src/roll/x.ts': `class A extends Error {}` }],
  [
    'a worker that reads the program',
    { 'src/app/x-worker.mjs': `import { load } from '../../bin/load.js';`, 'bin/load.js': 'export const load = 1;' },
  ],
  ['250 lines', { 'src/roll/x.ts': 'export {};\n'.repeat(250) }],
  ['a model', { 'src/roll/models/x.sql': '-- a row is x\nwith a as (select 1) select * from a;\n' }],
];

test.each(lawful)('lawful: %s', (_what, files) => {
  expect(checkHouse(plant(files)).breaches.filter(({ file }) => file in files)).toEqual([]);
});

test('comments and texts that look like imports are not read as imports', () => {
  const { imports, words } = readSource('src/x.ts', `// import '#a'\nconst a = "import '#b' Date.now()";`);
  expect([imports, words]).toEqual([[], []]);
});

/** A small sound house, with doors for the rooms that the planted files name, and the planted files. */
function plant(files: Readonly<Record<string, string>>): House {
  const named = ['kernel', 'store', 'register', 'cli', 'testing'];
  const doors = Object.fromEntries(named.map((room) => [`#${room}`, `./src/${room}/index.ts`]));
  const sound = named.map((room) => [`src/${room}/index.ts`, ''] as const);
  const beside = ['src/store/warehouse.ts', 'scripts/import-law/law.ts'].map((path) => [path, ''] as const);
  return { tree: new Map([...sound, ...beside, ...Object.entries(files)]), doors, exceptions: [], ceilings: {} };
}
