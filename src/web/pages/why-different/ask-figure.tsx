import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { t } from '#language';
import { isLikeFigure, listLikeFigure, listOtherwise, type AgreedWalk, type BridgeEnd } from '#lost-learning';
import { govuk } from '../../govuk/index.ts';
import { printed } from '../../charts/scale.ts';
import { urls } from '../../urls.ts';
import { otherwiseText } from './otherwises.tsx';
import type { WhyPlace } from './why-place.ts';

/** What is wrong with a figure that was typed, with what to do. */
export function findFigureError(text: string): string | undefined {
  const figure = Number(text);
  return /^\d{1,3}(\.\d{1,3})?$/.test(text) && figure <= 100 ? undefined : t('why.ask.wrong');
}

/** Asks what the reader’s own system shows. Nothing is kept: the answer is in the address. */
export function AskFigure(props: {
  readonly place: WhyPlace;
  readonly year: AcademicYear;
  readonly asked: string;
  readonly error: string | undefined;
}): JSX.Element {
  const { place, year, asked, error } = props;
  return (
    <form method="get" action={urls.whyDifferent(place.scope)} novalidate>
      <input type="hidden" name="year" value={year} />
      {govuk.input({
        id: 'figure',
        name: 'figure',
        label: { text: t('why.ask'), classes: 'govuk-label--s' },
        hint: { text: t('why.ask.hint') },
        classes: 'govuk-input--width-5',
        inputmode: 'decimal',
        spellcheck: false,
        suffix: { text: '%' },
        value: asked,
        errorMessage: error === undefined ? undefined : { text: error },
      })}
      {govuk.button({ text: t('why.ask.button'), classes: 'govuk-button--secondary' })}
    </form>
  );
}

/** Which rule alone, counted otherwise, leads to the figure asked about. */
export function AnswerToFigure(props: { readonly walks: readonly AgreedWalk[]; readonly asked: string }): JSX.Element {
  const { walks, asked } = props;
  const same = walks.filter((walk) => isLikeFigure(walk.reached, asked));
  const found = walks.flatMap((walk) => listLikeFigure(listOtherwise(walk), asked).map((other) => ({ walk, other })));
  const [first] = walks;
  const possibleOf = (ends: BridgeEnd): string =>
    printed(walks.find((walk) => walk.ends === ends)?.reached.possible ?? 0);
  return (
    <div class="govuk-inset-text" id="answer">
      {same.map((walk) => (
        <p class="govuk-body">{t(`why.same.${walk.ends}`, { asked })}</p>
      ))}
      {found.map(({ walk, other }) => (
        <p class="govuk-body">{t(`why.found.${walk.ends}`, { otherwise: otherwiseText(other) })}</p>
      ))}
      {first && isLikeFigure(first.start, asked) && <p class="govuk-body">{t('why.same.recorded', { asked })}</p>}
      {same.length === 0 && found.length === 0 && !(first && isLikeFigure(first.start, asked)) && (
        <p class="govuk-body">
          {t('why.no-rule', { asked, published: possibleOf('published'), account: possibleOf('account') })}
        </p>
      )}
    </div>
  );
}
