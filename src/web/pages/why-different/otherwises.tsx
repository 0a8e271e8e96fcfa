import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Otherwise } from '#lost-learning';
import { printed } from '../../charts/scale.ts';
import { findPercentText } from '../lost-learning/words.ts';

/** What a system would show that does one thing otherwise, a sentence each. */
export function Otherwises({ others }: { readonly others: readonly Otherwise[] }): JSX.Element | null {
  const told = others.filter(({ possible }) => possible > 0);
  if (told.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">If your system shows another figure</h3>
      <ul class="govuk-list govuk-list--bullet">
        {told.map((other) => (
          <li>{otherwiseText(other)}</li>
        ))}
      </ul>
    </>
  );
}

/** `If your system shows 5.3%, it may count code D as attended: then you would get 576 of 10,894 possible sessions.` */
export function otherwiseText({ words, absent, possible }: Otherwise): string {
  const rate = findPercentText(absent, possible, 2) ?? '';
  return `If your system shows ${rate}, it may ${words}: then you would get ${printed(absent)} of ${printed(possible)} possible sessions.`;
}
