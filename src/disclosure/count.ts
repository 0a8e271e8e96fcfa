import { contributorReason } from './contributors.ts';
import { hidden, shown, type Figure } from './figure.ts';
import { POLICIES, type PolicyId } from './policy.ts';
import { makePublishable, type Publishable } from './publishable.ts';
import { roundTo } from './rounding.ts';
import { statementOf } from './statement.ts';

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
  const figure = countFigure(count, contributions, policyId);
  return makePublishable(figure, statementOf([figure], policy));
}

function countFigure(count: number, contributions: readonly number[] | undefined, policyId: PolicyId): Figure {
  const policy = POLICIES[policyId];
  if (count > 0 && count <= policy.largestHidden) return hidden('primary');
  const reason = contributions && contributorReason(contributions, policy);
  return reason ? hidden(reason) : shown(roundTo(count, policy.base));
}
