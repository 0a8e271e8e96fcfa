import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear, CalendarDate } from '#kernel';
import { dateText, rich, t } from '#language';
import type { Aggregates } from '#lost-learning';
import { nameInside, nameOfArea, type WebContext } from '../../context.ts';
import { Figures, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Balance } from './balance.tsx';
import { ByCause, ByForm } from './causes.tsx';
import { Count, headlineFigures, InDays, type About } from './figures.tsx';
import { GapOutcomes, readGapOutcomes } from './gap-outcomes.tsx';
import { GroupTables, readGroups } from './group-tables.tsx';
import type { Account } from './looking.tsx';
import { listRateLines, RATES, readSchoolRates, type RateGroup, type SchoolRates } from './rates.ts';
import { readRateChallenges } from './rate-replies.tsx';
import { RateTables } from './rate-tables.tsx';
import { findTotals, listCauses, listSchools, listWeeks, readSchoolWeeks, type Totals } from './read-account.ts';
import { readSameWeeks, SameWeeksPart } from './same-weeks.tsx';
import { SchoolWeeks, Trend } from './trend.tsx';
import { phaseOrder, wordsFor } from './words.ts';
import { Years } from './years.tsx';

const WHOSE = { kind: 'area' } as const;

type AreaSums = Awaited<ReturnType<typeof readArea>>;

async function readArea(aggregates: Aggregates, year: AcademicYear, asOf: CalendarDate) {
  const [totals, causes, weeks, schools, schoolWeeks, groups, gaps, rates, sameWeeks] = await Promise.all([
    findTotals(aggregates, year, WHOSE),
    listCauses(aggregates, year, WHOSE),
    listWeeks(aggregates, year, WHOSE),
    listSchools(aggregates, year),
    readSchoolWeeks(aggregates, year),
    readGroups(aggregates, year),
    readGapOutcomes(aggregates, year),
    readSchoolRates(aggregates, year, asOf),
    readSameWeeks(aggregates, year, WHOSE),
  ]);
  return { totals, causes, weeks, schools, schoolWeeks, groups, gaps, rates, sameWeeks };
}

const kept = new WeakMap<Aggregates, Map<AcademicYear, Promise<AreaSums>>>();

/** Aggregates never change while they are open (a new version is opened anew), so their sums are read once a year of account. */
function readOnce(aggregates: Aggregates, year: AcademicYear, asOf: CalendarDate): Promise<AreaSums> {
  const years = kept.get(aggregates) ?? new Map<AcademicYear, Promise<AreaSums>>();
  kept.set(aggregates, years);
  const found = years.get(year);
  if (found) return found;
  const reading = readArea(aggregates, year, asOf);
  years.set(year, reading);
  reading.catch(() => years.delete(year));
  return reading;
}

