import type { Figured, Interval, NotShown, Reasons } from './place-inputs.ts';

const REASONS: Readonly<Record<NotShown, string>> = {
  suppressed: 'not shown because the numbers are small',
  missing: 'without a published figure',
  'not-comparable': 'not comparable',
};

/** In the order in which keys and sentences name them. */
export const notShownKinds = ['suppressed', 'missing', 'not-comparable'] as const satisfies readonly NotShown[];

/** Why there is no figure, in the page’s words or ours. */
export function reasonWords(kind: NotShown, reasons: Reasons | undefined): string {
  return reasons?.[kind] ?? REASONS[kind];
}

/**
 * The figure that may be drawn. Whatever says that it is not shown has none, even if a number came along with it, and
 * a number that is not finite was never published.
 */
export function shownOf(figure: Figured): { readonly value: number; readonly printed: string } | undefined {
  if ('notShown' in figure || !Number.isFinite(figure.value)) return undefined;
  return figure;
}

export function notShownOf(figure: Figured): NotShown {
  return 'notShown' in figure ? figure.notShown : 'missing';
}

/** `7.2%`, or why there is none. */
export function figureWords(figure: Figured, reasons: Reasons | undefined): string {
  return shownOf(figure)?.printed ?? reasonWords(notShownOf(figure), reasons);
}

/** `; 2 not shown because the numbers are small`: how many of a list have no figure, or nothing. */
export function notShownWords(figures: readonly Figured[], reasons: Reasons | undefined): string {
  return notShownKinds
    .map((kind) => {
      const count = figures.filter((one) => !shownOf(one) && notShownOf(one) === kind).length;
      return count === 0 ? '' : `; ${count} ${reasonWords(kind, reasons)}`;
    })
    .join('');
}

/** An interval that can be drawn: both ends finite, the lower first. */
export function intervalOf(interval: Interval | undefined): Interval | undefined {
  if (!interval || !Number.isFinite(interval.low) || !Number.isFinite(interval.high)) return undefined;
  return interval.low <= interval.high ? interval : { low: interval.high, high: interval.low };
}
