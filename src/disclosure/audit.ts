import { boundsOf, isHidden, type Standing } from './additive-table.ts';
import type { Exposure } from './exposure.ts';
import type { Proofs } from './proofs.ts';
import { isPossible, movesHidden, widthOf, type Swing } from './swing.ts';

/**
 * Checks every proof again, from the standings as they will be printed: each names two tables of whole counts that
 * agree with all that is printed and differ by the width in the cell. Needs no solver and trusts none. What is wrong,
 * or undefined.
 */
export function auditProofs(
  { table, alsoGuarded, largestHidden, width }: Exposure,
  standings: readonly Standing[],
  proofs: Proofs,
  exposed: readonly number[],
): string | undefined {
  const strong = boundsOf(table, standings, 'knows-the-rule', largestHidden);
  const plain = boundsOf(table, standings, 'plain', largestHidden);
  const mayChange = movesHidden(standings);
  const possible = new Map<Swing, boolean>();
  const holds = (swing: Swing | undefined, bounds: typeof strong): swing is Swing => {
    if (!swing) return false;
    const known = possible.get(swing) ?? isPossible(table, bounds, swing, mayChange);
    possible.set(swing, known);
    return known;
  };
  const guarded = [...standings.keys()].filter((cell) => isHidden(standings[cell]));
  for (const cell of [...guarded, ...alsoGuarded]) {
    if (exposed.includes(cell)) continue;
    const proof = proofs.of.get(cell);
    if (!proof) return `cell ${cell} has no proof`;
    const { strong: knows, plain: reads } = proof;
    if (knows && (!holds(knows, strong) || widthOf(knows, cell) < proof.width))
      return `cell ${cell}, reader of the rule`;
    if (proof.width >= width && knows) continue;
    if (!holds(reads, plain) || widthOf(reads, cell) < width) return `cell ${cell}, plain reader`;
  }
  return undefined;
}
