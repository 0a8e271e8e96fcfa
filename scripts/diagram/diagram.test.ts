import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openHouse } from '../import-law/open-house.ts';
import { drawRooms } from './draw-rooms.ts';
import { readRoomGraph } from './room-graph.ts';

const file = 'docs/architecture.svg';

test('the picture in ARCHITECTURE.md is that of the present imports: run `npm run diagram` where it is not', () => {
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(drawRooms(readRoomGraph(openHouse(process.cwd()))));
});

const tree = new Map([
  ['src/kernel/index.ts', ''],
  ['src/roll/index.ts', `import '#kernel';`],
  ['src/register/index.ts', `import '#roll';`],
  ['src/web/index.ts', `import type { A } from '#register'; import '#roll';`],
  ['src/web/index.test.ts', `import '#lost-learning';`],
]);
const names = ['kernel', 'roll', 'register', 'web'];
const doors = Object.fromEntries(names.map((name) => [`#${name}`, `./src/${name}/index.ts`]));

test('rooms stand above what they import, and an arrow that follows from others is left out', () => {
  const { rows, edges, base } = readRoomGraph({ tree, doors });
  expect(rows).toEqual([['web'], ['register'], ['roll']]);
  expect(base).toEqual(['kernel']);
  expect(edges).toEqual([
    ['register', 'roll'],
    ['web', 'register'],
  ]);
});

test('every room is drawn and said', () => {
  const svg = drawRooms(readRoomGraph({ tree, doors }));
  for (const name of names) expect(svg).toContain(`>${name}</text>`);
  expect(svg).toContain('web imports register. register imports roll. roll imports only the base.');
});
