import { cellsOf, widthOf, type Swing } from './swing.ts';

/** Why a cell is safe: the width that the reader who knows the rule is left with, and the swings that show it. */
export type Proof = {
  readonly width: number;
  /** Within the bounds of the reader who knows the rule; undefined where even hiding everything leaves nothing. */
  readonly strong: Swing | undefined;
  /** Within the bounds of the plain reader, where the strong one is less than the width asked for. */
  readonly plain: Swing | undefined;
};

/** Which cell is proved by what, and which proofs a cell has a part in. Changed as cells are hidden and shown again. */
export type Proofs = {
  readonly of: Map<number, Proof>;
  /** For each cell, the cells whose proof moves it. */
  readonly users: Map<number, Set<number>>;
  /** Cells moved by a proof of very many: nothing is gained by asking whether it could do without one of them. */
  readonly needed: Set<number>;
};

const VERY_MANY = 1000;

export function openProofs(): Proofs {
  return { of: new Map(), users: new Map(), needed: new Set() };
}

function movedBy({ strong, plain }: Proof): ReadonlySet<number> {
  return new Set([strong, plain].flatMap((swing) => (swing ? [...cellsOf(swing)] : [])));
}

export function setProof(proofs: Proofs, cell: number, proof: Proof): void {
  dropProof(proofs, cell);
  proofs.of.set(cell, proof);
  const all = movedBy(proof);
  for (const moved of all) {
    if (all.size > VERY_MANY) {
      proofs.needed.add(moved);
      continue;
    }
    const users = proofs.users.get(moved);
    if (users) users.add(cell);
    else proofs.users.set(moved, new Set([cell]));
  }
}

export function dropProof(proofs: Proofs, cell: number): Proof | undefined {
  const proof = proofs.of.get(cell);
  if (!proof) return undefined;
  proofs.of.delete(cell);
  for (const moved of movedBy(proof)) proofs.users.get(moved)?.delete(cell);
  return proof;
}

/** A swing proves every cell that it moves far enough. */
export function shareProof(proofs: Proofs, proof: Proof, width: number, needsProof: (cell: number) => boolean): void {
  const { strong } = proof;
  if (!strong) return;
  for (const cell of cellsOf(strong)) {
    if (!proofs.of.has(cell) && needsProof(cell) && widthOf(strong, cell) >= width)
      setProof(proofs, cell, { width, strong, plain: undefined });
  }
}
