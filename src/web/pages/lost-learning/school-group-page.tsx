import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { dateText, numberText, rich, t } from '#language';
import { lists } from '#worklists';
import type { WebContext } from '../../context.ts';
import { DataTable, Figures, linkTo } from '../../layout/index.ts';
import { shell, type ShellProps } from '../../shell.tsx';
import { urls, type ListQuery } from '../../urls.ts';
import { GROUPS, queryOf, type Narrowed } from '../worklists/asked.ts';
import { say } from '../worklists/list-words.ts';
import { readMoments, readTallies, type Tally } from '../worklists/read-lists.ts';
import { Balance } from './balance.tsx';
import { ByCause, ByForm } from './causes.tsx';
import { Count, headlineFigures, InDays, partOf, type About } from './figures.tsx';
import { purposeOf, type Account } from './looking.tsx';
import { findTotals, listCauses, listSchools, listWeeks, type SchoolGroup, type SchoolRow } from './read-account.ts';
import { groupName, GroupsHidden, hidesGroups } from './school-group-words.tsx';
import { Trend } from './trend.tsx';
import { Years } from './years.tsx';

/**
 * A year group, class or group of a school with the same account as the school; undefined where it has no child. Who is
 * tied to the class and not to the school sees it as it is now: the class of its name in another year was other children.
 */
export async function findSchoolGroupPage(
  web: WebContext,
  account: Account,
  group: SchoolGroup,
  ofSchool: boolean,
): Promise<JSX.Element | undefined> {
  const { aggregates, year, asOf, working } = account;
  if (!ofSchool && year !== account.years[0]) return undefined;
  const { urn, by, value } = group;
  const school = (await listSchools(aggregates, year)).find((one) => one.urn === urn);
  if (!school) return undefined;
  if (await hidesGroups(web, account, urn)) return withoutFigures(web, account, group, { school, ofSchool });
  const whose = { kind: 'group', ...group } as const;
  const totals = await findTotals(aggregates, year, whose);
  if (!totals) return undefined;
  const about: About = partOf({ scope: `school-${urn}`, year }, by, value);
  const [causes, weeks, tallies] = await Promise.all([
    listCauses(aggregates, year, whose),
    listWeeks(aggregates, year, whose),
    readTalliesOf(web, account, group),
  ]);
  return shell(web, {
    section: 'schools',
    title: groupName(group),
    caption: school.name,
    ...wayBack(school, year, ofSchool),
    working,
    children: (
      <>
        <p class="govuk-body-l">
          {rich('school-groups.summary', {
            year,
            date: dateText(asOf),
            school: school.name,
            absence: <InDays measure="lost_absence" about={about} value={totals.lost_absence} />,
            children: <Count measure="children" about={about} value={totals.children} />,
            count: totals.children,
          })}
        </p>
        {totals.children < 3 && <p class="govuk-body">{t('school-groups.few')}</p>}
        {ofSchool && (
          <>
            <p class="govuk-body">{rich('school-groups.school', { link: linkTo(urls.school(urn, year)) })}</p>
            <Years years={account.years} year={year} href={(one) => urls.schoolGroup(urn, by, value, one)} />
          </>
        )}
        {tallies && <GroupLists tallies={tallies} query={queryOf(narrowedTo(group) ?? {})} />}
        <Figures figures={headlineFigures(totals, about)} />
        <ByForm counts={totals} about={about} />
        <ByCause causes={causes} about={about} withChildren />
        <Trend weeks={weeks} about={about} asOf={asOf} />
        <h2 class="govuk-heading-m">{t('schools.one.balances')}</h2>
        <p class="govuk-body">{t('schools.one.register')}</p>
        <Balance counts={totals} about={about} />
      </>
    ),
  });
}

/** A group that is there and one that is not answer alike: that it is there could be the child who is left out. */
async function withoutFigures(
  web: WebContext,
  account: Account,
  group: SchoolGroup,
  { school, ofSchool }: { readonly school: SchoolRow; readonly ofSchool: boolean },
): Promise<JSX.Element> {
  const { year, working } = account;
  const tallies = await readTalliesOf(web, account, group);
  return shell(web, {
    section: 'schools',
    title: groupName(group),
    caption: school.name,
    ...wayBack(school, year, ofSchool),
    working,
    children: (
      <>
        <GroupsHidden />
        {tallies && <GroupLists tallies={tallies} query={queryOf(narrowedTo(group) ?? {})} />}
      </>
    ),
  });
}

function wayBack({ name, urn }: SchoolRow, year: AcademicYear, ofSchool: boolean): Pick<ShellProps, 'breadcrumbs'> {
  if (!ofSchool) return {};
  return {
    breadcrumbs: [
      { text: t('schools.title'), href: urls.schools(year) },
      { text: name, href: urls.school(urn, year) },
    ],
  };
}

/** Lists are of now, so a year that is over has none; nor have children of whom no file says the value. */
async function readTalliesOf(
  web: WebContext,
  { year, years }: Account,
  group: SchoolGroup,
): Promise<readonly Tally[] | undefined> {
  const narrowed = narrowedTo(group);
  if (!narrowed || year !== years[0]) return undefined;
  return web.access.actingAs(web.actor, purposeOf(web), { kind: 'school', urn: group.urn }, async (tx) =>
    readTallies(tx, narrowed, await readMoments(tx, narrowed)),
  );
}

/** The same children as a list narrows to them; undefined where lists do not. */
function narrowedTo({ urn, by, value }: SchoolGroup): Narrowed | undefined {
  const whole = { urn, yearGroup: undefined, class: undefined, group: undefined };
  if (value === '') return undefined;
  if (by === 'year-group') return /^-?\d{1,2}$/.test(value) ? { ...whole, yearGroup: Number(value) } : undefined;
  if (by === 'class') return { ...whole, class: value };
  const named = `${by}-${{ Y: 'yes', N: by === 'sen' ? 'N' : 'no' }[value] ?? value}`;
  const known = GROUPS.find((one) => one === named);
  return known && { ...whole, group: known };
}

function GroupLists({
  tallies,
  query,
}: {
  readonly tallies: readonly Tally[];
  readonly query: ListQuery;
}): JSX.Element {
  const rows = lists.flatMap((list) => {
    const tally = tallies.find((one) => one.list === list.id);
    return tally && tally.entries > 0 ? [{ list, tally }] : [];
  });
  return (
    <DataTable
      id="group-lists"
      caption={t('school-groups.lists')}
      columns={[
        {
          heading: t('lists.column.list'),
          cell: ({ list }) => (
            <a class="govuk-link" href={urls.list(list.id, query)}>
              {say(list, 'title')}
            </a>
          ),
        },
        { heading: t('lists.column.entries'), numeric: true, cell: ({ tally }) => numberText(tally.entries) },
        { heading: t('lists.column.overdue'), numeric: true, cell: ({ tally }) => numberText(tally.overdue) },
      ]}
      rows={rows}
      empty={t('school-groups.no-lists')}
    />
  );
}
