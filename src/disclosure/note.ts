import type { Figure, HidingReason } from './figure.ts';
import type { Policy } from './policy.ts';

/**
 * What was hidden and why, to stand with the figures: “2 figures hidden because they count fewer than 8; 3 more hidden so that no
 * hidden figure can be worked out.” It counts cells, never people.
 */
export function noteOf(figures: readonly Figure[], policy: Policy): string {
  const counted = (reason: HidingReason) =>
    figures.filter((figure) => figure.kind === 'hidden' && figure.reason === reason).length;
  const parts = REASON_WORDS.map(([reason, words]) => [counted(reason), words(policy)] as const).filter(
    ([count]) => count > 0,
  );
  const sentence = parts.map(([count, words], index) => `${countWords(count, index)} ${words}`).join('; ');
  const hiding = sentence === '' ? 'No figure is hidden.' : `${sentence}.`;
  return policy.base === 1 ? hiding : `${hiding} Counts are rounded to the nearest ${policy.base}.`;
}

const REASON_WORDS: readonly (readonly [HidingReason, (policy: Policy) => string])[] = [
  ['primary', ({ largestHidden }) => `hidden because fewer than ${largestHidden + 1} people are counted`],
  ['small-group', ({ smallestDenominator }) => `hidden because the group has fewer than ${smallestDenominator} people`],
  ['all-alike', () => 'hidden because it would say the same of everyone in a small group'],
  ['single-contributor', () => 'hidden because one contributor alone makes it up'],
  ['dominated', () => 'hidden because one or two contributors make up most of it'],
  ['secondary', () => 'hidden so that no hidden figure can be worked out'],
];

function countWords(count: number, index: number): string {
  if (index > 0) return `${count.toLocaleString('en-GB')} more`;
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'figure' : 'figures'}`;
}
