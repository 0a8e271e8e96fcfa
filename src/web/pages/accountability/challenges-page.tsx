import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  MOST_WORKING_DAYS,
  OUTCOMES,
  REASONS,
  TAKEN_OUT_FOR,
  type Challenge,
  type ReplyPromise,
} from '#accountability';
import { dayNumber, instantDate, today, writtenDate } from '#kernel';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable, errorFor, type Flash, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { mayLead, Written } from './acting.tsx';
import { ReplyForm } from './challenge-form.tsx';
import { replyWords } from './challenges-beside.tsx';
import { figureTitle } from './figure-words.ts';

type SchoolNames = ReadonlyMap<number, string>;

/** `/challenges`: open ones first, the longest wait at the top. */
export function ChallengesPage(
  web: WebContext,
  props: {
    readonly challenges: readonly Challenge[];
    readonly names: SchoolNames;
    readonly promise: ReplyPromise;
    readonly errors?: readonly FormError[];
    readonly typedDays?: string;
    readonly flash?: Flash;
  },
): JSX.Element {
  const { challenges, names, promise, errors = [], typedDays, flash } = props;
  const day = today(web.clock);
  return shell(web, {
    section: 'goals',
    title: 'Comparisons that were challenged',
    back: { text: 'Goals', href: urls.missions() },
    errors,
    ...(flash ? { flash } : {}),
    children: (
      <>
        <p class="govuk-body">
          Anyone who acts for a school or the area can say that a comparison is wrong for them. What they say stands on
          the figure’s own page, and beside it on the pages of the area, a school, a place, places beside each other and
          England. So does the reply.
        </p>
        <DataTable<Challenge>
          id="challenges"
          caption="Those without a reply first, the longest wait at the top"
          captionSize="s"
          columns={[
            {
              heading: 'Figure',
              cell: (one) => (
                <a class="govuk-link" href={urls.challenge(one.id)}>
                  {figureTitle(web, one.figure, names)}
                </a>
              ),
            },
            { heading: 'What is wrong', cell: (one) => REASONS[one.reason].title },
            { heading: 'Said by', cell: (one) => one.actingFor },
            {
              heading: 'Days since',
              numeric: true,
              cell: (one) => String(dayNumber(day) - dayNumber(instantDate(one.at))),
            },
            { heading: 'Reply', cell: (one) => replyWords(one, day) },
          ]}
          rows={challenges}
          empty="Nobody has challenged a comparison yet. The way to do it stands under every comparison and on every page that says how a figure is worked out."
        />
        <h2 class="govuk-heading-m">How soon a reply is promised</h2>
        <p class="govuk-body">
          {`Within ${promise.workingDays} working ${promise.workingDays === 1 ? 'day' : 'days'}: Monday to Friday, without bank holidays. ${promise.chosen ? `Chosen by ${promise.chosen.by} on ${writtenDate(instantDate(promise.chosen.at))}.` : 'This stands until the area chooses its own.'}`}
        </p>
        {mayLead(web) && (
          <form method="post" action={urls.replyPromise()} novalidate>
            <input type="hidden" name="next" value={String(promise.next)} />
            {govuk.input({
              id: 'working-days',
              name: 'working-days',
              label: { text: 'Working days' },
              hint: {
                text: `From 1 to ${MOST_WORKING_DAYS}. It counts for what is said from now on; promises already made stay`,
              },
              classes: 'govuk-input--width-2',
              inputmode: 'numeric',
              value: typedDays ?? String(promise.workingDays),
              errorMessage: errorFor(errors, 'working-days'),
            })}
            {govuk.button({ text: 'Promise this', classes: 'govuk-button--secondary', preventDoubleClick: true })}
          </form>
        )}
      </>
    ),
  });
}

/** `/challenges/…`: the whole exchange, and the reply form for who may reply. */
export function ChallengePage(
  web: WebContext,
  props: {
    readonly challenge: Challenge;
    readonly names: SchoolNames;
    readonly fields: Readonly<Record<string, string>>;
    readonly errors: readonly FormError[];
    readonly flash?: Flash;
  },
): JSX.Element {
  const { challenge, names, fields, errors, flash } = props;
  const { acknowledged, answer, earlierAnswers, withdrawn } = challenge;
  const answers = [...earlierAnswers, ...(answer ? [answer] : [])];
  return shell(web, {
    section: 'goals',
    title: 'A comparison that was challenged',
    caption: figureTitle(web, challenge.figure, names),
    back: { text: 'Challenges', href: urls.challenges() },
    errors,
    ...(flash ? { flash } : {}),
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body-l">{`${replyWords(challenge, today(web.clock))}.`}</p>
          <h2 class="govuk-heading-m">{`${challenge.actingFor}, ${writtenDate(instantDate(challenge.at))}`}</h2>
          <p class="govuk-body">
            <strong>{`${REASONS[challenge.reason].title}.`}</strong>
          </p>
          <Written text={challenge.words} />
          <p class="govuk-body-s">
            {`Said by ${challenge.by}. `}
            <a class="govuk-link" href={challenge.page}>
              See the figure where it was seen
            </a>
          </p>
          {acknowledged && acknowledged.number !== answers[0]?.number && (
            <p class="govuk-body">
              {`Acknowledged by ${acknowledged.by} on ${writtenDate(instantDate(acknowledged.at))}.`}
            </p>
          )}
          {answers.map((one) => (
            <>
              <h2 class="govuk-heading-m">{`${one.answeredFor}, ${writtenDate(instantDate(one.at))}`}</h2>
              <p class="govuk-body">
                <strong>{`${OUTCOMES[one.outcome]}.`}</strong>
              </p>
              <Written text={one.reply} />
              <p class="govuk-body-s">{`Replied by ${one.by}.`}</p>
            </>
          ))}
          {withdrawn && (
            <p class="govuk-body">
              {`${TAKEN_OUT_FOR[withdrawn.because]}. Taken out by ${withdrawn.by} on ${writtenDate(instantDate(withdrawn.at))}.`}
            </p>
          )}
          {mayLead(web) && !withdrawn && (
            <>
              {!acknowledged && (
                <form method="post" action={urls.acknowledgeChallenge(challenge.id)}>
                  {govuk.button({
                    text: 'Acknowledge it',
                    classes: 'govuk-button--secondary',
                    preventDoubleClick: true,
                  })}
                </form>
              )}
              <ReplyForm challenge={challenge} fields={fields} errors={errors} />
              {govuk.button({
                text: 'Take the words out',
                href: urls.takeOutWords(challenge.id),
                classes: 'govuk-button--secondary',
              })}
            </>
          )}
        </div>
      </div>
    ),
  });
}
