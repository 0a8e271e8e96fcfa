import type { JSX } from 'hono/jsx/jsx-runtime';
import { MOST_CHALLENGE, OUTCOMES, REASONS, type Challenge, type ReplyPromise } from '#accountability';
import { besideText, dataText, t } from '#language';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { lengthWords, noNames } from './acting.tsx';
import { ChallengesBeside } from './challenges-beside.tsx';
import type { FigureWords } from './figure-words.ts';

/** `/challenges/new`: “this comparison is wrong for us”. */
export function ChallengeFormPage(
  web: WebContext,
  props: {
    readonly words: FigureWords;
    readonly page: string;
    readonly said: readonly Challenge[];
    readonly promise: ReplyPromise;
    readonly fields: Readonly<Record<string, string>>;
    readonly errors: readonly FormError[];
  },
): JSX.Element {
  const { words, page, said, promise, fields, errors } = props;
  return shell(web, {
    section: 'goals',
    title: t('challenges.new'),
    caption: besideText([words.measure, words.place, words.period]),
    back: { text: t('challenges.new.figure'), href: page },
    errors,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">{t('challenges.new.text', { days: promise.workingDays })}</p>
          {said.length > 0 && (
            <>
              <h2 class="govuk-heading-m">{t('challenges.new.said')}</h2>
              <ChallengesBeside web={web} challenges={said} />
            </>
          )}
          <form method="post" action={urls.makeChallenge(words.figure, page)} novalidate>
            {govuk.radios({
              name: 'reason',
              idPrefix: 'reason',
              fieldset: { legend: { text: t('challenges.new.reason'), classes: 'govuk-fieldset__legend--m' } },
              errorMessage: errorFor(errors, 'reason'),
              value: fields['reason'],
              items: Object.entries(REASONS).map(([value, { title, hint }]) => ({
                value,
                text: dataText(title),
                hint: { text: dataText(hint) },
              })),
            })}
            {govuk.characterCount({
              id: 'words',
              name: 'words',
              label: { text: t('challenges.new.words'), classes: 'govuk-label--m' },
              hint: { text: noNames() },
              ...lengthWords(MOST_CHALLENGE.words),
              value: fields['words'],
              errorMessage: errorFor(errors, 'words'),
            })}
            {govuk.input({
              id: 'acting-for',
              name: 'acting-for',
              label: { text: t('challenges.new.acting-for'), classes: 'govuk-label--m' },
              hint: { text: t('challenges.new.acting-for.hint') },
              value: fields['acting-for'],
              errorMessage: errorFor(errors, 'acting-for'),
            })}
            {govuk.button({ text: t('challenges.new.do'), preventDoubleClick: true })}
          </form>
        </div>
      </div>
    ),
  });
}

/** The form of a reply: what was done, and why. */
export function ReplyForm(props: {
  readonly challenge: Challenge;
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
}): JSX.Element {
  const { challenge, fields, errors } = props;
  const again = challenge.answer !== undefined;
  return (
    <form method="post" action={urls.answerChallenge(challenge.id)} novalidate>
      <h2 class="govuk-heading-m">{t(again ? 'challenges.answer.again' : 'challenges.answer')}</h2>
      {again && <p class="govuk-body">{t('challenges.answer.again.text')}</p>}
      <input type="hidden" name="next" value={fields['next'] ?? String(challenge.next)} />
      {govuk.radios({
        name: 'outcome',
        idPrefix: 'outcome',
        fieldset: { legend: { text: t('challenges.answer.outcome'), classes: 'govuk-fieldset__legend--s' } },
        errorMessage: errorFor(errors, 'outcome'),
        value: fields['outcome'],
        items: Object.entries(OUTCOMES).map(([value, text]) => ({ value, text: dataText(text) })),
      })}
      {govuk.characterCount({
        id: 'reply',
        name: 'reply',
        label: { text: t('challenges.answer.words'), classes: 'govuk-label--s' },
        hint: { text: noNames() },
        ...lengthWords(MOST_CHALLENGE.reply),
        value: fields['reply'],
        errorMessage: errorFor(errors, 'reply'),
      })}
      {govuk.input({
        id: 'answered-for',
        name: 'answered-for',
        label: { text: t('challenges.answer.for'), classes: 'govuk-label--s' },
        hint: { text: t('challenges.answer.for.hint') },
        value: fields['answered-for'],
        errorMessage: errorFor(errors, 'answered-for'),
      })}
      {govuk.button({ text: t('challenges.answer.do'), preventDoubleClick: true })}
    </form>
  );
}
