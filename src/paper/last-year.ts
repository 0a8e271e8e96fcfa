import { MOST_UNMARKED } from '#accountability';
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
    return `The term is not over here: these figures are of ${spanText(now.from, now.to)}, so the whole ${term} term of ${year} is not set beside them.`;
  }
  if (!before) return `The ${term} term of ${year} is not in the account, so last year is not set beside this one.`;
  if (!before.complete)
    return `The registers of the ${term} term of ${year} stop before its end, so it is not set beside this one.`;
  if (Math.max(unmarkedShare(now), unmarkedShare(before)) > MOST_UNMARKED) {
    return `In one of the two ${term} terms too many registers were not taken to set them beside each other.`;
  }
  return undefined;
}

/** Sessions without a mark, of those with one that counts and those without. */
export function unmarkedShare({ beyond, whole }: TermSums): number {
  const unmarked = beyond['unmarked']?.sessions ?? 0;
  return unmarked / Math.max(1, unmarked + whole.possible);
}
