import { contributorReason } from './contributors.ts';
import { hidden, shown, type Figure, type HidingReason } from './figure.ts';
import { POLICIES, type Policy, type PolicyId } from './policy.ts';
import { makePublishable, type Publishable } from './publishable.ts';
import { roundTo } from './rounding.ts';
import { checkCount } from './whole-count.ts';
import { noteOf } from './note.ts';

export type RateToPublish = {
  readonly numerator: number;
  readonly denominator: number;
  readonly contributions?: readonly number[];
};

export type PublishedRate = {
  readonly numerator: Figure;
  readonly denominator: Figure;
  /** Per cent, to one decimal place, worked out before anything is rounded. */
  readonly percent: Figure;
};

/**
 * A rate with what stands above and below its line. Hidden where its numerator or its complement is small (either is
 * the other subtracted), where the group is small, and where it says the same of everyone in a small group.
 */
export function publishRate(rate: RateToPublish, policyId: PolicyId): Publishable<PublishedRate> {
  const policy = POLICIES[policyId];
  checkCount(rate.denominator - checkCount(rate.numerator, 'the numerator'), 'what is left of the denominator');
  const reason = rateReason(rate, policy);
  const small = (count: number) => count > 0 && count <= policy.largestHidden;
  const denominator = small(rate.denominator) ? hidden('primary') : shown(roundTo(rate.denominator, policy.base));
  const content: PublishedRate = reason
    ? { numerator: hidden(reason), denominator, percent: hidden(reason) }
    : {
        numerator: shown(roundTo(rate.numerator, policy.base)),
        denominator,
        percent: shown(Math.round((rate.numerator / rate.denominator) * 1000) / 10),
      };
  const figures = [content.numerator, content.denominator, content.percent];
  return makePublishable(content, noteOf(figures, policy));
}

function rateReason(
  { numerator, denominator, contributions }: RateToPublish,
  policy: Policy,
): HidingReason | undefined {
  const complement = denominator - numerator;
  if (denominator < policy.homogeneousBelow && (numerator === 0 || complement === 0)) return 'all-alike';
  if (numerator > 0 && numerator <= policy.largestHidden) return 'primary';
  if (complement > 0 && complement <= policy.largestHidden) return 'primary';
  if (denominator < policy.smallestDenominator) return 'small-group';
  return contributions && contributorReason(contributions, policy);
}
