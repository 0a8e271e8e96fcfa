import { t } from '#language';
import { findOutcome, findReason, type Outcome, type Reason } from './challenge.ts';
import { plainLine, plainText, textProblems } from './plain-text.ts';
import type { Judged } from './statement.ts';

export const MOST_CHALLENGE = { words: 2000, actingFor: 100, reply: 2000 } as const;

/** What a person says about a figure. */
export type Saying = { readonly reason: Reason; readonly words: string; readonly actingFor: string };
export type Reply = { readonly outcome: Outcome; readonly reply: string; readonly answeredFor: string };

export function judgeSaying(typed: Readonly<Record<keyof Saying, string>>): Judged<Saying> {
  const [words, actingFor] = [plainText(typed.words), plainLine(typed.actingFor)];
  const reason = findReason(typed.reason);
  const problems = [
    ...(reason ? [] : [{ field: 'reason', text: t('goal-words.choose-reason') }]),
    ...textProblems('words', words, t('goal-words.what.words'), MOST_CHALLENGE.words),
    ...textProblems('acting-for', actingFor, t('goal-words.what.acting-for'), MOST_CHALLENGE.actingFor),
  ];
  return reason && problems.length === 0
    ? { kind: 'good', value: { reason, words, actingFor } }
    : { kind: 'problems', problems };
}

export function judgeReply(typed: Readonly<Record<keyof Reply, string>>): Judged<Reply> {
  const [reply, answeredFor] = [plainText(typed.reply), plainLine(typed.answeredFor)];
  const outcome = findOutcome(typed.outcome);
  const problems = [
    ...(outcome ? [] : [{ field: 'outcome', text: t('goal-words.choose-outcome') }]),
    ...textProblems('reply', reply, t('goal-words.what.reply'), MOST_CHALLENGE.reply),
    ...textProblems('answered-for', answeredFor, t('goal-words.what.answered-for'), MOST_CHALLENGE.actingFor),
  ];
  return outcome && problems.length === 0
    ? { kind: 'good', value: { outcome, reply, answeredFor } }
    : { kind: 'problems', problems };
}
