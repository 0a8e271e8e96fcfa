import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, findText, rich, t } from '#language';
import { govuk } from '../../govuk/index.ts';
import { nameOfArea, type WebContext } from '../../context.ts';
import { halfTermText } from '../../half-terms.ts';
import { DataTable, hiddenWords, type Flash } from '../../layout/index.ts';
import { mayBringFiles } from '../../may.ts';
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
    title: t('shell.terms'),
    caption: nameOfArea(web.area),
    working,
    ...(flash ? { flash } : {}),
    children: (
      <>
        <p class="govuk-body">{t('terms.text.found')}</p>
        <p class="govuk-body">{t('terms.text.use')}</p>
        {years.map((one) => (
          <OneYear one={one} mayChange={mayBringFiles(web)} />
        ))}
      </>
    ),
  });
}

function OneYear({ one, mayChange }: { readonly one: YearTerms; readonly mayChange: boolean }): JSX.Element {
  const { year, own, lines, waiting } = one;
  const wider = lines.filter(({ first, last, counted }) => counted.first !== first || counted.last !== last);
  return (
    <section>
      <h2 class="govuk-heading-m">{year}</h2>
      {waiting && <p class="govuk-body">{t(own ? 'terms.waiting.set' : 'terms.waiting.reset')}</p>}
      <DataTable<TermLine>
        id={`terms-${year.replace('/', '-')}`}
        caption={t('terms.caption', { year })}
        captionSize="s"
        columns={[
          { heading: t('terms.half'), cell: (line) => halfTermText(line.no, 'half-title') },
          { heading: t('terms.term'), cell: (line) => findText(`weeks.term.${Math.ceil(line.no / 2)}`) },
          { heading: t('terms.first'), cell: (line) => dateText(line.first) },
          { heading: t('terms.last'), cell: (line) => dateText(line.last) },
          { heading: t('terms.from'), cell: (line) => t(`terms.from.${line.from}`) },
        ]}
        rows={lines}
      />
      {wider.map(({ no, counted }) => (
        <p class="govuk-body">
          {t('terms.wider', {
            half: halfTermText(no, 'half'),
            from: dateText(counted.first),
            to: dateText(counted.last),
          })}
        </p>
      ))}
      {mayChange && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.changeTerms(year)}>
            {rich(own ? 'terms.change' : 'terms.set', { year, hidden: hiddenWords })}
          </a>
        </p>
      )}
      {mayChange && own && (
        <form method="post" action={urls.resetTerms(year)}>
          {govuk.button({
            text: t('terms.go-back', { year }),
            classes: 'govuk-button--secondary',
            preventDoubleClick: true,
          })}
        </form>
      )}
    </section>
  );
}
