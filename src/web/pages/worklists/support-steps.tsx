import type { JSX } from 'hono/jsx/jsx-runtime';
import { findText, rich, t } from '#language';
import { supportSteps, supportStepsSource } from '#worklists';
import { WhereFrom } from './worked-out.tsx';

/** The steps that the list `support-first` asks to be gone through, on the page that asks it. */
export function SupportSteps(): JSX.Element {
  return (
    <section id="steps">
      <h2 class="govuk-heading-m">{t('lists.steps')}</h2>
      <ol class="govuk-list govuk-list--number">
        {supportSteps.map(({ id, title, asks }) => (
          <li>
            {rich('lists.steps.step', {
              title: findText(`support-step.${id}.title`) ?? title,
              asks: findText(`support-step.${id}.asks`) ?? asks,
              strong: (inside) => <strong>{inside}</strong>,
            })}
          </li>
        ))}
      </ol>
      <p class="govuk-body">{t('lists.steps.not-known')}</p>
      <p class="govuk-body">
        {findText('support-step.source') ?? supportStepsSource.says}{' '}
        <span class="govuk-hint govuk-!-margin-bottom-0">
          <WhereFrom source={supportStepsSource} words={findText('support-step.source.where')} />
        </span>
      </p>
    </section>
  );
}
