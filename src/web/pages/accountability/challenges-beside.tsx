import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  findFigureAt,
  listChallengesAt,
  OUTCOMES,
  REASONS,
  replyState,
  WORDS_TAKEN_OUT,
  type Challenge,
  type FigureAt,
} from '#accountability';
import { instantDate, today, writtenDate, type CalendarDate } from '#kernel';
import type { WebContext } from '../../context.ts';
import { urls } from '../../urls.ts';
import { acting, Written } from './acting.tsx';

/** What was said about any of these figures, for the pages that show them. */
export async function readChallengesAt(web: WebContext, figures: readonly FigureAt[]): Promise<readonly Challenge[]> {
  const known = figures.flatMap((figure) => findFigureAt(figure) ?? []);
  return known.length === 0 ? [] : acting(web, (tx) => listChallengesAt(tx, known));
}

/** `Overdue since 24 March 2026`, `Answered on …`: where the promise to reply stands. */
export function replyWords(challenge: Challenge, day: CalendarDate): string {
  const state = replyState(challenge, day);
  const due = writtenDate(challenge.due);
  if (state === 'due') return `Waiting for a reply, promised by ${due}`;
  if (state === 'overdue') return `Waiting for a reply, overdue since ${due}`;
  if (challenge.withdrawn) return `${WORDS_TAKEN_OUT} on ${writtenDate(instantDate(challenge.withdrawn.at))}`;
  const on = writtenDate(instantDate(challenge.answer?.at ?? challenge.at));
  return state === 'answered' ? `Answered on ${on}` : `Answered on ${on}; promised by ${due}`;
}

/** Right of reply: what those whom a figure is about say of it, beside it, open or answered. */
export function ChallengesBeside(props: {
  readonly web: WebContext;
  readonly challenges: readonly Challenge[];
  /** What each is about, where the figures around it are several. */
  readonly titleOf?: (figure: FigureAt) => string;
}): JSX.Element | null {
  const { web, challenges, titleOf } = props;
  if (challenges.length === 0) return null;
  return (
    <>
      {challenges.map((challenge) => (
        <div class="govuk-inset-text" data-challenge={challenge.id}>
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>
              {challenge.withdrawn
                ? REASONS[challenge.reason].title
                : `${challenge.actingFor} says: ${lowerFirst(REASONS[challenge.reason].title)}`}
            </strong>
            {titleOf && ` (${titleOf(challenge.figure)})`}
          </p>
          <Written text={challenge.words} />
          {challenge.answer && !challenge.withdrawn && (
            <>
              <p class="govuk-body govuk-!-margin-bottom-1">
                <strong>{`${challenge.answer.answeredFor} replied: ${lowerFirst(OUTCOMES[challenge.answer.outcome])}`}</strong>
              </p>
              <Written text={challenge.answer.reply} />
            </>
          )}
          <p class="govuk-body-s govuk-!-margin-bottom-0">
            {`${writtenDate(instantDate(challenge.at))}. ${replyWords(challenge, today(web.clock))}. `}
            <a class="govuk-link" href={urls.challenge(challenge.id)}>
              See the whole exchange
              <span class="govuk-visually-hidden">{challenge.withdrawn ? '' : ` with ${challenge.actingFor}`}</span>
            </a>
          </p>
        </div>
      ))}
    </>
  );
}

/** The way to say so, with the figure’s identity. Nothing for a figure about a child: those are compared with nothing. */
export function ChallengeLink(props: {
  readonly figure: FigureAt;
  readonly page: string;
  readonly text?: string;
  /** For who hears the links of a page without what is around them. */
  readonly hidden?: string;
}): JSX.Element | null {
  const figure = findFigureAt(props.figure);
  return figure ? (
    <a class="govuk-link" href={urls.makeChallenge(figure, props.page)}>
      {props.text ?? 'Say why this comparison is wrong for you'}
      {props.hidden !== undefined && <span class="govuk-visually-hidden">{props.hidden}</span>}
    </a>
  ) : null;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
