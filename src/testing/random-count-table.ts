import { seededRandom, type Random } from '#kernel';

type Row = { readonly categories: readonly string[]; readonly count: number };
export type RandomCountTable = {
  readonly rows: readonly Row[];
  /** Whether rows are left out that are not zeros, so that a missing row may be any count. */
  readonly absent: 'zero' | 'unknown';
};

/** Ways to draw a cell: nearly all small, mixed, few small, just above what is hidden, mostly empty, very unequal. */
const DRAWS: readonly ((random: Random) => number)[] = [
  ({ below }) => below(4),
  ({ below }) => below(14),
  ({ next, below }) => (next() < 0.15 ? 1 + below(7) : 8 + below(60)),
  ({ next, below }) => (next() < 0.15 ? below(8) : 8 + below(6)),
  ({ next, below }) => (next() < 0.7 ? 0 : 1 + below(40)),
  ({ next }) => Math.floor(Math.exp(next() * next() * 7) - 1),
];

/** A table with all its totals, as counts of one population have them. */
export function fullTable(sizes: readonly number[], draw: () => number): readonly Row[] {
  const counts = new Map<string, number>();
  for (const cell of placesOf(sizes)) {
    const count = draw();
    for (const place of totalsOver(cell)) counts.set(place.join(), (counts.get(place.join()) ?? 0) + count);
  }
  return [...counts].map(([place, count]) => ({
    categories: place.split(',').map((at) => (at === '0' ? 'Total' : `c${at}`)),
    count,
  }));
}

/** Drawn from a seed: full, without its zeros, with some totals only, or with rows left out. */
export function randomCountTable(seed: number, dimensions: number, most: number): RandomCountTable {
  const random = seededRandom(seed);
  const { below, next } = random;
  const sizes = Array.from({ length: dimensions }, () => 2 + below(most - 1));
  const draw = DRAWS[below(DRAWS.length)] ?? (() => 0);
  const rows = fullTable(sizes, () => draw(random));
  const isTotal = ({ categories }: Row) => categories.includes('Total');
  switch (below(4)) {
    case 0:
      return { rows, absent: 'zero' };
    case 1:
      return { rows: rows.filter((row) => row.count > 0 || isTotal(row)), absent: 'zero' };
    case 2:
      return { rows: rows.filter((row) => !isTotal(row) || next() < 0.6), absent: 'zero' };
    default:
      return { rows: rows.filter((row) => isTotal(row) || next() < 0.85), absent: 'unknown' };
  }
}

function placesOf(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<number[][]>(
    (places, size) => places.flatMap((place) => Array.from({ length: size }, (_, at) => [...place, at + 1])),
    [[]],
  );
}

function totalsOver(cell: readonly number[]): readonly (readonly number[])[] {
  return cell.reduce<number[][]>(
    (places, at) =>
      places.flatMap((place) => [
        [...place, at],
        [...place, 0],
      ]),
    [[]],
  );
}
