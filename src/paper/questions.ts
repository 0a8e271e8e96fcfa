import { t } from '#language';
import type { SafeTerm } from './protect.ts';
import { protectAmount } from './protect.ts';
import { unmarkedShare } from './last-year.ts';
import type { TermSums } from './term-reading.ts';

/** Registers missing in more than this share of sessions are worth a question of their own. */
const WORTH_ASKING = 0.01;
const MOST = 4;

/**
 * Questions a school may ask itself: never blame, never a target. They follow from what the page shows, never from what
 * it hides: a question that only comes with a hidden number would tell it.
 */
export function listQuestions(now: TermSums | undefined, safe: SafeTerm | undefined): readonly string[] {
  const asked: string[] = [t('paper-words.ask.barriers'), t('paper-words.ask.early')];
  if (!now || !safe) return asked;
  if (isSomething(safe.absence.suspended)) asked.push(t('paper-words.ask.return'));
  if (isSomething(safe.absence['part-time'])) asked.push(t('paper-words.ask.partTime'));
  asked.push(
    t(now.inside.some(({ kind }) => kind !== 'late') ? 'paper-words.ask.removed' : 'paper-words.ask.unrecorded'),
  );
  const { unmarked } = now.beyond;
  const told = unmarked && protectAmount(unmarked.sessions, unmarked, now.enrolments).kind === 'shown';
  if (told && unmarkedShare(now) > WORTH_ASKING) asked.push(t('paper-words.ask.unmarked'));
  return asked.slice(0, MOST);
}

/** Shown and not nought, or hidden: that there is something is on the page in either case. */
function isSomething({ percent }: SafeTerm['absence']['all']): boolean {
  return percent.kind === 'hidden' || percent.value > 0;
}
