import type { JSX } from 'hono/jsx/jsx-runtime';
import { findText, t } from '#language';
import type { Otherwise } from '#lost-learning';
import { printed } from '../../charts/scale.ts';
import { findPercentText } from '../lost-learning/words.ts';

/** What a system would show that does one thing otherwise, a sentence each. */
export function Otherwises({ others }: { readonly others: readonly Otherwise[] }): JSX.Element | null {
  const told = others.filter(({ possible }) => possible > 0);
  if (told.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{t('why.otherwise')}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {told.map((other) => (
          <li>{otherwiseText(other)}</li>
        ))}
      </ul>
    </>
  );
}

/** `If your system shows 5.3%, it may count code D as attended: then you would get 576 of 10,894 possible sessions.` */
export function otherwiseText({ rule, words, absent, possible }: Otherwise): string {
  const key = words === rule.otherwise ? 'otherwise' : 'otherwise-absent';
  return t('why.otherwise.text', {
    rate: findPercentText(absent, possible, 2) ?? '',
    words: findText(`why-rules.${rule.id}.${key}`) ?? words,
    absent: printed(absent),
    possible: printed(possible),
  });
}
