import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate, type AcademicYear } from '#kernel';
import type { Aggregates } from '#lost-learning';
import type { WebContext } from '../../context.ts';
import { Figures, type Link } from '../../layout/index.ts';
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
    caption:
      trust.schools.length === 1 ? 'A trust with 1 school here' : `A trust with ${trust.schools.length} schools here`,
    breadcrumbs: [
      { text: 'Schools', href: urls.schools(year) },
      { text: 'Trusts', href: urls.trusts(year) },
    ],
    working,
    children: (
      <>
        {totals ? (
          <Summary trust={trust} totals={totals} about={about} account={account} />
        ) : (
          <p class="govuk-body">{`The schools of ${trust.name} have no session in the account of ${year}.`}</p>
        )}
        <Years years={account.years} year={year} href={(one) => urls.trust(slug, one)} />
        {totals && (
          <>
            <Figures figures={headlineFigures(totals, about)} />
            <ByForm counts={totals} about={about} />
            <ByCause causes={causes} about={about} />
            <Trend weeks={weeks} about={about} asOf={asOf} />
            <SameWeeksPart weeks={sameWeeks} about={about} />
            <h2 class="govuk-heading-m">The registers balance</h2>
            <p class="govuk-body">
              These are the schools’ own registers added up: sessions each opens while a child is on its roll, by its
              own marks. A child at two of the schools is in both. Time on no roll goes to the school last left.
            </p>
            <Balance counts={totals} about={about} />
            <InsideSessions removals={removals} late={late} about={about} />
          </>
        )}
        <h2 class="govuk-heading-m">School by school</h2>
        <p class="govuk-body">
          {'In order of name. Schools teach different children: a higher share here is a question to ask, not a mark. '}
          <a class="govuk-link" href={urls.trustCsv(slug, year)}>
            Download the schools of this trust (CSV)
          </a>
        </p>
        <SchoolTable lines={lines.filter(({ urn }) => urns.has(urn))} year={year} />
        {totals && (
          <>
            <SchoolWeeks schools={trust.schools} weeks={schoolWeeks} about={about} asOf={asOf} />
            <h2 class="govuk-heading-m">Beside England</h2>
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
      {`In ${account.year} up to ${writtenDate(account.asOf)}, the registers of ${trust.name} show `}
      <InDays measure="lost_absence" about={about} value={totals.lost_absence} />
      {' lost to absence by '}
      <Count measure="children" about={about} value={totals.children} />
      {` ${totals.children === 1 ? 'child' : 'children'}, of which `}
      <InDays measure="lost_headline" about={about} value={totals.lost_headline} />
      {' to suspension and unauthorised absence.'}
    </p>
  );
}
