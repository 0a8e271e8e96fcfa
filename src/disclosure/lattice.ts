import { mayMove, type AdditiveTable, type Bounds, type Standing } from './additive-table.ts';
import { graphOf, type Graph } from './walk.ts';

/**
 * A graph in which walks are moves of a table. A road moves one cell, or in a table of three and more dimensions
 * several that mirror each other.
 */
export type Lattice = {
  readonly graph: Graph;
  /** The road of the cell that is to be moved, and the sign it has there. */
  readonly road: number;
  readonly sign: 1 | -1;
  /** Road ends by crossing of the roads that move without hiding more, where these are kept. */
  readonly lanes: readonly (readonly number[])[] | undefined;
  /** How much further a road may move that way, when cells have moved by `moved` already. */
  readonly room: (ground: Ground, road: number, sign: 1 | -1, moved: Float64Array) => number;
  /** What hiding adds on this road: 0 where all is hidden, negative where something may never be. */
  readonly price: (ground: Ground, road: number) => number;
  readonly cells: (road: number) => readonly Mover[];
};

export type Mover = { readonly cell: number; readonly sign: 1 | -1 };

/** What a search may use: cells, how far they go, and what it costs to hide one more. */
export type Ground = {
  readonly table: AdditiveTable;
  readonly bounds: Bounds;
  readonly standings: Standing[];
  readonly prices: Float64Array;
};

/** What hiding adds at this cell: nothing where it is hidden already, −1 where it must not be. */
export function priceOf({ standings, prices }: Ground, cell: number): number {
  const standing = standings[cell];
  if (standing === 'printed') return prices[cell] ?? 0;
  return standing === 'fixed' ? -1 : 0;
}

/** A table in which no cell stands in more than two sums: every road is a cell. */
export type FlatLattices = {
  readonly of: (cell: number) => Lattice;
  /** To be told when a cell is hidden, or shown again. */
  readonly noticed: (cell: number, standing: Standing) => void;
};

export function openFlatLattices(
  { values, sums, places }: AdditiveTable,
  standings: readonly Standing[],
): FlatLattices | undefined {
  if (places.some((own) => own.length > 2)) return undefined;
  const ends = new Int32Array(2 * values.length);
  const signs = new Int8Array(2 * values.length);
  for (const [cell, own] of places.entries()) {
    for (const [side, { sum, sign }] of own.entries()) {
      ends[2 * cell + side] = sum + 1;
      signs[2 * cell + side] = sign;
    }
  }
  const graph = graphOf(sums.length + 1, ends, signs);
  const lanes: number[][] = Array.from({ length: graph.crossings }, () => []);
  const noticed = (cell: number, standing: Standing) => {
    for (const end of [2 * cell, 2 * cell + 1]) {
      const lane = lanes[ends[end] ?? 0] ?? [];
      const at = lane.indexOf(end);
      if (mayMove(standing) && at < 0) lane.push(end);
      if (!mayMove(standing) && at >= 0) lane.splice(at, 1);
    }
  };
  for (const [cell, standing] of standings.entries()) if (mayMove(standing)) noticed(cell, standing);
  const movers = values.map((_, cell): readonly Mover[] => [{ cell, sign: 1 }]);
  const cells = (road: number) => movers[road] ?? [];
  return { of: (cell) => ({ graph, road: cell, sign: 1, lanes, room: roomOf, price: priceOf, cells }), noticed };
}

export function roomOf({ bounds }: Ground, cell: number, sign: 1 | -1, moved: Float64Array): number {
  const already = moved[cell] ?? 0;
  return sign > 0 ? (bounds.highest[cell] ?? 0) - already : already - (bounds.lowest[cell] ?? 0);
}
