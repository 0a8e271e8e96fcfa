/** A figure as it may be shown: a number, or the mark that stands where there is none. Never a blank, never a 0. */
export type Figure = Shown | Hidden;
export type Shown = { readonly kind: 'shown'; readonly value: number };
export type Hidden = {
  readonly kind: 'hidden';
  /** As in DfE’s files. */
  readonly symbol: 'c';
  readonly reason: HidingReason;
  /** For a table cell’s title or description: a sentence that gives nothing away. */
  readonly words: string;
};

const HIDING_REASONS = {
  primary: 'Hidden because it counts only a few people.',
  secondary: 'Hidden so that another hidden figure cannot be worked out.',
  'small-group': 'Hidden because the group is small.',
  'all-alike': 'Hidden because it would say the same of everyone in a small group.',
  'single-contributor': 'Hidden because it comes from one contributor.',
  dominated: 'Hidden because one or two contributors make up most of it.',
} as const;
export type HidingReason = keyof typeof HIDING_REASONS;

export function shown(value: number): Shown {
  return { kind: 'shown', value };
}

export function hidden(reason: HidingReason): Hidden {
  return { kind: 'hidden', symbol: 'c', reason, words: HIDING_REASONS[reason] };
}
