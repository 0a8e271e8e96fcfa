import { mustBe, mustCount } from './argument.ts';
import { logBinomialChance } from './binomial.ts';

/** A school or neighbourhood: how many of the group, out of how many. Whole; group ≤ total. */
export type Unit = { readonly group: number; readonly total: number };

export type Dissimilarity =
  | {
      readonly kind: 'index';
      /** Share of the group that would have to move to be spread like all others: 0 even, 1 wholly apart. */
      readonly index: number;
      /** What the index would be on average, had chance alone placed everyone in units of these sizes. */
      readonly byChance: number;
      /** (index − byChance) / (1 − byChance): 0 as chance, 1 wholly apart, below 0 more even than chance. */
      readonly beyondChance: number;
    }
  | { readonly kind: 'cannot-say'; readonly reason: string };

/**
 * The dissimilarity index ½ Σ |g / G − o / O| (Duncan and Duncan, American Sociological Review 20, 1955), beside its
 * exact expectation under random allocation, each unit’s group count hypergeometric, and the share beyond chance
 * (Carrington and Troske, Journal of Business & Economic Statistics 15, 1997). Small units make the bare index large.
 */
export function dissimilarity(units: readonly Unit[]): Dissimilarity {
  for (const { group, total } of units) {
    mustCount(group, 'A group');
    mustCount(total, 'A total');
    mustBe(group <= total, 'A group must not be more than its total', group);
  }
  const group = units.reduce((sum, unit) => sum + unit.group, 0);
  const all = units.reduce((sum, unit) => sum + unit.total, 0);
  const others = all - group;
  if (group === 0 || others === 0) {
    return { kind: 'cannot-say', reason: 'Everyone is in one group, so nobody can be apart from anybody.' };
  }
  const apart = (count: number, total: number): number => Math.abs(count / group - (total - count) / others);
  const index = units.reduce((sum, unit) => sum + apart(unit.group, unit.total), 0) / 2;
  const bySize = new Map<number, number>();
  const byChance =
    units.reduce((sum, { total }) => {
      const known = bySize.get(total) ?? expectedApart(total, group, all, (count) => apart(count, total));
      bySize.set(total, known);
      return sum + known;
    }, 0) / 2;
  const beyondChance = byChance >= 1 ? 0 : (index - byChance) / (1 - byChance);
  return { kind: 'index', index, byChance, beyondChance };
}

function expectedApart(size: number, group: number, all: number, apart: (count: number) => number): number {
  const [least, most] = [Math.max(0, size + group - all), Math.min(size, group)];
  let sum = 0;
  for (let count = least; count <= most; count += 1) sum += hypergeometric(count, size, group, all) * apart(count);
  return sum;
}

/** Chance that `count` of the group are among `size` drawn from all: a ratio of binomial chances, each kept exact. */
function hypergeometric(count: number, size: number, group: number, all: number): number {
  const share = size / all;
  return Math.exp(
    logBinomialChance(count, group, share) +
      logBinomialChance(size - count, all - group, share) -
      logBinomialChance(size, all, share),
  );
}
