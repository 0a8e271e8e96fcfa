import { broken } from '#kernel';
import { isHidden, type Standing } from './additive-table.ts';
import { auditProofs } from './audit.ts';
import type { Exposure } from './exposure.ts';
import { dropProof, openProofs, setProof, shareProof, type Proof, type Proofs } from './proofs.ts';
import { openProver, type Effort, type Prover } from './prover.ts';
import { openSolver, type Solver } from './solver.ts';
import { cellsOf } from './swing.ts';

export type Suppression = {
  readonly standings: readonly Standing[];
  /** Hidden cells that a reader who knows the rule can narrow below the width, whatever is hidden. */
  readonly narrowed: readonly number[];
  /** Cells that no hiding protects: what was printed before gives them away. Never in a table by itself. */
  readonly exposed: readonly number[];
};

/**
 * Hides what must be hidden so that every hidden and guarded cell has a proof, then shows again what proofs can do
 * without, and audits what is left.
 */
export async function suppress(exposure: Exposure): Promise<Suppression> {
  const standings = [...exposure.standings];
  let opening: Promise<Solver> | undefined;
  const prover = openProver(exposure, standings, () => (opening ??= openSolver()));
  const proofs = openProofs();
  const exposed = await hideEnough(exposure, standings, proofs, prover);
  await showAgain(exposure, standings, proofs, prover);
  const fault = auditProofs(exposure, standings, proofs, exposed);
  if (fault !== undefined) throw broken('disclosure/audit', fault);
  const narrowed = [...proofs.of].filter(([, proof]) => proof.width < exposure.width).map(([cell]) => cell);
  return { standings, narrowed, exposed };
}

async function hideEnough(
  exposure: Exposure,
  standings: Standing[],
  proofs: Proofs,
  prover: Prover,
): Promise<readonly number[]> {
  const guarded = new Set([...standings.keys()].filter((cell) => isHidden(standings[cell])));
  for (const cell of exposure.alsoGuarded) guarded.add(cell);
  const exposed: number[] = [];
  // Cells hidden on the way join the end of the set and are met in their turn.
  for (const cell of guarded) {
    if (proofs.of.has(cell)) continue;
    const proof = await prover.prove(cell, { mayOpen: true, solve: 'much', width: exposure.width });
    if (!proof) {
      exposed.push(cell);
      continue;
    }
    for (const moved of movedBy(proof)) {
      if (standings[moved] !== 'printed') continue;
      prover.stand(moved, 'secondary');
      guarded.add(moved);
    }
    setProof(proofs, cell, proof);
    shareProof(proofs, proof, exposure.width, (other) => guarded.has(other));
  }
  return exposed;
}

function movedBy({ strong, plain }: Proof): readonly number[] {
  return [strong, plain].flatMap((swing) => (swing ? [...cellsOf(swing)] : []));
}

/**
 * How many programmes may be solved, and how many proofs looked for where walks have mirrors, while showing again:
 * divided by the cells of the table, since each takes longer the more there are.
 */
const SOLVING = 200_000;
const MIRRORING = 4_000_000;

/** Shows secondary cells again, the dearest first, where every proof that moved one has another without it. */
async function showAgain(
  { prices, table, width, kept: hiddenBefore }: Exposure,
  standings: Standing[],
  proofs: Proofs,
  prover: Prover,
): Promise<void> {
  const cells = Math.max(1, table.values.length);
  let solvable = Math.ceil(SOLVING / cells);
  let provable = table.places.some((own) => own.length > 2) ? Math.ceil(MIRRORING / cells) : Infinity;
  const secondary = [...standings.keys()]
    .filter((cell) => standings[cell] === 'secondary' && !hiddenBefore?.has(cell))
    .toSorted((a, b) => (prices[b] ?? 0) - (prices[a] ?? 0) || a - b);
  for (const cell of secondary) {
    if (provable <= 0) return;
    if (proofs.needed.has(cell)) continue;
    const undone = new Map<number, Proof>();
    const take = (user: number) => {
      const proof = dropProof(proofs, user);
      if (proof) undone.set(user, proof);
    };
    prover.stand(cell, 'printed');
    for (const user of proofs.users.get(cell) ?? []) take(user);
    take(cell);
    let kept = true;
    for (const [user, old] of undone) {
      if (user === cell || proofs.of.has(user)) continue;
      const effort: Effort = { mayOpen: false, solve: solvable > 0 ? 'little' : 'nothing', width: old.width };
      if (effort.solve === 'little') solvable -= 1;
      provable -= 1;
      const proof = await prover.prove(user, effort);
      if (!proof) {
        kept = false;
        break;
      }
      setProof(proofs, user, proof);
      if (proof.width >= width) shareProof(proofs, proof, width, (other) => undone.has(other) && other !== cell);
    }
    if (kept) continue;
    prover.stand(cell, 'secondary');
    for (const [user, proof] of undone) setProof(proofs, user, proof);
  }
}
