import { instantDate } from '#kernel';
import { dateText, t } from '#language';
import { unmarkedShare } from './last-year.ts';
import type { PageQuestion } from './page-question.ts';
import { protectAmount } from './protect.ts';
import type { TermSums } from './term-reading.ts';
import { percentText } from './words.ts';

/** From what, by which rules, and as known when. */
export function workedOut({ now, knownAt }: PageQuestion): readonly string[] {
  return [
    t('paper-words.worked.from', { date: dateText(instantDate(knownAt)) }),
    t('paper-words.worked.rules'),
    ...(now ? unmarkedWords(now) : []),
  ];
}

/** Where registers were not taken, figures are of less than happened, and a reader must know. */
function unmarkedWords(now: TermSums): readonly string[] {
  const { unmarked } = now.beyond;
  if (!unmarked) return [];
  const share = protectAmount(unmarked.sessions, unmarked, now.enrolments);
  if (share.kind === 'hidden') return [];
  return [t('paper-words.worked.unmarked', { share: percentText(100 * unmarkedShare(now)) })];
}