/** The area’s account of one year: where its children’s learning time went, and why. */
export async function areaPage(web: WebContext, account: Account): Promise<JSX.Element> {
  const { aggregates, year, asOf, working } = account;
  const about: About = { scope: 'area', year };
  const { totals, causes, weeks, schools, schoolWeeks, groups, gaps, rates, sameWeeks } = await readOnce(
    aggregates,
    year,
    asOf,
  );
  const rateGroups = areaGroups(web, rates);
  const tables = await Promise.all(
    RATES.map(async (rate) => ({ rate, lines: await listRateLines(web, rates, rate, rateGroups) })),
  );
  const challenges = await readRateChallenges(web, tables, about);
  return shell(web, {
    section: 'area',
    title: t('area.title', { year }),
    caption: nameOfArea(web.area),
    working,
    children: totals ? (
      <>
        <Summary web={web} account={account} totals={totals} about={about} />
        <Years years={account.years} year={year} href={urls.area} />
        <Figures figures={headlineFigures(totals, about)} />
        <Contents />
        <Part id="form">
          <ByForm counts={totals} about={about} />
        </Part>
        <Part id="cause">
          <ByCause causes={causes} about={about} csv withChildren />
        </Part>
        <Part id="weeks-part">
          <Trend weeks={weeks} about={about} asOf={asOf} csv />
          <SameWeeksPart weeks={sameWeeks} about={about} />
        </Part>
        <Part id="balance-part" heading={t('area.balance-part')}>
          <Balance counts={totals} about={about} />
          <GapOutcomes gaps={gaps} about={about} />
        </Part>
        <Part id="schools-part" heading={t('area.schools-part')}>
          <p class="govuk-body">
            {rich('area.schools.text', {
              all: linkTo(urls.schools(year)),
              csv: linkTo(urls.table('ledger-by-school', year)),
            })}
          </p>
          <SchoolWeeks schools={schools} weeks={schoolWeeks} about={about} asOf={asOf} />
        </Part>
        <Part id="england" heading={t('area.england')}>
          <RateTables web={web} tables={tables} rates={rates} about={about} challenges={challenges} />
        </Part>
        <Part id="groups" heading={t('area.groups')}>
          <p class="govuk-body">{t('area.groups.text')}</p>
          <GroupTables groups={groups} about={about} />
        </Part>
      </>
    ) : (
      <p class="govuk-body">{t('area.nothing-yet', { year })}</p>
    ),
  });
}

const CONTENTS = ['form', 'cause', 'weeks-part', 'balance-part', 'schools-part', 'england', 'groups'] as const;

function Contents(): JSX.Element {
  return (
    <nav aria-label={t('area.on-this-page')}>
      <ul class="govuk-list">
        {CONTENTS.map((id) => (
          <li>
            <a class="govuk-link" href={`#${id}`}>
              {t(`area.${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Part(props: {
  readonly id: (typeof CONTENTS)[number];
  readonly heading?: string;
  readonly children?: Child;
}): JSX.Element {
  return (
    <div id={props.id}>
      {props.heading !== undefined && <h2 class="govuk-heading-m">{props.heading}</h2>}
      {props.children}
    </div>
  );
}

function Summary(props: {
  readonly web: WebContext;
  readonly account: Account;
  readonly totals: Totals;
  readonly about: About;
}): JSX.Element {
  const { web, account, totals, about } = props;
  const { year, asOf } = account;
  return (
    <p class="govuk-body-l">
      {rich('area.summary', {
        year,
        date: dateText(asOf),
        children: <Count measure="children" about={about} value={totals.children} />,
        count: totals.children,
        area: nameInside(web.area),
        extended: <InDays measure="lost_extended" about={about} value={totals.lost_extended} />,
        absence: <InDays measure="lost_absence" about={about} value={totals.lost_absence} />,
        headline: <InDays measure="lost_headline" about={about} value={totals.lost_headline} />,
        offRoll: <InDays measure="off_roll" about={about} value={totals.off_roll} />,
      })}
    </p>
  );
}

function areaGroups(web: WebContext, rates: SchoolRates): readonly RateGroup[] {
  const phases = phaseOrder.filter((phase) => rates.schools.some((school) => school.phase === phase));
  const all: RateGroup = {
    label: t('area.all-schools', { area: nameInside(web.area) }),
    scope: 'area',
    schools: rates.schools,
  };
  if (phases.length < 2) return [all];
  // DfE's total has no alternative provision in it: without this line an area that has some could compare nothing whole.
  const asDfe: RateGroup = {
    label: t('area.all-but-ap'),
    note: t('area.all-but-ap.note'),
    scope: 'phase-all-but-alternative-provision',
    schools: rates.schools.filter((school) => school.phase !== 'alternative-provision'),
  };
  return [
    all,
    ...(phases.includes('alternative-provision') ? [asDfe] : []),
    ...phases.map((phase) => ({
      label: wordsFor('phase', phase),
      scope: `phase-${phase}`,
      schools: rates.schools.filter((school) => school.phase === phase),
    })),
  ];
}
