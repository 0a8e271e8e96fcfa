import { boundsOf, type Standing } from './additive-table.ts';
import type { Exposure } from './exposure.ts';
import { findSwing } from './find-swing.ts';
import { openFlatLattices, type Ground, type Lattice } from './lattice.ts';
import type { Proof } from './proofs.ts';
import { prismsOf } from './prism.ts';
import { solveSwing } from './solve-swing.ts';
import type { Solver } from './solver.ts';
import { isPossible, type Swing } from './swing.ts';

export type Effort = {
  /** Whether printed cells may be hidden for it. */
  readonly mayOpen: boolean;
  readonly maySolve: boolean;
  /** The width that will do for the reader who knows the rule. Where cells may be opened, less is tried as well. */
  readonly width: number;
};

export type Prover = {
  /** Looks for a proof of one cell. Undefined where there is none within the effort. */
  readonly prove: (cell: number, effort: Effort) => Promise<Proof | undefined>;
  /** Hides a cell or shows it again. */
  readonly stand: (cell: number, standing: Standing) => void;
};

export function openProver(
  exposure: Exposure,
  standings: Ground['standings'],
  solver: () => Promise<Solver>,
): Prover {
  const { table, prices, largestHidden, width } = exposure;
  const groundOf = (reader: 'plain' | 'knows-the-rule'): Ground => ({
    table,
    standings,
    prices,
    bounds: boundsOf(table, standings, reader, largestHidden),
  });
  const strong = groundOf('knows-the-rule');
  const plain = groundOf('plain');
  const lattices = latticesOf(exposure, standings);

  const find = async (ground: Ground, cell: number, wanted: number, effort: Effort): Promise<Swing | undefined> => {
    const mayChange = (other: number) => standings[other] !== 'fixed' && (effort.mayOpen || standings[other] !== 'printed');
    const isSound = (swing: Swing | undefined) =>
      swing !== undefined && isPossible(table, ground.bounds, swing, mayChange);
    const walked = findSwing(ground, lattices.of(cell), cell, wanted, effort.mayOpen);
    if (isSound(walked)) return walked;
    // In a flat table walks find whatever there is among hidden cells.
    if (!effort.maySolve || (lattices.flat && !effort.mayOpen)) return undefined;
    const solved = solveSwing(await solver(), ground, cell, wanted, effort.mayOpen);
    return isSound(solved) ? solved : undefined;
  };

  const prove: Prover['prove'] = async (cell, effort) => {
    const least = effort.mayOpen ? 1 : effort.width;
    let found: Swing | undefined;
    let wide = effort.width;
    for (; wide >= Math.max(1, least) && !found; wide -= 1) found = await find(strong, cell, wide, effort);
    wide = found ? wide + 1 : 0;
    if (wide < effort.width && !effort.mayOpen) return undefined;
    if (wide >= width) return { width: wide, strong: found, plain: undefined };
    const other = await find(plain, cell, width, effort);
    return other ? { width: wide, strong: found, plain: other } : undefined;
  };
  return {
    prove,
    stand: (cell, standing) => {
      standings[cell] = standing;
      lattices.noticed(cell, standing);
    },
  };
}

type Lattices = {
  readonly flat: boolean;
  readonly of: (cell: number) => readonly Lattice[];
  readonly noticed: (cell: number, standing: Standing) => void;
};

function latticesOf({ table, crossing }: Exposure, standings: readonly Standing[]): Lattices {
  const flat = openFlatLattices(table, standings);
  if (flat) return { flat: true, of: (cell) => [flat.of(cell)], noticed: flat.noticed };
  const prisms = crossing && crossing.crossed.length > 2 ? prismsOf(table, crossing, standings) : undefined;
  return { flat: false, of: prisms ?? (() => []), noticed: () => undefined };
}
