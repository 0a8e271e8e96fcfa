import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  MOST_WORKING_DAYS,
  OUTCOMES,
  REASONS,
  TAKEN_OUT_FOR,
  type Challenge,
  type ReplyPromise,
} from '#accountability';
import { dayNumber, instantDate, today } from '#kernel';
import { dataText, dateText, rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable, errorFor, linkTo, type Flash, type FormError } from '../../layout/index.ts';
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
    title: t('challenges.title'),
    back: { text: t('goals.goals'), href: urls.missions() },
    errors,
    ...(flash ? { flash } : {}),
    children: (
      <>
        <p class="govuk-body">{t('challenges.text')}</p>
        <DataTable<Challenge>
          id="challenges"
          caption={t('challenges.caption')}
          captionSize="s"
          columns={[
            {
              heading: t('challenges.figure'),
              cell: (one) => (
                <a class="govuk-link" href={urls.challenge(one.id)}>
                  {figureTitle(web, one.figure, names)}
                </a>
              ),
            },
            { heading: t('challenges.wrong'), cell: (one) => dataText(REASONS[one.reason].title) },
            { heading: t('challenges.said-by'), cell: saidFor },
            {
              heading: t('challenges.days'),
              numeric: true,
              cell: (one) => String(dayNumber(day) - dayNumber(instantDate(one.at))),
            },
            { heading: t('challenges.reply'), cell: (one) => replyWords(one, day) },
          ]}
          rows={challenges}
          empty={t('challenges.none')}
        />
        <h2 class="govuk-heading-m">{t('challenges.promise')}</h2>
        <p class="govuk-body">
          {promise.chosen
            ? t('challenges.promise.chosen', {
                days: promise.workingDays,
                who: promise.chosen.by,
                date: dateText(instantDate(promise.chosen.at)),
              })
            : t('challenges.promise.default', { days: promise.workingDays })}
        </p>
        {mayLead(web) && (
          <form method="post" action={urls.replyPromise()} novalidate>
            <input type="hidden" name="next" value={String(promise.next)} />
            {govuk.input({
              id: 'working-days',
              name: 'working-days',
              label: { text: t('challenges.promise.days') },
              hint: {
                text: t('challenges.promise.hint', { most: String(MOST_WORKING_DAYS) }),
              },
              classes: 'govuk-input--width-2',
              inputmode: 'numeric',
              value: typedDays ?? String(promise.workingDays),
              errorMessage: errorFor(errors, 'working-days'),
            })}
            {govuk.button({
              text: t('challenges.promise.do'),
              classes: 'govuk-button--secondary',
              preventDoubleClick: true,
            })}
          </form>
        )}
      </>
    ),
  });
}

/** For whom it was said; where the words were taken out, that they were. */
function saidFor({ actingFor, withdrawn }: Challenge): string {
  return withdrawn ? dataText(actingFor) : actingFor;
}

function whoAndWhen(who: string, { at }: Pick<Challenge, 'at'>): string {
  return t('challenges.who-when', { who, date: dateText(instantDate(at)) });
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
    title: t('challenges.one'),
    caption: figureTitle(web, challenge.figure, names),
    back: { text: t('challenges.back'), href: urls.challenges() },
    errors,
    ...(flash ? { flash } : {}),
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body-l">{t('challenges.sentence', { words: replyWords(challenge, today(web.clock)) })}</p>
          <h2 class="govuk-heading-m">{whoAndWhen(saidFor(challenge), challenge)}</h2>
          <p class="govuk-body">
            <strong>{t('challenges.sentence', { words: dataText(REASONS[challenge.reason].title) })}</strong>
          </p>
          <Written text={challenge.words} />
          <p class="govuk-body-s">{rich('challenges.by', { who: challenge.by, link: linkTo(challenge.page) })}</p>
          {acknowledged && acknowledged.number !== answers[0]?.number && (
            <p class="govuk-body">
              {t('challenges.acknowledged', { who: acknowledged.by, date: dateText(instantDate(acknowledged.at)) })}
            </p>
          )}
          {answers.map((one) => (
            <>
              <h2 class="govuk-heading-m">{whoAndWhen(dataText(one.answeredFor), one)}</h2>
              <p class="govuk-body">
                <strong>{t('challenges.sentence', { words: dataText(OUTCOMES[one.outcome]) })}</strong>
              </p>
              <Written text={one.reply} />
              <p class="govuk-body-s">{t('challenges.replied-by', { who: one.by })}</p>
            </>
          ))}
          {withdrawn && (
            <p class="govuk-body">
              {t('challenges.taken-out', {
                why: dataText(TAKEN_OUT_FOR[withdrawn.because]),
                who: withdrawn.by,
                date: dateText(instantDate(withdrawn.at)),
              })}
            </p>
          )}
          {mayLead(web) && !withdrawn && (
            <>
              {!acknowledged && (
                <form method="post" action={urls.acknowledgeChallenge(challenge.id)}>
                  {govuk.button({
                    text: t('challenges.acknowledge'),
                    classes: 'govuk-button--secondary',
                    preventDoubleClick: true,
                  })}
                </form>
              )}
              <ReplyForm challenge={challenge} fields={fields} errors={errors} />
              {govuk.button({
                text: t('challenges.take-out'),
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
