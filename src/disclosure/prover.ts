import { boundsOf, type Standing } from './additive-table.ts';
import { ceilingsOf } from './ceilings.ts';
import type { Exposure } from './exposure.ts';
import { findSwing } from './find-swing.ts';
import { openFlatLattices, type Ground, type Lattice } from './lattice.ts';
import type { Proof } from './proofs.ts';
import { prismsOf } from './prism.ts';
import { reachable, solveSwing } from './solve-swing.ts';
import type { Solver } from './solver.ts';
import { isPossible, widthOf, type Swing } from './swing.ts';

export type Effort = {
  /** Whether printed cells may be hidden for it. */
  readonly mayOpen: boolean;
  /** How much of the solver’s work it is worth. */
  readonly solve: 'nothing' | 'little' | 'much';
  /** The width wanted for the reader who knows the rule. Where cells may be opened, the widest there is will do. */
  readonly width: number;
};

export type Prover = {
  /** Looks for a proof of one cell. Undefined where there is none within the effort. */
  readonly prove: (cell: number, effort: Effort) => Promise<Proof | undefined>;
  /** Hides a cell or shows it again. */
  readonly stand: (cell: number, standing: Standing) => void;
};

/** What may be spent on programmes for one table: a limit of work, not of time, so that it always comes out the same. */
const SOLVING = 2e8;

export function openProver(exposure: Exposure, standings: Ground['standings'], solver: () => Promise<Solver>): Prover {
  const { table, prices, largestHidden, width } = exposure;
  const groundOf = (reader: 'plain' | 'knows-the-rule'): Ground => ({
    table,
    standings,
    prices,
    bounds: boundsOf(table, standings, reader, largestHidden),
  });
  const strong = groundOf('knows-the-rule');
  const plain = groundOf('plain');
  const ceilings = ceilingsOf(table, strong.bounds);
  const lattices = latticesOf(exposure, standings);
  let spent = 0;
  const everything: Swing[] = [];

  const mayChange = (mayOpen: boolean) => (cell: number) =>
    standings[cell] !== 'fixed' && (mayOpen || standings[cell] !== 'printed');

  /** The widest swing that was found, up to the width. */
  const find = async (ground: Ground, cell: number, wanted: number, effort: Effort): Promise<Swing | undefined> => {
    const isSound = (swing: Swing | undefined) =>
      swing !== undefined && isPossible(table, ground.bounds, swing, mayChange(effort.mayOpen));
    const walked = findSwing(ground, lattices.of, cell, wanted, effort.mayOpen);
    if (isSound(walked)) return walked;
    // A programme takes longer than its size grows. Past the budget the proof is made of walks, or of everything.
    const size = (4 * table.values.length) ** 1.5;
    if (spent + size > SOLVING) return undefined;
    // In a flat table walks find whatever there is among hidden cells.
    if (effort.solve === 'nothing' || (lattices.flat && !effort.mayOpen)) return undefined;
    spent += size;
    const solved = solveSwing(await solver(), ground, cell, wanted, effort.mayOpen, effort.solve);
    return isSound(solved) ? solved : undefined;
  };

  const prove: Prover['prove'] = async (cell, effort) => {
    const wanted = Math.min(effort.width, ceilings[cell] ?? 0);
    const knows = wanted > 0 ? await find(strong, cell, wanted, effort) : undefined;
    const wide = knows ? widthOf(knows, cell) : 0;
    if (wide < effort.width && !effort.mayOpen) return undefined;
    if (wide >= width) return { width: wide, strong: knows, plain: undefined };
    const found = await find(plain, cell, width, effort);
    const reads = found && widthOf(found, cell) >= width ? found : effort.mayOpen ? manyTimes(cell) : undefined;
    return reads && { width: wide, strong: wide === 0 ? undefined : knows, plain: reads };
  };

  /** The last resort: everything joined to it many times over, which agrees with all sums once all of it is hidden. */
  const manyTimes = (cell: number): Swing | undefined => {
    const made = everything.find(({ up }) => up.has(cell));
    if (made) return made;
    const up = new Map(reachable(plain, cell, true).map((other) => [other, width * (table.values[other] ?? 0)]));
    const swing = { up, down: new Map() };
    if (!isPossible(table, plain.bounds, swing, mayChange(true))) return undefined;
    everything.push(swing);
    return swing;
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
  readonly of: (cell: number, mayOpen: boolean) => readonly Lattice[];
  readonly noticed: (cell: number, standing: Standing) => void;
};

function latticesOf({ table, crossing }: Exposure, standings: readonly Standing[]): Lattices {
  const flat = openFlatLattices(table, standings);
  if (flat) return { flat: true, of: (cell) => [flat.of(cell)], noticed: flat.noticed };
  const prisms = crossing && crossing.crossed.length > 2 ? prismsOf(table, crossing, standings) : undefined;
  return { flat: false, of: prisms ?? (() => []), noticed: () => undefined };
}
