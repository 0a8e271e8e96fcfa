import type { JSX } from 'hono/jsx/jsx-runtime';
import { getMeasure } from '#place';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { Published } from './published-text.tsx';
import type { Statement } from './statements.ts';

/** Four statements of the guide, each with the two figures it rests on and the sum. */
export function StatementsSection({ statements }: { readonly statements: readonly Statement[] }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-l" id="statements">
        What the guide says of places, checked
      </h2>
      <p class="govuk-body">
        “Ambitious about Inclusion” (The Difference, 2026) says four things about places in 2023/24. Each is worked out
        here again from DfE’s figures.
      </p>
      {govuk.summaryList({
        rows: statements.map((one) => ({
          key: {
            text: `${getMeasure(one.measure).name} in ${one.place === 'North East' ? 'the North East' : one.place}`,
          },
          value: {
            html: htmlOf(
              <>
                <p class="govuk-body">{`The guide: ${one.claim}.`}</p>
                <p class="govuk-body">
                  {`${one.place}: `}
                  <Published of={one.local} places={one.places} />
                  {'. England: '}
                  <Published of={one.england} places={one.places} />
                  {`. ${one.outcome}`}
                </p>
              </>,
            ),
          },
        })),
      })}
    </>
  );
}
