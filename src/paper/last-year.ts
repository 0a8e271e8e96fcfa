import { t } from '#language';
import { MOST_UNMARKED } from '#lost-learning';
import type { PageQuestion } from './page-question.ts';
import { yearBefore, type TermSums } from './term-reading.ts';
import { spanText } from './words.ts';

/**
 * Why the same term of last year may not stand beside this one, as a sentence; undefined where it may. Like with like:
 * both whole terms, with registers that were taken.
 */
export function whyNotLastYear({ term, before }: PageQuestion, now: TermSums): string | undefined {
  const year = yearBefore(now.year);
  if (!now.complete) {
    return t('paper-words.beside.not-over', { days: spanText(now.from, now.to), term, year });
  }
  if (!before) return t('paper-words.beside.not-there', { term, year });
  if (!before.complete) return t('paper-words.beside.stops', { term, year });
  return whyUnmarked(now) ?? whyUnmarked(before);
}

/** Why a term may stand beside nothing, as a sentence: too many of its registers were not taken. Undefined where it may. */
export function whyUnmarked(sums: TermSums): string | undefined {
  if (unmarkedShare(sums) <= MOST_UNMARKED) return undefined;
  return t('paper-words.beside.unmarked', { term: sums.term, year: sums.year });
}

/** Sessions without a mark, of those with one that counts and those without: both of the pupils of the published measures. */
export function unmarkedShare({ beyond, whole }: TermSums): number {
  const unmarked = beyond['unmarked']?.sessions ?? 0;
  return unmarked / Math.max(1, unmarked + whole.possible);
}
