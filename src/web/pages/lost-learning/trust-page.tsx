import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { dateText, rich, t } from '#language';
import type { Aggregates } from '#lost-learning';
import type { WebContext } from '../../context.ts';
import { Figures, linkTo, type Link } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Balance } from './balance.tsx';
import { ByCause, ByForm } from './causes.tsx';
import { Count, headlineFigures, InDays, type About } from './figures.tsx';
import { InsideSessions, type LateRow, type RemovalRow } from './inside-sessions.tsx';
import type { Account } from './looking.tsx';
import { listRateLines, RATES, readSchoolRates } from './rates.ts';
import { readRateChallenges } from './rate-replies.tsx';
import { RateTables } from './rate-tables.tsx';
import {
  findTotals,
  listCauses,
  listWeeks,
  ofSchools,
  readSchoolWeeks,
  type Totals,
  type Whose,
} from './read-account.ts';
import { listSchoolLines, SchoolTable } from './school-table.tsx';
import { readSameWeeks, SameWeeksPart } from './same-weeks.tsx';
import { SchoolWeeks, Trend } from './trend.tsx';
import { listTrusts, trustScope, type Trust } from './trusts.ts';
import { Years } from './years.tsx';

/** The own registers of one trust’s schools together, and its schools side by side; undefined where there is none. */
export async function findTrustPage(web: WebContext, account: Account, slug: string): Promise<JSX.Element | undefined> {
  const { aggregates, year, asOf, working } = account;
  const trust = (await listTrusts(aggregates, year)).find((one) => one.slug === slug);
  if (!trust) return undefined;
  const about: About = { scope: trustScope(trust.name), year };
  const urns = new Set(trust.schools.map(({ urn }) => urn));
  const whose: Extract<Whose, { readonly kind: 'trust' }> = { kind: 'trust', trust: trust.name, urns: [...urns] };
  const [totals, causes, weeks, schoolWeeks, removals, late, rates, lines, sameWeeks] = await Promise.all([
    findTotals(aggregates, year, whose),
    listCauses(aggregates, year, whose),
    listWeeks(aggregates, year, whose),
    readSchoolWeeks(aggregates, year),
    aggregates.rows<RemovalRow>('removal_kind', year, ...ofSchools(whose)),
    aggregates.rows<LateRow>('late', year, ...ofSchools(whose)),
    readSchoolRates(aggregates, year, asOf),
    listSchoolLines(aggregates, year),
    readSameWeeks(aggregates, year, whose),
  ]);
  const groups = [
    { label: trust.name, scope: about.scope, schools: trust.schools },
    ...trust.schools.map((school) => ({ label: school.name, scope: `school-${school.urn}`, schools: [school] })),
  ];
  const tables = await Promise.all(
    RATES.map(async (rate) => ({ rate, lines: await listRateLines(web, rates, rate, groups) })),
  );
  const challenges = await readRateChallenges(web, tables, about);
  return shell(web, {
    section: 'schools',
    title: trust.name,
    caption: t('trusts.one.caption', { count: trust.schools.length }),
    breadcrumbs: [
      { text: t('schools.title'), href: urls.schools(year) },
      { text: t('trusts.title'), href: urls.trusts(year) },
    ],
    working,
    children: (
      <>
        {totals ? (
          <Summary trust={trust} totals={totals} about={about} account={account} />
        ) : (
          <p class="govuk-body">{t('trusts.one.nothing', { trust: trust.name, year })}</p>
        )}
        <Years years={account.years} year={year} href={(one) => urls.trust(slug, one)} />
        {totals && (
          <>
            <Figures figures={headlineFigures(totals, about)} />
            <ByForm counts={totals} about={about} />
            <ByCause causes={causes} about={about} />
            <Trend weeks={weeks} about={about} asOf={asOf} />
            <SameWeeksPart weeks={sameWeeks} about={about} />
            <h2 class="govuk-heading-m">{t('trusts.one.balance')}</h2>
            <p class="govuk-body">{t('trusts.one.registers')}</p>
            <Balance counts={totals} about={about} />
            <InsideSessions removals={removals} late={late} about={about} />
          </>
        )}
        <h2 class="govuk-heading-m">{t('area.schools-part')}</h2>
        <p class="govuk-body">{rich('trusts.one.schools', { link: linkTo(urls.trustCsv(slug, year)) })}</p>
        <SchoolTable lines={lines.filter(({ urn }) => urns.has(urn))} year={year} />
        {totals && (
          <>
            <SchoolWeeks schools={trust.schools} weeks={schoolWeeks} about={about} asOf={asOf} />
            <h2 class="govuk-heading-m">{t('area.england')}</h2>
            <RateTables
              web={web}
              tables={tables}
              rates={rates}
              about={about}
              challenges={challenges}
              page={urls.trust(slug, year)}
            />
          </>
        )}
      </>
    ),
  });
}

/** The way from a school to its trust. */
export async function trustLink(aggregates: Aggregates, year: AcademicYear, name: string): Promise<Link> {
  const slug = (await listTrusts(aggregates, year)).find((trust) => trust.name === name)?.slug;
  return { text: name, href: slug === undefined ? urls.trusts(year) : urls.trust(slug, year) };
}

function Summary(props: {
  readonly trust: Trust;
  readonly totals: Totals;
  readonly about: About;
  readonly account: Account;
}): JSX.Element {
  const { trust, totals, about, account } = props;
  return (
    <p class="govuk-body-l">
      {rich('trusts.one.summary', {
        year: account.year,
        date: dateText(account.asOf),
        trust: trust.name,
        absence: <InDays measure="lost_absence" about={about} value={totals.lost_absence} />,
        children: <Count measure="children" about={about} value={totals.children} />,
        count: totals.children,
        headline: <InDays measure="lost_headline" about={about} value={totals.lost_headline} />,
      })}
    </p>
  );
}
