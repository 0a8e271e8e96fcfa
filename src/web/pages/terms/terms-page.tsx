import type { JSX } from 'hono/jsx/jsx-runtime';
import { getTermName, halfTermName, writtenDate } from '#kernel';
import { TAKEN_FROM } from '#lost-learning';
import { govuk } from '../../govuk/index.ts';
import type { WebContext } from '../../context.ts';
import { DataTable, type Flash } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { TermLine, YearTerms } from './read-terms.ts';

/** Every year’s half terms, and the way to set them. */
export function TermsPage(
  web: WebContext,
  props: {
    readonly years: readonly YearTerms[];
    readonly working: string | undefined;
    readonly flash: Flash | undefined;
  },
): JSX.Element {
  const { years, working, flash } = props;
  return shell(web, {
    section: 'imports',
    title: 'Term dates',
    caption: web.area.name,
    working,
    ...(flash ? { flash } : {}),
    children: (
      <>
        <p class="govuk-body">
          A school year has six half terms. Kith finds them from the schools’ own days: they lie between the five breaks
          in which most schools are closed. Where your area’s dates are other than those here, set them.
        </p>
        <p class="govuk-body">
          They decide which weeks are held against each other, and what counts as a term. They do not change the
          published measures, whose sixth half term begins on 1 June.
        </p>
        {years.map((one) => (
          <OneYear one={one} />
        ))}
      </>
    ),
  });
}

function OneYear({ one }: { readonly one: YearTerms }): JSX.Element {
  const { year, own, lines, waiting } = one;
  const wider = lines.filter(({ first, last, counted }) => counted.first !== first || counted.last !== last);
  return (
    <section>
      <h2 class="govuk-heading-m">{year}</h2>
      {waiting && (
        <p class="govuk-body">
          {own
            ? 'These dates were set. The figures are being worked out again with them.'
            : 'The area’s own dates were taken back. The ones found from the schools’ days are being worked out: those below are from before.'}
        </p>
      )}
      <DataTable<TermLine>
        id={`terms-${year.replace('/', '-')}`}
        caption={`Half terms of ${year}`}
        captionSize="s"
        columns={[
          { heading: 'Half term', cell: (line) => sentence(halfTermName(line.no)) },
          { heading: 'Term', cell: (line) => sentence(getTermName(Math.ceil(line.no / 2))) },
          { heading: 'First day', cell: (line) => writtenDate(line.first) },
          { heading: 'Last day', cell: (line) => writtenDate(line.last) },
          { heading: 'Where from', cell: (line) => sentence(TAKEN_FROM[line.from]) },
        ]}
        rows={lines}
      />
      {wider.map(({ no, counted }) => (
        <p class="govuk-body">
          {`Some school opens outside the dates of ${halfTermName(no)}: its days from ${writtenDate(counted.first)} to ${writtenDate(counted.last)} are counted in it.`}
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.changeTerms(year)}>
          {own ? 'Change these dates' : 'Set your own dates'}
          <span class="govuk-visually-hidden">{` for ${year}`}</span>
        </a>
      </p>
      {own && (
        <form method="post" action={urls.resetTerms(year)}>
          {govuk.button({
            text: `Go back to the dates found for ${year}`,
            classes: 'govuk-button--secondary',
            preventDoubleClick: true,
          })}
        </form>
      )}
    </section>
  );
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
