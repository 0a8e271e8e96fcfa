import { mayMove, type AdditiveTable, type Bounds, type Standing } from './additive-table.ts';

/** What is added to some cells at once: another table of whole counts that a reader cannot tell from the true one. */
export type Move = ReadonlyMap<number, number>;

/**
 * Two tables that agree with everything printed. Where they differ in a cell by the width, that cell is safe: no
 * reasoning, however clever, can leave less doubt than between the two.
 */
export type Swing = { readonly up: Move; readonly down: Move };

export function widthOf({ up, down }: Swing, cell: number): number {
  return Math.abs((up.get(cell) ?? 0) - (down.get(cell) ?? 0));
}

export function cellsOf({ up, down }: Swing): ReadonlySet<number> {
  return new Set([...up.keys(), ...down.keys()]);
}

/** Whole, within bounds, and with every sum as it was. `ignoring` takes printed cells as if they were hidden. */
export function isPossible(
  table: AdditiveTable,
  bounds: Bounds,
  { up, down }: Swing,
  mayChange: (cell: number) => boolean,
): boolean {
  return [up, down].every((move) => {
    const balance = new Map<number, number>();
    for (const [cell, by] of move) {
      if (!Number.isInteger(by) || !mayChange(cell)) return false;
      if (by < (bounds.lowest[cell] ?? 0) || by > (bounds.highest[cell] ?? 0)) return false;
      for (const { sum, sign } of table.places[cell] ?? []) balance.set(sum, (balance.get(sum) ?? 0) + sign * by);
    }
    return [...balance.values()].every((left) => left === 0);
  });
}

export function movesHidden(standings: readonly Standing[]): (cell: number) => boolean {
  return (cell) => mayMove(standings[cell]);
}
