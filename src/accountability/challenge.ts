import { addWorkingDays, instantDate, type CalendarDate, type Instant } from '#kernel';
import type { FigureAt } from './figure-at.ts';

/** Why a comparison is wrong for us. */
export const REASONS = {
  'wrong-data': {
    title: 'The figures are wrong',
    hint: 'Something was recorded or counted wrongly, or is missing',
  },
  'unlike-schools': {
    title: 'It compares unlike schools or unlike children',
    hint: 'Our intake, size or kind of school is not like those it stands beside',
  },
  'wrong-period': { title: 'The period is wrong', hint: 'The two figures are not about the same time' },
  'missing-context': {
    title: 'Something is missing that a reader must know',
    hint: 'A flood, a merger, a new unit for children who need it',
  },
  other: { title: 'Something else', hint: 'Say what' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly hint: string }>>;
export type Reason = keyof typeof REASONS;

/** What was done about it. */
export const OUTCOMES = {
  'figure-corrected': 'The figure was corrected',
  'note-added': 'A note was added beside the figure',
  'comparison-withdrawn': 'The comparison was withdrawn',
  stands: 'The comparison stands',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** Why words were taken out. Chosen, never typed: a reason is not to name again whom the words named. */
export const TAKEN_OUT_FOR = {
  'names-a-child': 'They named a child, or said something by which one could be known',
  'names-a-person': 'They said something about another person that may not stand',
  ordered: 'A court or the Information Commissioner ordered it',
  other: 'Another reason',
} as const;
export type TakenOutFor = keyof typeof TAKEN_OUT_FOR;

/** What stands where words stood. */
export const WORDS_TAKEN_OUT = 'Words taken out';

export function findTakenOutFor(text: string): TakenOutFor | undefined {
  return Object.keys(TAKEN_OUT_FOR).find((key): key is TakenOutFor => key === text);
}

export function findReason(text: string): Reason | undefined {
  return Object.keys(REASONS).find((key): key is Reason => key === text);
}

export function findOutcome(text: string): Outcome | undefined {
  return Object.keys(OUTCOMES).find((key): key is Outcome => key === text);
}

/** What was said, as it was said. */
export type ChallengeMade = {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly actingFor: string;
  readonly figure: FigureAt;
  /** The page where the figure was seen. */
  readonly page: string;
  readonly reason: Reason;
  readonly words: string;
  /** Promised when it was made. */
  readonly workingDays: number;
};

type Said = { readonly number: number; readonly at: Instant; readonly by: string };
export type Answer = Said & { readonly reply: string; readonly answeredFor: string; readonly outcome: Outcome };
export type Withdrawal = Said & { readonly because: TakenOutFor };
export type ChallengeEvent =
  | (Said & { readonly kind: 'acknowledged' })
  | (Answer & { readonly kind: 'answered' })
  | (Withdrawal & { readonly kind: 'withdrawn' });

export type Challenge = ChallengeMade & {
  /** The day by which a reply was promised. */
  readonly due: CalendarDate;
  readonly acknowledged: Said | undefined;
  /** The last reply stands; those before it are kept beside it. */
  readonly answer: Answer | undefined;
  readonly earlierAnswers: readonly Answer[];
  /** Its words and its replies are gone. That they were there, who said them and when, stays. */
  readonly withdrawn: Withdrawal | undefined;
  readonly next: number;
};

/** What happened, as what stands. A reply acknowledges too. */
export function foldChallenge(made: ChallengeMade, events: readonly ChallengeEvent[]): Challenge {
  const begun: Challenge = {
    ...made,
    due: addWorkingDays(instantDate(made.at), made.workingDays),
    acknowledged: undefined,
    answer: undefined,
    earlierAnswers: [],
    withdrawn: undefined,
    next: 1,
  };
  return events
    .toSorted((a, b) => a.number - b.number)
    .reduce<Challenge>((challenge, event) => ({ ...step(challenge, event), next: event.number + 1 }), begun);
}

function step(challenge: Challenge, event: ChallengeEvent): Challenge {
  const { number, at, by } = event;
  if (event.kind === 'withdrawn')
    return withoutWords({ ...challenge, withdrawn: { number, at, by, because: event.because } });
  const acknowledged = challenge.acknowledged ?? { number, at, by };
  if (event.kind === 'acknowledged') return { ...challenge, acknowledged };
  const { reply, answeredFor, outcome } = event;
  return {
    ...challenge,
    acknowledged,
    answer: { number, at, by, reply, answeredFor, outcome },
    earlierAnswers: challenge.answer ? [...challenge.earlierAnswers, challenge.answer] : challenge.earlierAnswers,
  };
}

/** Nothing of what was written is kept beside a withdrawal, wherever it came from. */
function withoutWords(challenge: Challenge): Challenge {
  const blank = (answer: Answer): Answer => ({ ...answer, reply: WORDS_TAKEN_OUT, answeredFor: WORDS_TAKEN_OUT });
  return {
    ...challenge,
    words: WORDS_TAKEN_OUT,
    actingFor: WORDS_TAKEN_OUT,
    answer: challenge.answer && blank(challenge.answer),
    earlierAnswers: challenge.earlierAnswers.map(blank),
  };
}

/** Whether a reply is still to come. */
export function isWaiting({ answer, withdrawn }: Pick<Challenge, 'answer' | 'withdrawn'>): boolean {
  return answer === undefined && withdrawn === undefined;
}

/** Where a challenge stands on a day: the promise to reply is kept, still open, or broken; or its words are gone. */
export type ReplyState = 'due' | 'overdue' | 'answered' | 'answered-late' | 'withdrawn';

export function replyState(challenge: Challenge, today: CalendarDate): ReplyState {
  const { answer, earlierAnswers, due, withdrawn } = challenge;
  if (withdrawn) return 'withdrawn';
  const first = earlierAnswers[0] ?? answer;
  if (first) return instantDate(first.at) > due ? 'answered-late' : 'answered';
  return today > due ? 'overdue' : 'due';
}
