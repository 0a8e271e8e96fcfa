import type { AdditiveTable, Standing } from './additive-table.ts';
import { priceOfAll, roomOfAll, type Lattice, type Mover } from './lattice.ts';
import { graphOf, type Graph } from './walk.ts';

/** Where the cells of a crossed table stand: for each dimension the number of its category, 0 being the total. */
export type Crossing = {
  readonly sizes: readonly number[];
  readonly coordinates: readonly (readonly number[])[];
  /** Dimensions in which some total is printed. Along the others nothing adds up. */
  readonly crossed: readonly number[];
};

/** More cells than this are not held in one flat index. */
const LARGEST = 4_000_000;
const MOST_DIMENSIONS = 6;

/**
 * Lattices of a table with three and more crossed dimensions. A walk in two of them is mirrored in each of the others
 * (added in the cell’s own category, taken away in an opposite one), so that all sums stay. Undefined where the table
 * is too large to index.
 */
export function prismsOf(
  { values }: AdditiveTable,
  { sizes, coordinates, crossed }: Crossing,
  standings: readonly Standing[],
): ((cell: number) => readonly Lattice[]) | undefined {
  const strides = sizes.map((_, dimension) => sizes.slice(dimension + 1).reduce((product, size) => product * size, 1));
  const size = sizes.reduce((product, one) => product * one, 1);
  if (size > LARGEST || crossed.length > MOST_DIMENSIONS) return undefined;
  const at = new Int32Array(size).fill(-1);
  const position = (cell: number) =>
    (coordinates[cell] ?? []).reduce((sum, category, dimension) => sum + category * (strides[dimension] ?? 0), 0);
  const sign = values.map((_, cell): 1 | -1 => {
    const totals = crossed.filter((dimension) => coordinates[cell]?.[dimension] === 0).length;
    return totals % 2 === 0 ? 1 : -1;
  });
  for (const cell of values.keys()) if (standings[cell] !== 'fixed') at[position(cell)] = cell;
  const planes = crossed.flatMap((rows, index) =>
    crossed.slice(index + 1).map((columns) => ({
      rows,
      columns,
      graph: planeGraph(sizes[rows] ?? 0, sizes[columns] ?? 0),
      others: crossed.filter((dimension) => dimension !== rows && dimension !== columns),
    })),
  );
  return (cell) => {
    const own = coordinates[cell] ?? [];
    return planes.flatMap(({ rows, columns, graph, others }) => {
      const base = position(cell) - (own[rows] ?? 0) * (strides[rows] ?? 0) - (own[columns] ?? 0) * (strides[columns] ?? 0);
      const width = sizes[columns] ?? 0;
      return oppositesOf(own, sizes, others).flatMap((opposite): Lattice[] => {
        const corners = cornersOf(own, opposite, others, strides);
        const cells = memoised(graph.ends.length / 2, (road) => {
          const row = Math.floor(road / width);
          const start = base + row * (strides[rows] ?? 0) + (road - row * width) * (strides[columns] ?? 0);
          const movers: Mover[] = [];
          for (const corner of corners) {
            const found = at[start + corner.offset] ?? -1;
            if (found < 0) return [];
            movers.push({ cell: found, sign: (sign[found] ?? 1) === corner.sign ? 1 : -1 });
          }
          return movers;
        });
        const road = (own[rows] ?? 0) * width + (own[columns] ?? 0);
        if (cells(road).length === 0) return [];
        return [
          {
            graph,
            road,
            sign: sign[cell] ?? 1,
            lanes: undefined,
            room: (ground, on, way, moved) => roomOfAll(ground, cells(on), way, moved),
            price: (ground, on) => priceOfAll(ground, cells(on)),
            cells,
          },
        ];
      });
    });
  };
}

function memoised(size: number, make: (road: number) => readonly Mover[]): (road: number) => readonly Mover[] {
  const made: (readonly Mover[] | undefined)[] = Array.from({ length: size });
  return (road) => (made[road] ??= make(road));
}

/** Every row crosses every column. All signs are alike: the sign of a cell in its sums is in its mover. */
function planeGraph(rows: number, columns: number): Graph {
  const ends = new Int32Array(2 * rows * columns);
  for (let road = 0; road < rows * columns; road += 1) {
    ends[2 * road] = 1 + Math.floor(road / columns);
    ends[2 * road + 1] = 1 + rows + (road % columns);
  }
  return graphOf(1 + rows + columns, ends, new Int8Array(ends.length).fill(1));
}

/** Every choice of another category in each of the other dimensions. */
function oppositesOf(own: readonly number[], sizes: readonly number[], others: readonly number[]): readonly number[][] {
  return others.reduce<number[][]>(
    (choices, dimension) =>
      choices.flatMap((choice) =>
        Array.from({ length: sizes[dimension] ?? 0 }, (_, category) => category)
          .filter((category) => category !== own[dimension])
          .map((category) => [...choice, category]),
      ),
    [[]],
  );
}

function cornersOf(
  own: readonly number[],
  opposite: readonly number[],
  others: readonly number[],
  strides: readonly number[],
): readonly { readonly offset: number; readonly sign: 1 | -1 }[] {
  return others.reduce<{ readonly offset: number; readonly sign: 1 | -1 }[]>(
    (corners, dimension, index) => {
      const shift = ((opposite[index] ?? 0) - (own[dimension] ?? 0)) * (strides[dimension] ?? 0);
      return corners.flatMap(({ offset, sign }) => [
        { offset, sign },
        { offset: offset + shift, sign: sign === 1 ? -1 : 1 },
      ]);
    },
    [{ offset: 0, sign: 1 }],
  );
}
