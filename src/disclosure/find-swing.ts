import { openMoving, type Moving } from './moving.ts';
import type { Ground, Lattice } from './lattice.ts';
import type { Move, Swing } from './swing.ts';
import { findWalk } from './walk.ts';

/**
 * A swing of `cell` by `width` along walks, hiding as little more as it can: nothing if hidden cells suffice, else one
 * walk that is passed both ways, else (where hiding more is allowed) several. Undefined where walks do not suffice.
 */
export function findSwing(
  ground: Ground,
  latticesOf: (cell: number, mayOpen: boolean) => readonly Lattice[],
  cell: number,
  width: number,
  mayOpen: boolean,
): Swing | undefined {
  const closed = flowBothWays(ground, latticesOf(cell, false), cell, width, false);
  if (closed || !mayOpen) return closed?.swing;
  const lattices = latticesOf(cell, true);
  const single = cheapestSingle(ground, lattices, cell, width);
  const [only] = lattices;
  if (!only || lattices.length > 1 || (single && single.cost <= ENOUGH)) return single?.swing;
  const several = flowBothWays(ground, [only], cell, width, true);
  return single && single.cost <= (several?.cost ?? Infinity) ? single.swing : several?.swing;
}

type Found = { readonly swing: Swing; readonly cost: number };

/** The price of the three cells that complete a rectangle. What costs no more is not worth improving on. */
const ENOUGH = 3 * 85;

/** Up as far as is wanted and down for the rest; where that opens cells, also down first, and the cheaper of the two. */
function flowBothWays(
  ground: Ground,
  lattices: readonly Lattice[],
  cell: number,
  width: number,
  mayOpen: boolean,
): Found | undefined {
  const inOrder = (first: 1 | -1): Found | undefined => {
    const moving = openMoving(ground, mayOpen);
    const one = flow(ground, lattices, cell, first, width, moving);
    const gone = Math.abs(one.get(cell) ?? 0);
    const other = flow(ground, lattices, cell, first === 1 ? -1 : 1, width - gone, moving);
    if (gone + Math.abs(other.get(cell) ?? 0) < width) return undefined;
    return { swing: first === 1 ? { up: one, down: other } : { up: other, down: one }, cost: moving.cost() };
  };
  const upFirst = inOrder(1);
  if (!mayOpen) return upFirst;
  const downFirst = inOrder(-1);
  return downFirst && downFirst.cost < (upFirst?.cost ?? Infinity) ? downFirst : upFirst;
}

/** Moves `cell` as far as wanted, walk after walk, each within what the ones before have left. */
function flow(
  ground: Ground,
  lattices: readonly Lattice[],
  cell: number,
  direction: 1 | -1,
  wanted: number,
  moving: Moving,
): Move {
  const { moved, mayOpen } = moving;
  const limit = direction === 1 ? (ground.bounds.highest[cell] ?? 0) : -(ground.bounds.lowest[cell] ?? 0);
  let left = Math.min(wanted, limit);
  for (const lattice of lattices) {
    const sign = direction === lattice.sign ? 1 : -1;
    const lanes = mayOpen ? undefined : lattice.lanes;
    // With cells to open, whole strides first: a walk that carries all that is left opens no more than it must.
    for (const stride of mayOpen ? [left, 1] : [1]) {
      while (left > 0) {
        const least = Math.min(stride, left);
        const price = (road: number, way: 1 | -1) =>
          lattice.room(ground, road, way, moved) >= least ? moving.price(lattice, road) : -1;
        if (price(lattice.road, sign) < 0) break;
        const walk = findWalk(lattice.graph, lattice.road, sign, { lanes, price, limit: Infinity });
        if (!walk) break;
        const by = Math.min(left, ...walk.steps.map((step) => lattice.room(ground, step.road, step.sign, moved)));
        if (!moving.pass(lattice, walk.steps, by)) break;
        left -= by;
      }
    }
  }
  return moving.take();
}

/** One walk with room for some of the width up and the rest down, for the split and lattice where that costs least. */
function cheapestSingle(ground: Ground, lattices: readonly Lattice[], cell: number, width: number): Found | undefined {
  const moving = openMoving(ground, true);
  const { moved } = moving;
  let best: Found | undefined;
  for (const up of fromTheMiddle(width)) {
    const down = width - up;
    if (up > (ground.bounds.highest[cell] ?? 0) || -down < (ground.bounds.lowest[cell] ?? 0)) continue;
    for (const lattice of lattices) {
      const price = (road: number, sign: 1 | -1) =>
        lattice.room(ground, road, sign, moved) >= up && lattice.room(ground, road, sign === 1 ? -1 : 1, moved) >= down
          ? lattice.price(ground, road)
          : -1;
      const own = price(lattice.road, lattice.sign);
      const limit = (best?.cost ?? Infinity) - own;
      if (own < 0 || limit <= 0) continue;
      const walk = findWalk(lattice.graph, lattice.road, lattice.sign, { lanes: undefined, price, limit });
      if (!walk || !moving.pass(lattice, walk.steps, 1)) continue;
      const unit = moving.take();
      // A walk that passes a cell twice moves it further than its room was looked at for.
      if ([...unit.values()].some((by) => Math.abs(by) !== 1)) continue;
      best = { swing: { up: times(unit, up), down: times(unit, -down) }, cost: walk.cost + own };
    }
    if (best && best.cost <= ENOUGH) break;
  }
  return best;
}

/** 3, 2, 4, 1, 5, 0 for 5: moves that go both ways ask least of each cell. */
function fromTheMiddle(width: number): readonly number[] {
  const middle = width / 2;
  return Array.from({ length: width + 1 }, (_, split) => split).toSorted(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle) || b - a,
  );
}

function times(unit: Move, by: number): Move {
  return new Map(by === 0 ? [] : [...unit].map(([cell, one]) => [cell, one * by]));
}
