import { atEachLevel, LEVELS, type Estimate, type Level } from './level.ts';
import { findCountRate, findProportion } from './rate.ts';

/** One figure against another, where the data can say so; the reason is a sentence for the page. */
export type Compared =
  ({ readonly kind: 'estimate' } & Estimate) | { readonly kind: 'cannot-say'; readonly reason: string };

type Group = { readonly numerator: number; readonly denominator: number };

/**
 * How many times as likely something is in the first group as in the second: a over b, with the log interval of
 * D. Katz et al. (Biometrics 34, 1978), exp(ln ratio ± z √(1/a − 1/n + 1/b − 1/m)). Proportions of people, whole counts.
 * It can say nothing where a group is empty or has no case: then show the difference.
 */
export function riskRatio(first: Group, second: Group): Compared {
  findProportion(first.numerator, first.denominator);
  findProportion(second.numerator, second.denominator);
  return ratio(first, second, ({ numerator, denominator }) => 1 / numerator - 1 / denominator);
}

/**
 * The same for rates of events, of which one person may have several: exp(ln ratio ± z √(1/a + 1/b)) (Rothman and
 * Greenland, “Modern epidemiology”, 1998, chapter 14). Counts whole, denominators person-time or people.
 */
export function rateRatio(first: Group, second: Group): Compared {
  findCountRate(first.numerator, first.denominator);
  findCountRate(second.numerator, second.denominator);
  return ratio(first, second, ({ numerator }) => 1 / numerator);
}

function ratio(first: Group, second: Group, variance: (group: Group) => number): Compared {
  if (first.denominator === 0 || second.denominator === 0) return EMPTY_GROUP;
  if (first.numerator === 0 || second.numerator === 0) {
    return {
      kind: 'cannot-say',
      reason: 'A group has no case, so it cannot be said how many times as many the other has.',
    };
  }
  const value = first.numerator / first.denominator / (second.numerator / second.denominator);
  const error = Math.sqrt(variance(first) + variance(second));
  const intervals = atEachLevel((level) => ({
    lower: value * Math.exp(-LEVELS[level].z * error),
    upper: value * Math.exp(LEVELS[level].z * error),
  }));
  return { kind: 'estimate', value, ...intervals };
}

/**
 * Difference of two proportions, first less second, −1 to 1, from their Wilson intervals (R. G. Newcombe, Statistics in
 * Medicine 17, 1998, method 10). It holds where a group has no case.
 */
export function riskDifference(first: Group, second: Group): Compared {
  return difference(
    findProportion(first.numerator, first.denominator),
    findProportion(second.numerator, second.denominator),
  );
}

/**
 * Difference of two rates of events, first less second, in events a unit of `per`, from their exact Poisson intervals
 * by the same squaring (A. Donner and G. Y. Zou, Statistical Methods in Medical Research 21, 2012).
 */
export function rateDifference(first: Group, second: Group, per = 1): Compared {
  return difference(
    findCountRate(first.numerator, first.denominator, per),
    findCountRate(second.numerator, second.denominator, per),
  );
}

function difference(first: Estimate | undefined, second: Estimate | undefined): Compared {
  if (!first || !second) return EMPTY_GROUP;
  const value = first.value - second.value;
  const intervals = atEachLevel((level) => {
    const [one, two] = [intervalAt(first, level), intervalAt(second, level)];
    return {
      lower: value - Math.hypot(first.value - one.lower, two.upper - second.value),
      upper: value + Math.hypot(one.upper - first.value, second.value - two.lower),
    };
  });
  return { kind: 'estimate', value, ...intervals };
}

const EMPTY_GROUP: Compared = { kind: 'cannot-say', reason: 'One of the groups has nobody in it.' };

/** The interval of an estimate at a level. */
export function intervalAt(estimate: Pick<Estimate, 'at95' | 'at998'>, level: Level): Estimate['at95'] {
  return level === 95 ? estimate.at95 : estimate.at998;
}
