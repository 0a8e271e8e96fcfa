import { mayMove, type AdditiveTable } from './additive-table.ts';
import { priceOf, type Ground } from './lattice.ts';
import type { Row, Solver } from './solver.ts';
import type { Move, Swing } from './swing.ts';

/**
 * A swing of `cell` by linear programming, where walks do not suffice: two moves of least price whose difference in the
 * cell is the width or, where there are none, as near to it as can be. Undefined where no answer is whole.
 */
export function solveSwing(
  solver: Solver,
  ground: Ground,
  cell: number,
  width: number,
  mayOpen: boolean,
  effort: 'little' | 'much',
): Swing | undefined {
  const movers = reachable(ground, cell, mayOpen);
  const index = new Map(movers.map((mover, at) => [mover, at]));
  // Four columns a cell: up and down of the first move, up and down of the second.
  const columns = movers.flatMap((mover) => {
    const cost = 1 + priceOf(ground, mover);
    const rise = { cost, least: 0, most: Math.min(FAR, ground.bounds.highest[mover] ?? 0) };
    const fall = { cost, least: 0, most: Math.min(FAR, -(ground.bounds.lowest[mover] ?? 0)) };
    return [rise, fall, rise, fall];
  });
  const at = index.get(cell) ?? 0;
  const own = [1, -1, -1, 1].map((by, offset) => [4 * at + offset, by] as const);
  const difference: Row = { least: width, most: Infinity, entries: [...own, [columns.length, 1]] };
  const found = solver(
    {
      columns: [...columns, { cost: SHORTFALL, least: 0, most: width }],
      rows: [difference, ...balanceRows(ground.table, index)],
    },
    effort,
  );
  if (!found) return undefined;
  const move = (offset: number): Move =>
    new Map(
      movers.flatMap((mover, place) => {
        const by = (found[4 * place + offset] ?? 0) - (found[4 * place + offset + 1] ?? 0);
        return by === 0 ? [] : [[mover, by] as const];
      }),
    );
  return { up: move(0), down: move(2) };
}

/** No move needs to go further, and a solver reckons best with numbers that are not too far apart. */
const FAR = 10_000;

/** What a width too few costs: more than hiding any number of cells. */
const SHORTFALL = 1e6;

/** Every sum stays as it is, in both moves. */
function balanceRows({ sums }: AdditiveTable, index: ReadonlyMap<number, number>): readonly Row[] {
  return sums.flatMap(({ total, parts }) => {
    const signed = [[total, 1] as const, ...parts.map((part) => [part, -1] as const)].flatMap(([cell, sign]) => {
      const place = index.get(cell);
      return place === undefined ? [] : [[4 * place, sign] as const];
    });
    if (signed.length === 0) return [];
    return [0, 2].map((offset): Row => ({
      least: 0,
      most: 0,
      entries: signed.flatMap(([column, sign]) => [
        [column + offset, sign] as const,
        [column + offset + 1, -sign] as const,
      ]),
    }));
  });
}

/** The cells that could have a part in it: those that may move, joined by sums to this one. */
export function reachable(ground: Ground, cell: number, mayOpen: boolean): readonly number[] {
  const { table, standings } = ground;
  const may = (other: number) => mayMove(standings[other]) || (mayOpen && standings[other] === 'printed');
  const seen = new Set([cell]);
  const entered = new Set<number>();
  for (const from of seen) {
    for (const { sum } of table.places[from] ?? []) {
      if (entered.has(sum)) continue;
      entered.add(sum);
      const { total, parts } = table.sums[sum] ?? { total: from, parts: [] };
      if (may(total)) seen.add(total);
      for (const part of parts) if (may(part)) seen.add(part);
    }
  }
  return [...seen];
}
