import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawnBoundaries } from './draw-boundaries.ts';
import { centreOf, pathOf, signedArea, wholeRing } from './path.ts';

test('the outlines are those that the boundary file gives (else run `npx tsx scripts/boundaries/main.ts`)', () => {
  const carried = readFileSync(new URL('../../data/places/boundaries-2023.json', import.meta.url), 'utf8');
  expect(carried).toBe(drawnBoundaries());
});

test('a path is written in short relative steps', () => {
  expect(
    pathOf(
      [
        [1, 2],
        [4, 0],
        [4, 6],
        [1, 2],
      ],
      true,
    ),
  ).toBe('M1 2l3-2 0 6z');
  expect(
    pathOf(
      [
        [1, 2],
        [4, 0],
      ],
      false,
    ),
  ).toBe('M1 2l3-2');
  expect(pathOf([], true)).toBe('');
});

test('rings are brought to whole numbers without repeats, and have an area and a centre', () => {
  const square = wholeRing([
    [0.2, 0],
    [0.4, 0.1],
    [9.8, 0],
    [10, 10.2],
    [0, 10],
    [0.1, 0],
  ]);
  expect(square).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ]);
  expect(signedArea(square)).toBe(100);
  expect(centreOf(square)).toEqual([5, 5]);
  expect(
    centreOf([
      [2, 2],
      [4, 4],
    ]),
  ).toEqual([3, 3]);
});
