import { contributorReason } from './contributors.ts';
import { hidden, shown, type Figure } from './figure.ts';
import { POLICIES, type Policy, type PolicyId } from './policy.ts';
import { makePublishable, type Publishable } from './publishable.ts';
import { roundTo } from './rounding.ts';
import { noteOf } from './note.ts';
import { checkCount } from './whole-count.ts';

export type CountToPublish = {
  readonly count: number;
  /** What each school (or other contributor) adds to the count, where that must not be read from it. */
  readonly contributions?: readonly number[];
};

/**
 * One count that stands in no table. Where it could be added to or taken from others, publish them together as a table
 * (`protectTable`), which also hides what would give it away.
 */
export function publishCount({ count, contributions }: CountToPublish, policyId: PolicyId): Publishable<Figure> {
  const policy = POLICIES[policyId];
  const figure = countFigure(checkCount(count, 'the count'), contributions, policy);
  return makePublishable(figure, noteOf([figure], policy));
}

function countFigure(count: number, contributions: readonly number[] | undefined, policy: Policy): Figure {
  if (count > 0 && count <= policy.largestHidden) return hidden('primary');
  const reason = contributions && contributorReason(contributions, policy);
  return reason ? hidden(reason) : shown(roundTo(count, policy.base));
}
