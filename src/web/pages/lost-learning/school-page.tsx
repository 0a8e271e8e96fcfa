import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { Figures, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Balance } from './balance.tsx';
import { ByCause, ByForm } from './causes.tsx';
import { Count, headlineFigures, InDays, type About } from './figures.tsx';
import { GroupTable, inOrder } from './group-tables.tsx';
import { GroupLinks, GroupsHidden, hidesGroups } from './school-group-words.tsx';
import { InsideSessions, type LateRow, type RemovalRow } from './inside-sessions.tsx';
import type { Account } from './looking.tsx';
import { listRateLines, RATES, readSchoolRates } from './rates.ts';
import { readRateChallenges } from './rate-replies.tsx';
import { RateTables } from './rate-tables.tsx';
import {
  findTotals,
  listCauses,
  listSchoolGroups,
  listSchools,
  listWeeks,
  type SchoolRow,
  type Totals,
} from './read-account.ts';
import { readSameWeeks, SameWeeksPart } from './same-weeks.tsx';
import { Trend } from './trend.tsx';
import { trustLink } from './trust-page.tsx';
import { wordsFor } from './words.ts';
import { Years } from './years.tsx';

/** One school’s own register; undefined where the area has no such school. */
export async function findSchoolPage(web: WebContext, account: Account, urn: number): Promise<JSX.Element | undefined> {
  const { aggregates, year, asOf, working } = account;
  const school = (await listSchools(aggregates, year)).find((one) => one.urn === urn);
  if (!school) return undefined;
  const about: About = { scope: `school-${urn}`, year };
  const whose = { kind: 'school', urn } as const;
  const here = ['urn = $urn', { urn }] as const;
  const [totals, causes, weeks, yearGroups, removals, late, rates, schoolGroups, sameWeeks, hides] = await Promise.all([
    findTotals(aggregates, year, whose),
    listCauses(aggregates, year, whose),
    listWeeks(aggregates, year, whose),
    aggregates.rows<Totals & { readonly year_group: number | null }>('year_group_school', year, ...here),
    aggregates.rows<RemovalRow>('removal_kind', year, ...here),
    aggregates.rows<LateRow>('late', year, ...here),
    readSchoolRates(aggregates, year, asOf),
    listSchoolGroups(aggregates, year, urn),
    readSameWeeks(aggregates, year, whose),
    hidesGroups(web, account, urn),
  ]);
  const groups = [{ label: school.name, scope: about.scope, schools: [school] }];
  const tables = await Promise.all(
    RATES.map(async (rate) => ({ rate, lines: await listRateLines(web, rates, rate, groups) })),
  );
  const challenges = await readRateChallenges(web, tables, about);
  return shell(web, {
    section: 'schools',
    title: school.name,
    caption: t('schools.one.caption', { phase: wordsFor('phase-of-one', school.phase), urn: String(urn) }),
    breadcrumbs: [
      { text: t('schools.title'), href: urls.schools(year) },
      ...((school.trust ?? '') === '' ? [] : [await trustLink(aggregates, year, school.trust ?? '')]),
    ],
    working,
    children: totals ? (
      <>
        <Summary school={school} totals={totals} about={about} account={account} />
        <Years years={account.years} year={year} href={(one) => urls.school(urn, one)} />
        <Figures figures={headlineFigures(totals, about)} />
        <ByForm counts={totals} about={about} />
        <ByCause causes={causes} about={about} withChildren />
        <Trend weeks={weeks} about={about} asOf={asOf} />
        <SameWeeksPart weeks={sameWeeks} about={about} />
        <h2 class="govuk-heading-m">{t('schools.one.balances')}</h2>
        <p class="govuk-body">{t('schools.one.register')}</p>
        <Balance counts={totals} about={about} />
        <InsideSessions removals={removals} late={late} about={about} />
        {hides ? (
          <GroupsHidden />
        ) : (
          <>
            <GroupTable
              by="year-group"
              rows={inOrder(yearGroups.map((row) => ({ ...row, group: String(row.year_group ?? '') })))}
              about={about}
              href={(group) => urls.schoolGroup(urn, 'year-group', group, year)}
            />
            <GroupLinks urn={urn} groups={schoolGroups} year={year} />
          </>
        )}
        <h2 class="govuk-heading-m">{t('area.england')}</h2>
        <RateTables web={web} tables={tables} rates={rates} about={about} challenges={challenges} />
      </>
    ) : (
      <>
        <p class="govuk-body">{t('schools.one.nothing', { school: school.name, year })}</p>
        <Years years={account.years} year={year} href={(one) => urls.school(urn, one)} />
      </>
    ),
  });
}

function Summary(props: {
  readonly school: SchoolRow;
  readonly totals: Totals;
  readonly about: About;
  readonly account: Account;
}): JSX.Element {
  const { school, totals, about, account } = props;
  return (
    <>
      <p class="govuk-body-l">
        {rich('schools.one.summary', {
          year: account.year,
          date: dateText(account.asOf),
          school: school.name,
          absence: <InDays measure="lost_absence" about={about} value={totals.lost_absence} />,
          children: <Count measure="children" about={about} value={totals.children} />,
          count: totals.children,
          headline: <InDays measure="lost_headline" about={about} value={totals.lost_headline} />,
        })}
      </p>
      <p class="govuk-body">
        {rich('schools.one.links', {
          children: linkTo(urls.children({ urn: school.urn, year: account.year })),
          away: linkTo(urls.children({ urn: school.urn, year: account.year, away: 15 })),
          compared: linkTo(urls.schoolCompared(school.urn, { year: account.year })),
        })}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.paper(school.urn, { year: account.year })}>
          {t('paper.link')}
        </a>
      </p>
    </>
  );
}
