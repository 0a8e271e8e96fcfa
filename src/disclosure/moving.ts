import type { Ground, Lattice } from './lattice.ts';
import type { Move } from './swing.ts';
import type { Step } from './walk.ts';

/** A move that is being put together from walks, and the cells it would hide. */
export type Moving = {
  readonly mayOpen: boolean;
  /** How far each cell has moved. */
  readonly moved: Float64Array;
  /** What a road costs now: cells this move hides already cost nothing more. */
  readonly price: (lattice: Lattice, road: number) => number;
  /** Adds a walk. A walk that passes a road twice may go too far: it is then taken back, and the answer is false. */
  readonly pass: (lattice: Lattice, steps: readonly Step[], by: number) => boolean;
  /** The move so far; the next begins from nothing, with the same cells hidden. */
  readonly take: () => Move;
  readonly cost: () => number;
};

const scratches = new WeakMap<Ground, Float64Array>();

export function openMoving(ground: Ground, mayOpen: boolean): Moving {
  const moved = scratches.get(ground) ?? new Float64Array(ground.table.values.length);
  scratches.set(ground, moved);
  const touched = new Set<number>();
  const opened = new Set<number>();
  const add = (lattice: Lattice, steps: readonly Step[], by: number) => {
    for (const step of steps) {
      for (const { cell, sign } of lattice.cells(step.road)) {
        moved[cell] = (moved[cell] ?? 0) + by * step.sign * sign;
        touched.add(cell);
      }
    }
  };
  const { bounds, standings, prices } = ground;
  const fits = (cell: number) => {
    const now = moved[cell] ?? 0;
    return now >= (bounds.lowest[cell] ?? 0) && now <= (bounds.highest[cell] ?? 0);
  };
  return {
    mayOpen,
    moved,
    price: (lattice, road) => {
      const price = lattice.price(ground, road);
      if (price <= 0) return price;
      if (!mayOpen) return -1;
      if (opened.size === 0) return price;
      const free = lattice.cells(road).filter(({ cell }) => opened.has(cell));
      return price - free.reduce((sum, { cell }) => sum + (prices[cell] ?? 0), 0);
    },
    pass: (lattice, steps, by) => {
      if (by <= 0) return false;
      add(lattice, steps, by);
      if (![...touched].every(fits)) {
        add(lattice, steps, -by);
        return false;
      }
      for (const cell of touched) if (standings[cell] === 'printed' && moved[cell] !== 0) opened.add(cell);
      return true;
    },
    take: () => {
      const move = new Map<number, number>();
      for (const cell of touched) {
        const by = moved[cell] ?? 0;
        if (by !== 0) move.set(cell, by);
        moved[cell] = 0;
      }
      touched.clear();
      return move;
    },
    cost: () => [...opened].reduce((sum, cell) => sum + (prices[cell] ?? 0), 0),
  };
}
