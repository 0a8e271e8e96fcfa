import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, listText, rich, t } from '#language';
import { nameOfArea, type WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { DataTable, linkTo, Pages } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { NoChildren, Search, subjectOf, wantedBy, type Asked } from './children-search.tsx';
import { Count, type About } from './figures.tsx';
import { purposeOf, type Account } from './looking.tsx';
import { listChildren, nameOf, type ChildLine } from './read-children.ts';
import { listSchools, type SchoolRow } from './read-account.ts';
import { childrenText, daysText, wordsFor } from './words.ts';
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
  const { total, lines } = await web.access.actingAs(web.actor, purposeOf(web), subjectOf(asked), (tx) =>
    listChildren(tx, wanted, { offset: (asked.page - 1) * perPage, limit: perPage }),
  );
  const pages = Math.ceil(total / perPage);
  const school = schools.find((one) => one.urn === asked.urn);
  return shell(web, {
    section: 'children',
    title: school ? t('children.of-school', { school: school.name }) : t('children.title'),
    caption: nameOfArea(web.area),
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
            <Pages
              label={t('children.pages')}
              page={asked.page}
              pages={pages}
              href={(page) => urls.children({ ...asked, page })}
            />
            <p class="govuk-body">
              {rich('children.download', {
                children: childrenText(total),
                csv: linkTo(urls.childrenFile('csv', asked)),
                xlsx: linkTo(urls.childrenFile('xlsx', asked)),
                ods: linkTo(urls.childrenFile('ods', asked)),
              })}
            </p>
          </>
        )}
      </>
    ),
  });
}

function foundText(asked: Asked, total: number, pages: number): string {
  const children = childrenText(total);
  return pages > 1
    ? t('children.found-page', { children, page: printed(asked.page), pages: printed(pages) })
    : t('children.found', { children });
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
      caption={t('children.caption', { year: account.year, date: dateText(account.asOf) })}
      captionSize="s"
      columns={[
        {
          heading: t('children.child'),
          cell: (line) => (
            <a class="govuk-link" href={urls.child(line.upn, account.year)}>
              <bdi>{nameOf(line)}</bdi>
            </a>
          ),
        },
        { heading: t('children.away'), cell: (line) => <Away line={line} account={account} /> },
        {
          heading: t('children.school'),
          cell: (line) => (
            <>
              {listText(line.urns.map((urn) => names.get(urn) ?? t('words.urn', { urn: String(urn) })))}
              <Small text={yearAndClass(line)} />
            </>
          ),
        },
        { heading: t('children.headline'), numeric: true, cell: count('lost_headline') },
        { heading: t('children.absence'), numeric: true, cell: count('lost_absence') },
        { heading: t('children.lost'), numeric: true, cell: count('lost_extended') },
      ]}
      rows={lines}
    />
  );
}

function Away({ line, account }: { readonly line: ChildLine; readonly account: Account }): JSX.Element {
  if (!line.away) return <>{t('children.never-away')}</>;
  const { sessions, from, to } = line.away;
  return (
    <>
      <a class="govuk-link govuk-link--no-visited-state" href={`${urls.child(line.upn, account.year)}#away`}>
        {daysText(sessions)}
      </a>
      <Small text={from === to ? dateText(from) : t('children.from-to', { from: dateText(from), to: dateText(to) })} />
    </>
  );
}

function yearAndClass(line: ChildLine): string {
  const yearGroup = wordsFor('year-group', String(line.year_group ?? ''));
  return line.class === null ? yearGroup : t('children.in-class', { year: yearGroup, class: line.class });
}

function Small({ text }: { readonly text: string }): JSX.Element {
  return <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{text}</div>;
}
