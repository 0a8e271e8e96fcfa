import { describe, expect, test } from 'vitest';
import { readBoundaries } from './boundaries.ts';
import { listHexes, listHexesPlacedByHand, type Hex } from './hexes.ts';
import { listPlaces } from './places.ts';

const hexes = listHexes();
const authorities = listPlaces().filter((place) => place.level === 'authority' && place.current);
const key = (q: number, r: number): string => `${q},${r}`;

/** The six cells around one; odd rows stand half a cell to the east. */
function around({ q, r }: Pick<Hex, 'q' | 'r'>): readonly string[] {
  const east = r % 2;
  return [
    key(q - 1, r),
    key(q + 1, r),
    key(q - 1 + east, r + 1),
    key(q + east, r + 1),
    key(q - 1 + east, r - 1),
    key(q + east, r - 1),
  ];
}

/** Pieces of a set of hexes, as names. */
function piecesOf(some: readonly Hex[]): readonly (readonly string[])[] {
  const left = new Map(some.map((hex) => [key(hex.q, hex.r), hex]));
  const pieces: string[][] = [];
  for (let [next] = left.values(); next; [next] = left.values()) {
    const piece: string[] = [];
    const queue = [next];
    for (let hex = queue.pop(); hex; hex = queue.pop()) {
      if (!left.delete(key(hex.q, hex.r))) continue;
      piece.push(hex.name);
      queue.push(...around(hex).flatMap((cell) => left.get(cell) ?? []));
    }
    pieces.push(piece);
  }
  return pieces.toSorted((a, b) => a.length - b.length);
}

describe('the hex map', () => {
  test('has each of today’s 153 authorities once, by its name and region, and no other', () => {
    expect(hexes).toHaveLength(153);
    expect(hexes.map(({ code, name, region }) => ({ code, name, region }))).toEqual(
      authorities
        .map(({ code, name, region }) => ({ code, name, region }))
        .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    );
  });

  test('has no two authorities on a cell, and no two with the same letters', () => {
    expect(new Set(hexes.map((hex) => key(hex.q, hex.r))).size).toBe(153);
    expect(new Set(hexes.map((hex) => hex.short)).size).toBe(153);
  });

  test('keeps every region in one piece, but for islands', () => {
    const regions = [...new Set(hexes.map((hex) => hex.region))];
    const apart = regions.flatMap((region) => piecesOf(hexes.filter((hex) => hex.region === region)).slice(0, -1));
    expect(apart.flat().toSorted()).toEqual(['Isle of Wight', 'Isles of Scilly']);
  });

  test('puts more than half of all neighbours side by side; by chance it would be one in thirty', () => {
    const pairs = neighbours();
    const cells = new Map(hexes.map((hex) => [hex.code, hex]));
    const together = pairs.filter(([a, b]) => {
      const [one, other] = [cells.get(a), cells.get(b)];
      return one && other && around(one).includes(key(other.q, other.r));
    });
    expect(pairs.length).toBeGreaterThan(300);
    // 397 of the 11,628 pairs of cells touch: 3.4%.
    expect(together.length / pairs.length).toBeGreaterThan(0.5);
  });

  test('lies as England does, with the room that London needs', () => {
    const { areas } = readBoundaries();
    const where = hexes.flatMap((hex) => {
      const area = areas[hex.code];
      return area ? [{ ...hex, east: area.x, south: area.y }] : [];
    });
    expect(correlation(where.map((one) => [one.q + (one.r % 2) / 2, one.east]))).toBeGreaterThan(0.8);
    expect(correlation(where.map((one) => [one.r, -one.south]))).toBeGreaterThan(0.8);
  });

  test('says why of every cell that was chosen by hand, newcomers and those moved for them', () => {
    const byHand = listHexesPlacedByHand();
    expect(
      byHand
        .filter((hex) => hex.was === undefined)
        .map((hex) => hex.code)
        .toSorted(),
    ).toEqual(['E06000060', 'E06000061', 'E06000062', 'E06000063', 'E06000064', 'E06000065', 'E06000066']);
    for (const hex of byHand) {
      expect(hex.why).toMatch(/^[A-Z].*\.$/);
      expect(hex.was).not.toEqual([hex.q, hex.r]);
    }
    expect(hexes.filter((hex) => hex.was && !hex.why)).toEqual([]);
  });
});

/** Authorities whose outlines share a border: at least two corners, which two outlines that only touch do not. */
function neighbours(): readonly (readonly [string, string])[] {
  const holders = new Map<string, string[]>();
  for (const [code, { path }] of Object.entries(readBoundaries().areas)) {
    for (const corner of new Set(cornersOf(path))) holders.set(corner, [...(holders.get(corner) ?? []), code]);
  }
  const shared = new Map<string, number>();
  for (const codes of holders.values()) {
    for (const a of codes)
      for (const b of codes) if (a < b) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1);
  }
  return [...shared].filter(([, corners]) => corners > 1).map(([pair]) => [pair.slice(0, 9), pair.slice(10)] as const);
}

/** The corners of a path of `M`, relative `l` and `z`. */
function cornersOf(path: string): readonly string[] {
  return path.split('z').flatMap((part) => {
    const numbers = [...part.matchAll(/-?\d+/g)].map(([number]) => Number(number));
    let [x, y] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, at) => {
      [x, y] = [x + (numbers[2 * at] ?? 0), y + (numbers[2 * at + 1] ?? 0)];
      return `${x},${y}`;
    });
  });
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const [meanX, meanY] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const sum = (term: (x: number, y: number) => number): number =>
    pairs.reduce((total, [x, y]) => total + term(x - meanX, y - meanY), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}
