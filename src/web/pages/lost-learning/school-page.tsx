import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { DataTable, Figures, linkTo } from '../../layout/index.ts';
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
    caption: t('schools.one.caption', { phase: wordsFor('phase-of-one', school.phase), urn: String(urn) }),
    breadcrumbs: [{ text: t('schools.title'), href: urls.schools(year) }],
    working,
    children: totals ? (
      <>
        <Summary school={school} totals={totals} about={about} account={account} />
        <Years years={account.years} year={year} href={(one) => urls.school(urn, one)} />
        <Figures figures={headlineFigures(totals, about)} />
        <ByForm counts={totals} about={about} />
        <ByCause causes={causes} about={about} withChildren />
        <Trend weeks={weeks} about={about} asOf={asOf} />
        <h2 class="govuk-heading-m">{t('schools.one.balances')}</h2>
        <p class="govuk-body">{t('schools.one.register')}</p>
        <Balance counts={totals} about={about} />
        <InsideSessions removals={removals} late={late[0]} about={about} />
        <GroupTable
          by="year-group"
          rows={inOrder(yearGroups.map((row) => ({ ...row, group: String(row.year_group ?? '') })))}
          about={about}
        />
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
            words: t('child.inside.late'),
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
      <h2 class="govuk-heading-m">{t('schools.one.inside')}</h2>
      <DataTable<Line>
        id="inside"
        caption={t('schools.one.inside.caption')}
        captionSize="s"
        columns={[
          { heading: t('schools.one.inside.how'), cell: (row) => row.words },
          {
            heading: t('schools.one.inside.times'),
            numeric: true,
            cell: (row) => <Count measure={row.timesAs} about={about} value={row.times} label={row.words} />,
          },
          {
            heading: t('schools.children'),
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
            heading: t('schools.one.inside.minutes'),
            numeric: true,
            cell: (row) => <Count measure={row.minutesAs} about={about} value={row.minutes} label={row.words} />,
          },
        ]}
        rows={lines}
        empty={t('schools.one.inside.none')}
      />
      {lines.length > 0 && <p class="govuk-body">{t('schools.one.inside.at-most')}</p>}
    </>
  );
}
