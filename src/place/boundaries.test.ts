import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { readBoundaries } from './boundaries.ts';
import { listHexes } from './hexes.ts';

const { areas, attribution, width, height } = readBoundaries();

test('there is an outline for each of today’s authorities and no other', () => {
  expect(Object.keys(areas).toSorted()).toEqual(listHexes().map((hex) => hex.code));
});

test('the outlines are small enough to send, and lie on their grid', () => {
  expect(Buffer.byteLength(JSON.stringify(areas))).toBeLessThan(80_000);
  for (const { path, x, y } of Object.values(areas)) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(width);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(height);
    for (const [, startX, startY] of path.matchAll(/M(\d+) (\d+)/g)) {
      expect(Number(startX)).toBeLessThanOrEqual(width);
      expect(Number(startY)).toBeLessThanOrEqual(height);
    }
  }
});

test('England is the right shape: Cornwall in the south-west, Northumberland in the north, Norfolk in the east', () => {
  const at = (code: string): { readonly x: number; readonly y: number } => areas[code] ?? { x: Number.NaN, y: 0 };
  expect(at('E06000052').x).toBeLessThan(width * 0.25);
  expect(at('E06000057').y).toBeLessThan(height * 0.2);
  expect(at('E10000020').x).toBeGreaterThan(width * 0.85);
  expect(width / height).toBeCloseTo(0.83, 1);
});

test('the attribution that the licence asks for is there', () => {
  expect(attribution).toContain('Contains OS data © Crown copyright and database right 2023');
  expect(attribution).toContain('Office for National Statistics');
});
