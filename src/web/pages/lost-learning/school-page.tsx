import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import { t } from '#language';
import type { WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { DataTable, Figures } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Balance } from './balance.tsx';
import { ByCause, ByForm } from './causes.tsx';
import { Beside, Count, headlineFigures, InDays, type About } from './figures.tsx';
import { GroupTable, inOrder } from './group-tables.tsx';
import type { Account } from './looking.tsx';
import { listRateLines, RATES, readSchoolRates } from './rates.ts';
import { readRateChallenges } from './rate-replies.tsx';
import { RateTables } from './rate-tables.tsx';
import { findTotals, listCauses, listSchools, listWeeks, type SchoolRow, type Totals } from './read-account.ts';
import { Trend } from './trend.tsx';
import { wordsFor } from './words.ts';
import { Years } from './years.tsx';

type RemovalRow = {
  readonly kind: string;
  readonly removals: number;
  readonly children: number;
  readonly minutes: number;
};
type LateRow = { readonly sessions: number; readonly children: number; readonly minutes: number };

/** One school’s own register; undefined where the area has no such school. */
export async function findSchoolPage(web: WebContext, account: Account, urn: number): Promise<JSX.Element | undefined> {
  const { aggregates, year, asOf, working } = account;
  const school = (await listSchools(aggregates, year)).find((one) => one.urn === urn);
  if (!school) return undefined;
  const about: About = { scope: `school-${urn}`, year };
  const whose = { kind: 'school', urn } as const;
  const here = ['urn = $urn', { urn }] as const;
  const [totals, causes, weeks, yearGroups, removals, late, rates] = await Promise.all([
    findTotals(aggregates, year, whose),
    listCauses(aggregates, year, whose),
    listWeeks(aggregates, year, whose),
    aggregates.rows<Totals & { readonly year_group: number | null }>('year_group_school', year, ...here),
    aggregates.rows<RemovalRow>('removal_kind', year, ...here),
    aggregates.rows<LateRow>('late', year, ...here),
    readSchoolRates(aggregates, year, asOf),
  ]);
  const groups = [{ label: school.name, scope: about.scope, schools: [school] }];
  const tables = await Promise.all(
    RATES.map(async (rate) => ({ rate, lines: await listRateLines(web, rates, rate, groups) })),
  );
  const challenges = await readRateChallenges(web, tables, about);
  return shell(web, {
    section: 'schools',
    title: school.name,
    caption: `${wordsFor('phase-of-one', school.phase)}, URN ${urn}`,
    breadcrumbs: [{ text: 'Schools', href: urls.schools(year) }],
    working,
    children: totals ? (
      <>
        <Summary school={school} totals={totals} about={about} account={account} />
        <Years years={account.years} year={year} href={(one) => urls.school(urn, one)} />
        <Figures figures={headlineFigures(totals, about)} />
        <ByForm counts={totals} about={about} />
        <ByCause causes={causes} about={about} withChildren />
        <Trend weeks={weeks} about={about} asOf={asOf} />
        <h2 class="govuk-heading-m">The register balances</h2>
        <p class="govuk-body">
          This is the school’s own register: sessions it opens while a child is on its roll, by its own marks. Time on
          no roll goes to the school last left.
        </p>
        <Balance counts={totals} about={about} />
        <InsideSessions removals={removals} late={late[0]} about={about} />
        <GroupTable
          by="year-group"
          heading="Year group"
          rows={inOrder(yearGroups.map((row) => ({ ...row, group: String(row.year_group ?? '') })))}
          about={about}
        />
        <h2 class="govuk-heading-m">Beside England</h2>
        <RateTables web={web} tables={tables} rates={rates} about={about} challenges={challenges} />
      </>
    ) : (
      <>
        <p class="govuk-body">{`${school.name} has no session in the account of ${year}: no child was on its roll on a day it opened.`}</p>
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
        {`In ${account.year} up to ${writtenDate(account.asOf)}, the register of ${school.name} shows `}
        <InDays measure="lost_absence" about={about} value={totals.lost_absence} />
        {' lost to absence by '}
        <Count measure="children" about={about} value={totals.children} />
        {` ${totals.children === 1 ? 'child' : 'children'}, of which `}
        <InDays measure="lost_headline" about={about} value={totals.lost_headline} />
        {' to suspension and unauthorised absence.'}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.children({ urn: school.urn, year: account.year })}>
          See the children of this school
        </a>
        {' or '}
        <a class="govuk-link" href={urls.children({ urn: school.urn, year: account.year, away: 15 })}>
          those away for three weeks or more in a row
        </a>
        {', or '}
        <a class="govuk-link" href={urls.schoolCompared(school.urn, { year: account.year })}>
          see what its own pupils would lead one to expect
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.paper(school.urn, { year: account.year })}>
          {t('paper.link')}
        </a>
      </p>
    </>
  );
}

/** Time lost inside sessions that were attended, by how it was lost. */
function InsideSessions(props: {
  readonly removals: readonly RemovalRow[];
  readonly late: LateRow | undefined;
  readonly about: About;
}): JSX.Element {
  const { removals, late, about } = props;
  type Line = {
    readonly words: string;
    readonly timesAs: string;
    readonly minutesAs: string;
    readonly times: number;
    readonly children: number;
    readonly minutes: number;
  };
  const lines: readonly Line[] = [
    ...removals.map((row) => ({
      words: wordsFor('removal', row.kind),
      timesAs: `removals-${row.kind}`,
      minutesAs: `minutes-${row.kind}`,
      times: row.removals,
      children: row.children,
      minutes: row.minutes,
    })),
    ...(late
      ? [
          {
            words: 'Arrived late, code L',
            timesAs: 'late-sessions',
            minutesAs: 'late-minutes',
            times: late.sessions,
            children: late.children,
            minutes: late.minutes,
          },
        ]
      : []),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">Inside sessions</h2>
      <DataTable<Line>
        id="inside"
        caption="Minutes recorded, by how they were lost"
        captionSize="s"
        columns={[
          { heading: 'How', cell: (row) => row.words },
          {
            heading: 'Times',
            numeric: true,
            cell: (row) => <Count measure={row.timesAs} about={about} value={row.times} label={row.words} />,
          },
          {
            heading: 'Children',
            numeric: true,
            cell: (row) => (
              <Beside
                measure={row.timesAs}
                about={about}
                way="children"
                text={printed(row.children)}
                label={row.words}
              />
            ),
          },
          {
            heading: 'Minutes recorded',
            numeric: true,
            cell: (row) => <Count measure={row.minutesAs} about={about} value={row.minutes} label={row.words} />,
          },
        ]}
        rows={lines}
        empty="This school has sent no removals and no minutes late. That they are not recorded does not mean that none happened."
      />
      {lines.length > 0 && (
        <p class="govuk-body">
          The account counts at most 180 minutes a session, and only in sessions attended, so its total can be smaller
          than these rows together.
        </p>
      )}
    </>
  );
}
