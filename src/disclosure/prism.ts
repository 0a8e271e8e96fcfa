import { mayMove, type AdditiveTable, type Standing } from './additive-table.ts';
import { priceOf, roomOf, type Ground, type Lattice, type Mover } from './lattice.ts';
import { graphOf, type Graph } from './walk.ts';

/** Where the cells of a crossed table stand: for each dimension the number of its category, 0 being the total. */
export type Crossing = {
  readonly sizes: readonly number[];
  readonly coordinates: readonly (readonly number[])[];
  /** Dimensions in which some total is printed. Along the others nothing adds up. */
  readonly crossed: readonly number[];
};

/** More places than this are not held in one index. */
const LARGEST = 4_000_000;
/** Of very many mirrors of a cell, as many as this are tried: with every further dimension they are more alike. */
const MOST_MIRRORS = 600;

/** Those of a cell; if no cell may be opened, only those whose first step is free. */
export type Prisms = (cell: number, mayOpen: boolean) => readonly Lattice[];

/** The places of a table, each with its cell (−1 where none may move) and the sign of that cell in sums. */
type Places = { readonly cells: Int32Array; readonly signs: Int8Array };
type Corner = { readonly offset: number; readonly sign: 1 | -1 };
/** Two dimensions to walk in, and where each crossing of a row and a column stands from the first. */
type Plane = { readonly graph: Graph; readonly steps: Int32Array; readonly others: readonly number[] } & Record<
  'rows' | 'columns',
  number
>;

/**
 * Lattices of a table with three and more crossed dimensions. A walk in two of them is mirrored in each of the others
 * (added in the cell’s own category, taken away in an opposite one), so that all sums stay. Undefined where the table
 * is too large to index.
 */
export function prismsOf(
  { values }: AdditiveTable,
  { sizes, coordinates, crossed }: Crossing,
  standings: readonly Standing[],
): Prisms | undefined {
  const strides = sizes.map((_, dimension) => sizes.slice(dimension + 1).reduce((product, size) => product * size, 1));
  const size = sizes.reduce((product, one) => product * one, 1);
  if (size > LARGEST) return undefined;
  const places: Places = { cells: new Int32Array(size).fill(-1), signs: new Int8Array(size) };
  const position = (cell: number) =>
    (coordinates[cell] ?? []).reduce((sum, category, dimension) => sum + category * (strides[dimension] ?? 0), 0);
  for (const cell of values.keys()) {
    const totals = crossed.filter((dimension) => coordinates[cell]?.[dimension] === 0).length;
    places.signs[position(cell)] = totals % 2 === 0 ? 1 : -1;
    if (standings[cell] !== 'fixed') places.cells[position(cell)] = cell;
  }
  const planes = fewPlanes(
    crossed.flatMap((rows, index) =>
      crossed.slice(index + 1).map((columns) => planeOf(rows, columns, sizes, strides, crossed)),
    ),
    sizes,
  );
  const mayStep = (place: number, mayOpen: boolean) => {
    const cell = places.cells[place] ?? -1;
    return cell >= 0 && (mayOpen || mayMove(standings[cell]));
  };
  return (cell, mayOpen) => {
    const own = coordinates[cell] ?? [];
    const at = position(cell);
    return planes.flatMap((plane) => {
      const road = (own[plane.rows] ?? 0) * (sizes[plane.columns] ?? 0) + (own[plane.columns] ?? 0);
      const base = at - (plane.steps[road] ?? 0);
      return cornersOf(own, sizes, plane.others, strides)
        .filter((corners) => corners.every(({ offset }) => mayStep(at + offset, mayOpen)))
        .slice(0, MOST_MIRRORS)
        .map((corners) => prismLattice(places, plane, base, corners, road));
    });
  };
}

function prismLattice(
  places: Places,
  { graph, steps }: Plane,
  base: number,
  corners: readonly Corner[],
  road: number,
): Lattice {
  const cellAt = (on: number, { offset }: Corner) => places.cells[base + (steps[on] ?? 0) + offset] ?? -1;
  const signAt = (on: number, { offset, sign }: Corner) =>
    places.signs[base + (steps[on] ?? 0) + offset] === sign ? 1 : -1;
  const room = (ground: Ground, on: number, way: 1 | -1, moved: Float64Array) => {
    let least = Infinity;
    for (const corner of corners) {
      const cell = cellAt(on, corner);
      if (cell < 0) return 0;
      least = Math.min(least, roomOf(ground, cell, way === signAt(on, corner) ? 1 : -1, moved));
    }
    return least;
  };
  const price = (ground: Ground, on: number) => {
    let total = 0;
    for (const corner of corners) {
      const cell = cellAt(on, corner);
      const one = cell < 0 ? -1 : priceOf(ground, cell);
      if (one < 0) return -1;
      total += one;
    }
    return total;
  };
  const cells = (on: number) =>
    corners.map((corner): Mover => ({ cell: cellAt(on, corner), sign: signAt(on, corner) }));
  const [first = { offset: 0, sign: 1 }] = corners;
  return { graph, road, sign: signAt(road, first), lanes: undefined, room, price, cells };
}

/** The widest planes first, which have the fewest mirrors. */
function fewPlanes(planes: readonly Plane[], sizes: readonly number[]): readonly Plane[] {
  let mirrors = 0;
  return planes
    .toSorted((a, b) => b.steps.length - a.steps.length)
    .filter(({ others }, index) => {
      mirrors += others.reduce((product, dimension) => product * ((sizes[dimension] ?? 1) - 1), 1);
      return index === 0 || mirrors <= MOST_MIRRORS;
    });
}

/** Every row crosses every column. All signs are alike: the sign of a cell in its sums is in its mover. */
function planeOf(
  rows: number,
  columns: number,
  sizes: readonly number[],
  strides: readonly number[],
  crossed: readonly number[],
): Plane {
  const [height, width] = [sizes[rows] ?? 0, sizes[columns] ?? 0];
  const ends = new Int32Array(2 * height * width);
  const steps = new Int32Array(height * width);
  for (let road = 0; road < height * width; road += 1) {
    const [row, column] = [Math.floor(road / width), road % width];
    ends[2 * road] = 1 + row;
    ends[2 * road + 1] = 1 + height + column;
    steps[road] = row * (strides[rows] ?? 0) + column * (strides[columns] ?? 0);
  }
  const graph = graphOf(1 + height + width, ends, new Int8Array(ends.length).fill(1));
  return { rows, columns, graph, steps, others: crossed.filter((one) => one !== rows && one !== columns) };
}

/** For every choice of an opposite category in each of the other dimensions, the corners that mirror each other. */
function cornersOf(
  own: readonly number[],
  sizes: readonly number[],
  others: readonly number[],
  strides: readonly number[],
): readonly (readonly Corner[])[] {
  return others.reduce<(readonly Corner[])[]>(
    (choices, dimension) =>
      choices.flatMap((corners) => {
        const opposites = [...Array(sizes[dimension] ?? 0).keys()].filter((category) => category !== own[dimension]);
        return opposites.map((category) => {
          const shift = (category - (own[dimension] ?? 0)) * (strides[dimension] ?? 0);
          return corners.flatMap(({ offset, sign }): Corner[] => [
            { offset, sign },
            { offset: offset + shift, sign: sign === 1 ? -1 : 1 },
          ]);
        });
      }),
    [[{ offset: 0, sign: 1 }]],
  );
}
