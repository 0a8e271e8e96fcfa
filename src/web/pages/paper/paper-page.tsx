import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear, TermName } from '#kernel';
import { spokenLanguage, t } from '#language';
import type { GovernorsPage, PageSchool, PageTable } from '#paper';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable, InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Account } from '../lost-learning/looking.tsx';
import { DrawingSvg } from './drawing-svg.tsx';

export type Asked = {
  readonly school: PageSchool;
  readonly year: AcademicYear;
  readonly term: TermName;
  /** Terms of the year with a session that counts. */
  readonly terms: readonly TermName[];
};

/** The same page as the PDF, word for word, for a phone or a screen reader; and the way to the PDF. */
export function paperPage(web: WebContext, account: Account, page: GovernorsPage, asked: Asked): JSX.Element {
  const { school, year, term } = asked;
  return shell(web, {
    section: 'schools',
    title: page.title,
    breadcrumbs: [
      { text: t('shell.schools'), href: urls.schools(year) },
      { text: school.name, href: urls.school(school.urn, year) },
    ],
    working: account.working,
    children: (
      <>
        <p class="govuk-body-l">{page.about}</p>
        <Choose account={account} asked={asked} />
        {govuk.button({ text: t('paper.as-pdf'), href: urls.paperPdf(school.urn, { year, term }) })}
        {spokenLanguage() !== 'en' && <p class="govuk-body-s">{t('paper.pdf-english')}</p>}
        <div class="kith-paper">
          <Sentences {...page.told} />
          <h2 class="govuk-heading-m">{page.picture.heading}</h2>
          {page.picture.drawing && <DrawingSvg drawing={page.picture.drawing} heading={page.picture.heading} />}
          <Notes notes={page.picture.notes} />
          <Table id="measures" table={page.measures} />
          <Table id="inside" table={page.inside} />
          <Items {...page.questions} />
          <Items {...page.leftOut} />
          <Sentences {...page.worked} />
        </div>
      </>
    ),
  });
}

/** Every term with figures, of every year: the one shown stands without a link. */
function Choose({ account, asked }: { readonly account: Account; readonly asked: Asked }): JSX.Element {
  const { school, year, term, terms } = asked;
  return (
    <nav aria-label={t('paper.terms')}>
      <p class="govuk-body">
        {terms.map((one, at) => (
          <>
            {at > 0 && t('words.list-next')}
            {one === term ? (
              <strong>{t(`paper.term.${one}`)}</strong>
            ) : (
              <a class="govuk-link" href={urls.paper(school.urn, { year, term: one })}>
                {t(`paper.term.${one}`)}
              </a>
            )}
          </>
        ))}
        {account.years
          .filter((one) => one !== year)
          .map((one) => (
            <>
              {terms.length > 0 && t('words.list-next')}
              <a class="govuk-link" href={urls.paper(school.urn, { year: one, term })}>
                {one}
              </a>
            </>
          ))}
      </p>
    </nav>
  );
}

function Sentences(props: GovernorsPage['told']): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">{props.heading}</h2>
      {props.sentences.map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
    </>
  );
}

function Items({ heading, items }: GovernorsPage['questions']): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </>
  );
}

/** The heading of a table is its caption, as long as there is a table to have one. */
function Table({ id, table }: { readonly id: string; readonly table: PageTable }): JSX.Element {
  const { heading, columns, rows, notes, inEnglish = [] } = table;
  return (
    <>
      {rows.length === 0 ? (
        <h2 class="govuk-heading-m">{heading}</h2>
      ) : (
        <DataTable<readonly string[]>
          id={id}
          caption={heading}
          columns={columns.map((name, at) => ({
            heading: name,
            numeric: at > 0,
            cell: (row) => row[at] ?? '',
          }))}
          rows={rows}
        />
      )}
      <Notes notes={notes} inEnglish={inEnglish} />
    </>
  );
}

function Notes(props: { readonly notes: readonly string[]; readonly inEnglish?: readonly string[] }): JSX.Element {
  const { notes, inEnglish = [] } = props;
  return (
    <>
      {notes.map((note) => (
        <p class="govuk-body-s">{inEnglish.includes(note) ? <InEnglish>{note}</InEnglish> : note}</p>
      ))}
    </>
  );
}
