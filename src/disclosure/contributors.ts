import type { HidingReason } from './figure.ts';
import type { Policy } from './policy.ts';

/**
 * Why a count must be hidden for those who contributed to it (schools, say), or undefined. From a figure of one
 * school anyone reads that school; where one or two make up nearly all, they read each other.
 */
export function contributorReason(contributions: readonly number[], policy: Policy): HidingReason | undefined {
  const [first = 0, second = 0, ...rest] = contributions.filter((count) => count > 0).toSorted((a, b) => b - a);
  const total = [first, second, ...rest].reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  if (second === 0) return 'single-contributor';
  if (first > policy.oneShare * total || first + second >= policy.twoShare * total) return 'dominated';
  return undefined;
}
