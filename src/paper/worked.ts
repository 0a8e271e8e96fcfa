import { instantDate, writtenDate } from '#kernel';
import { unmarkedShare } from './last-year.ts';
import type { PageQuestion } from './page-question.ts';
import { protectAmount } from './protect.ts';
import type { TermSums } from './term-reading.ts';
import { percentText } from './words.ts';

/** From what, by which rules, and as known when. */
export function workedOut({ now, knownAt }: PageQuestion): readonly string[] {
  return [
    `From the school’s own registers and roll, as they were known on ${writtenDate(instantDate(knownAt))}. A session is half a day.`,
    'Counted by the rules of the DfE’s absence statistics, kept to the days of this term; so a pupil’s tenth or half is of the sessions of this term alone.',
    ...(now ? unmarkedWords(now) : []),
  ];
}

/** Where registers were not taken, figures are of less than happened, and a reader must know. */
function unmarkedWords(now: TermSums): readonly string[] {
  const { unmarked } = now.beyond;
  if (!unmarked) return [];
  const share = protectAmount(unmarked.sessions, unmarked, now.enrolments);
  if (share.kind === 'hidden') return [];
  return [
    `Registers were not taken for ${percentText(100 * unmarkedShare(now))} of sessions, which are in no figure here.`,
  ];
}
