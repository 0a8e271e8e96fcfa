import { clausesText, t } from '#language';
import type { Figured, Interval, NotShown, Reasons } from './place-inputs.ts';

/** In the order in which keys and sentences name them. */
export const notShownKinds = ['suppressed', 'missing', 'not-comparable'] as const satisfies readonly NotShown[];

/** Why there is no figure, in the page’s words or ours. */
export function reasonWords(kind: NotShown, reasons: Reasons | undefined): string {
  return reasons?.[kind] ?? t(`pictures.not-shown.${kind}`);
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

/** `2 not shown because the numbers are small`: how many of a list have no figure, one clause a reason. */
export function notShownWords(figures: readonly Figured[], reasons: Reasons | undefined): readonly string[] {
  return notShownKinds.flatMap((kind) => {
    const count = figures.filter((one) => !shownOf(one) && notShownOf(one) === kind).length;
    return count === 0 ? [] : [t('pictures.not-shown-count', { count, reason: reasonWords(kind, reasons) })];
  });
}

/** Clauses that could each stand alone, as one sentence. */
export function sentenceOf(clauses: readonly string[]): string {
  return t('pictures.sentence', { words: clausesText(clauses) });
}

/** An interval that can be drawn: both ends finite, the lower first. */
export function intervalOf(interval: Interval | undefined): Interval | undefined {
  if (!interval || !Number.isFinite(interval.low) || !Number.isFinite(interval.high)) return undefined;
  return interval.low <= interval.high ? interval : { low: interval.high, high: interval.low };
}
