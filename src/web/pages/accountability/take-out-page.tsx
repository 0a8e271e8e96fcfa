import type { JSX } from 'hono/jsx/jsx-runtime';
import { TAKEN_OUT_FOR, type Challenge } from '#accountability';
import { instantDate } from '#kernel';
import { dataText, dateText, t } from '#language';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { errorFor, type FormError } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Written } from './acting.tsx';
import { figureTitle } from './figure-words.ts';

/** `/challenges/…/take-out`: the words go for good, so they are shown once more and asked about. */
export function TakeOutPage(
  web: WebContext,
  props: {
    readonly challenge: Challenge;
    readonly names: ReadonlyMap<number, string>;
    readonly fields: Readonly<Record<string, string>>;
    readonly errors: readonly FormError[];
  },
): JSX.Element {
  const { challenge, names, fields, errors } = props;
  const { earlierAnswers, answer } = challenge;
  return shell(web, {
    section: 'goals',
    title: t('challenges.out.title'),
    caption: figureTitle(web, challenge.figure, names),
    back: { text: t('challenges.out.back'), href: urls.challenge(challenge.id) },
    errors,
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">{t('challenges.out.text')}</p>
          <div class="govuk-inset-text">
            <p class="govuk-body">
              {t('challenges.who-when', { who: challenge.actingFor, date: dateText(instantDate(challenge.at)) })}
            </p>
            <Written text={challenge.words} />
            {[...earlierAnswers, ...(answer ? [answer] : [])].map((one) => (
              <>
                <p class="govuk-body">
                  {t('challenges.who-when', { who: one.answeredFor, date: dateText(instantDate(one.at)) })}
                </p>
                <Written text={one.reply} />
              </>
            ))}
          </div>
          <form method="post" action={urls.takeOutWords(challenge.id)} novalidate>
            <input type="hidden" name="next" value={fields['next'] ?? String(challenge.next)} />
            {govuk.radios({
              name: 'because',
              idPrefix: 'because',
              fieldset: { legend: { text: t('challenges.out.why'), classes: 'govuk-fieldset__legend--m' } },
              errorMessage: errorFor(errors, 'because'),
              value: fields['because'],
              items: Object.entries(TAKEN_OUT_FOR).map(([value, text]) => ({ value, text: dataText(text) })),
            })}
            {govuk.button({ text: t('challenges.out.do'), classes: 'govuk-button--warning', preventDoubleClick: true })}
          </form>
        </div>
      </div>
    ),
  });
}
