import { POLICIES } from '#disclosure';
import type { ExactNumbers } from './protect-set.ts';

/** What an earlier release of the same data set and year printed and hid, with the true numbers behind it. */
export type EarlierRelease = {
  readonly version: string;
  readonly exact: ExactNumbers;
  /** `Sex/Female:persistent_count` for each figure it hid. */
  readonly hidden: readonly string[];
};

export type Unlike =
  /** Every number is as it was: there is nothing to publish. */
  | { readonly kind: 'same' }
  /** Two tables side by side show nothing of a few children. */
  | { readonly kind: 'apart' }
  /** Together with the earlier release this one would tell about a few children. */
  | { readonly kind: 'too-close'; readonly why: 'few-changed' | 'other-groups' | 'other-hidden' };

/**
 * Whether a release may stand beside an earlier one. A reader subtracts one from the other, so a count of people has to be
 * as it was or change by more than is ever shown of a few; sessions may only change with their people. The groups must
 * be the same and the same figures hidden: what moves hidden figures in one table then moves them in the other too, and
 * the proof of each is a proof of both.
 */
export function compareWithEarlier(earlier: EarlierRelease, next: Pick<EarlierRelease, 'exact' | 'hidden'>): Unlike {
  if (!sameKeys(earlier.exact.people, next.exact.people) || !sameKeys(earlier.exact.sessions, next.exact.sessions))
    return { kind: 'too-close', why: 'other-groups' };
  const changes = Object.entries(next.exact.people).map(([key, count]) => count - (earlier.exact.people[key] ?? 0));
  const sessions = Object.entries(next.exact.sessions).filter(([key, count]) => count !== earlier.exact.sessions[key]);
  const sameHidden = earlier.hidden.toSorted().join('\n') === next.hidden.toSorted().join('\n');
  if (changes.every((change) => change === 0) && sessions.length === 0) return { kind: 'same' };
  const { largestHidden } = POLICIES.public;
  const few = changes.some((change) => change !== 0 && Math.abs(change) <= largestHidden);
  const quiet = sessions.some(([key]) => !peopleChanged(earlier, next, key));
  if (few || quiet) return { kind: 'too-close', why: 'few-changed' };
  return sameHidden ? { kind: 'apart' } : { kind: 'too-close', why: 'other-hidden' };
}

function peopleChanged(earlier: EarlierRelease, next: Pick<EarlierRelease, 'exact'>, key: string): boolean {
  const group = `${key.slice(0, key.lastIndexOf(':'))}:`;
  return earlier.exact.people[group] !== next.exact.people[group];
}

function sameKeys(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const [left, right] = [Object.keys(a).toSorted(), Object.keys(b).toSorted()];
  return left.length === right.length && left.every((key, index) => key === right[index]);
}
