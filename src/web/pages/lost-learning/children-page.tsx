import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import type { WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { NoChildren, Search, subjectOf, wantedBy, type Asked } from './children-search.tsx';
import { Count, type About } from './figures.tsx';
import { PURPOSE, type Account } from './looking.tsx';
import { listChildren, nameOf, type ChildLine } from './read-children.ts';
import { listSchools, type SchoolRow } from './read-account.ts';
import { childrenText, daysText, listText, wordsFor } from './words.ts';
import { Years } from './years.tsx';

const PER_PAGE = 50;
/** Children by name, found by a part of a name or UPN, by school, and by time away. */
export async function childrenPage(
  web: WebContext,
  account: Account,
  asked: Asked,
  perPage = PER_PAGE,
): Promise<JSX.Element> {
  const schools = await listSchools(account.aggregates, account.year);
  const wanted = wantedBy(asked);
  const { total, lines } = await web.access.actingAs(web.actor, PURPOSE, subjectOf(asked), (tx) =>
    listChildren(tx, wanted, { offset: (asked.page - 1) * perPage, limit: perPage }),
  );
  const pages = Math.ceil(total / perPage);
  const school = schools.find((one) => one.urn === asked.urn);
  return shell(web, {
    section: 'children',
    title: school ? `Children of ${school.name}` : 'Children',
    caption: web.area.name,
    working: account.working,
    children: (
      <>
        <Search asked={asked} schools={schools} />
        <Years years={account.years} year={account.year} href={(year) => urls.children({ ...asked, year, page: 1 })} />
        {lines.length === 0 ? (
          <NoChildren asked={asked} total={total} account={account} />
        ) : (
          <>
            <h2 class="govuk-heading-m">{foundText(asked, total, pages)}</h2>
            <ChildTable lines={lines} account={account} schools={schools} />
            <Pages asked={asked} pages={pages} />
            <p class="govuk-body">
              <a class="govuk-link" href={urls.childrenFile('csv', asked)}>
                {`Download this list (CSV, ${childrenText(total)})`}
              </a>
              {', or as '}
              <a class="govuk-link" href={urls.childrenFile('xlsx', asked)}>
                Excel (XLSX)
              </a>
              {' or '}
              <a class="govuk-link" href={urls.childrenFile('ods', asked)}>
                OpenDocument (ODS)
              </a>
              . It is personal data about children: keep it safe, share it only with those who need it to help, and
              delete it when you are done.
            </p>
          </>
        )}
      </>
    ),
  });
}

function foundText(asked: Asked, total: number, pages: number): string {
  return `${childrenText(total)}, by name${pages > 1 ? `: page ${printed(asked.page)} of ${printed(pages)}` : ''}`;
}

function ChildTable(props: {
  readonly lines: readonly ChildLine[];
  readonly account: Account;
  readonly schools: readonly SchoolRow[];
}): JSX.Element {
  const { lines, account } = props;
  const names = new Map(props.schools.map((school) => [school.urn, school.name]));
  const about = (line: ChildLine): About => ({ scope: `child-${line.upn}`, year: account.year });
  const count = (measure: 'lost_headline' | 'lost_absence' | 'lost_extended' | 'possible') => (line: ChildLine) => (
    <Count measure={measure} about={about(line)} value={line[measure]} />
  );
  return (
    <DataTable<ChildLine>
      id="children"
      caption={`Sessions lost in ${account.year} up to ${writtenDate(account.asOf)}`}
      captionSize="s"
      columns={[
        {
          heading: 'Child',
          cell: (line) => (
            <a class="govuk-link" href={urls.child(line.upn, account.year)}>
              {nameOf(line)}
            </a>
          ),
        },
        { heading: 'Longest time away', cell: (line) => <Away line={line} account={account} /> },
        {
          heading: 'School, year group and class',
          cell: (line) => (
            <>
              {listText(line.urns.map((urn) => names.get(urn) ?? `URN ${urn}`))}
              <Small text={yearAndClass(line)} />
            </>
          ),
        },
        { heading: 'Suspended or unauthorised', numeric: true, cell: count('lost_headline') },
        { heading: 'All absence', numeric: true, cell: count('lost_absence') },
        { heading: 'All learning lost', numeric: true, cell: count('lost_extended') },
      ]}
      rows={lines}
    />
  );
}

function Away({ line, account }: { readonly line: ChildLine; readonly account: Account }): JSX.Element {
  if (!line.away) return <>never away</>;
  const { sessions, from, to } = line.away;
  return (
    <>
      <a class="govuk-link govuk-link--no-visited-state" href={`${urls.child(line.upn, account.year)}#away`}>
        {daysText(sessions)}
      </a>
      <Small text={from === to ? writtenDate(from) : `${writtenDate(from)} to ${writtenDate(to)}`} />
    </>
  );
}

function yearAndClass(line: ChildLine): string {
  const yearGroup = wordsFor('year-group', String(line.year_group ?? ''));
  return line.class === null ? yearGroup : `${yearGroup}, class ${line.class}`;
}

function Small({ text }: { readonly text: string }): JSX.Element {
  return <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{text}</div>;
}

function Pages({ asked, pages }: { readonly asked: Asked; readonly pages: number }): JSX.Element | null {
  if (pages < 2) return null;
  const { page } = asked;
  const href = (to: number): string => urls.children({ ...asked, page: to });
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  return (
    <>
      {govuk.pagination({
        landmarkLabel: 'Pages of children',
        previous: page > 1 ? { href: href(page - 1) } : undefined,
        next: page < pages ? { href: href(page + 1) } : undefined,
        items: near.flatMap((one, at) => [
          ...(at > 0 && one - (near[at - 1] ?? one) > 1 ? [{ ellipsis: true }] : []),
          { number: String(one), href: href(one), current: one === page },
        ]),
      })}
    </>
  );
}
