import type { JSX } from 'hono/jsx/jsx-runtime';
import { MOST_CHALLENGE, OUTCOMES, REASONS, type Challenge, type ReplyPromise } from '#accountability';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { NO_NAMES } from './acting.tsx';
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
    title: 'This comparison is wrong for us',
    caption: [words.measure, words.place, words.period].join(', '),
    back: { text: 'The figure', href: page },
    errors,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">
            {`What you say stands beside the figure from now on, whoever looks at it, and so does the reply. A reply is promised within ${promise.workingDays} working ${promise.workingDays === 1 ? 'day' : 'days'}.`}
          </p>
          {said.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Already said about this figure</h2>
              <ChallengesBeside web={web} challenges={said} />
            </>
          )}
          <form method="post" action={urls.makeChallenge(words.figure, page)} novalidate>
            {govuk.radios({
              name: 'reason',
              idPrefix: 'reason',
              fieldset: { legend: { text: 'What is wrong with it?', classes: 'govuk-fieldset__legend--m' } },
              errorMessage: errorFor(errors, 'reason'),
              value: fields['reason'],
              items: Object.entries(REASONS).map(([value, { title, hint }]) => ({
                value,
                text: title,
                hint: { text: hint },
              })),
            })}
            {govuk.characterCount({
              id: 'words',
              name: 'words',
              label: { text: 'In your own words', classes: 'govuk-label--m' },
              hint: { text: NO_NAMES },
              maxlength: String(MOST_CHALLENGE.words),
              value: fields['words'],
              errorMessage: errorFor(errors, 'words'),
            })}
            {govuk.input({
              id: 'acting-for',
              name: 'acting-for',
              label: { text: 'For whom do you say it?', classes: 'govuk-label--m' },
              hint: { text: 'Your school, organisation or role' },
              value: fields['acting-for'],
              errorMessage: errorFor(errors, 'acting-for'),
            })}
            {govuk.button({ text: 'Put it beside the figure', preventDoubleClick: true })}
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
      <h2 class="govuk-heading-m">{again ? 'Reply again' : 'Reply'}</h2>
      {again && <p class="govuk-body">The new reply stands beside the figure; the one before stays to be read here.</p>}
      <input type="hidden" name="next" value={fields['next'] ?? String(challenge.next)} />
      {govuk.radios({
        name: 'outcome',
        idPrefix: 'outcome',
        fieldset: { legend: { text: 'What was done about it?', classes: 'govuk-fieldset__legend--s' } },
        errorMessage: errorFor(errors, 'outcome'),
        value: fields['outcome'],
        items: Object.entries(OUTCOMES).map(([value, text]) => ({ value, text })),
      })}
      {govuk.characterCount({
        id: 'reply',
        name: 'reply',
        label: { text: 'The reply: what you found, and why', classes: 'govuk-label--s' },
        hint: { text: NO_NAMES },
        maxlength: String(MOST_CHALLENGE.reply),
        value: fields['reply'],
        errorMessage: errorFor(errors, 'reply'),
      })}
      {govuk.input({
        id: 'answered-for',
        name: 'answered-for',
        label: { text: 'For whom do you reply?', classes: 'govuk-label--s' },
        hint: { text: 'Your team or role' },
        value: fields['answered-for'],
        errorMessage: errorFor(errors, 'answered-for'),
      })}
      {govuk.button({ text: 'Send the reply', preventDoubleClick: true })}
    </form>
  );
}
