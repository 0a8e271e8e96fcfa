import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  findFigureAt,
  listChallengesAt,
  OUTCOMES,
  REASONS,
  replyState,
  type Challenge,
  type FigureAt,
} from '#accountability';
import { instantDate, today, type CalendarDate } from '#kernel';
import { dataText, dateText, goneOnText, rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { hiddenWords, linkTo } from '../../layout/index.ts';
import { maySpeak } from '../../may.ts';
import { urls } from '../../urls.ts';
import { acting, Written } from './acting.tsx';

/** What was said about any of these figures, for the pages that show them. It is said among those who work here. */
export async function readChallengesAt(web: WebContext, figures: readonly FigureAt[]): Promise<readonly Challenge[]> {
  const known = figures.flatMap((figure) => findFigureAt(figure) ?? []);
  return known.length === 0 || !maySpeak(web) ? [] : acting(web, (tx) => listChallengesAt(tx, known));
}

/** `Overdue since 24 March 2026`, `Answered on …`: where the promise to reply stands. */
export function replyWords(challenge: Challenge, day: CalendarDate): string {
  const state = replyState(challenge, day);
  const due = dateText(challenge.due);
  if (state === 'due' || state === 'overdue') return t(`challenges.state.${state}`, { date: due });
  if (challenge.withdrawn) {
    return t('challenges.state.withdrawn', { date: dateText(instantDate(challenge.withdrawn.at)) });
  }
  const date = dateText(instantDate(challenge.answer?.at ?? challenge.at));
  return state === 'answered'
    ? t('challenges.state.answered', { date })
    : t('challenges.state.answered-late', { date, due });
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
                ? dataText(REASONS[challenge.reason].title)
                : t('challenges.says', {
                    who: challenge.actingFor,
                    what: goneOnText(dataText(REASONS[challenge.reason].title)),
                  })}
            </strong>
            {titleOf && ` (${titleOf(challenge.figure)})`}
          </p>
          <Written text={challenge.words} />
          {challenge.answer && !challenge.withdrawn && (
            <>
              <p class="govuk-body govuk-!-margin-bottom-1">
                <strong>
                  {t('challenges.replied', {
                    who: challenge.answer.answeredFor,
                    what: goneOnText(dataText(OUTCOMES[challenge.answer.outcome])),
                  })}
                </strong>
              </p>
              <Written text={challenge.answer.reply} />
            </>
          )}
          <p class="govuk-body-s govuk-!-margin-bottom-0">
            <When web={web} challenge={challenge} />
          </p>
        </div>
      ))}
    </>
  );
}

/** When it was said, where the reply stands, and the way to the whole of it. */
function When({ web, challenge }: { readonly web: WebContext; readonly challenge: Challenge }): JSX.Element {
  const values = {
    date: dateText(instantDate(challenge.at)),
    state: replyWords(challenge, today(web.clock)),
    link: linkTo(urls.challenge(challenge.id)),
  };
  return challenge.withdrawn ? (
    <>{rich('challenges.when-withdrawn', values)}</>
  ) : (
    <>{rich('challenges.when', { ...values, who: challenge.actingFor, hidden: hiddenWords })}</>
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
      {props.text ?? t('challenges.say-why')}
      {props.hidden !== undefined && <span class="govuk-visually-hidden">{props.hidden}</span>}
    </a>
  ) : null;
}
