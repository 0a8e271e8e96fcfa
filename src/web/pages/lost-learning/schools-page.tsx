import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, rich, t } from '#language';
import { nameOfArea, type WebContext } from '../../context.ts';
import { DataTable, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Count, Share, type About } from './figures.tsx';
import type { Account } from './looking.tsx';
import { listSchools, type SchoolRow, type SchoolTotals } from './read-account.ts';
import { phaseOrder, wordsFor } from './words.ts';
import { Years } from './years.tsx';

type Line = SchoolRow & { readonly totals: SchoolTotals | undefined };

/** Schools in order of name; `phase` narrows the list. */
export async function schoolsPage(web: WebContext, account: Account, phase: string): Promise<JSX.Element> {
  const { aggregates, year, asOf, working } = account;
  const [schools, totals] = await Promise.all([
    listSchools(aggregates, year),
    aggregates.rows<SchoolTotals>('ledger_school', year),
  ]);
  const byUrn = new Map(totals.map((row) => [row.urn, row]));
  const phases = phaseOrder.filter((one) => schools.some((school) => school.phase === one));
  const wanted = phases.includes(phase) ? phase : undefined;
  const lines: readonly Line[] = schools
    .filter((school) => wanted === undefined || school.phase === wanted)
    .map((school) => ({ ...school, totals: byUrn.get(String(school.urn)) }));
  return shell(web, {
    section: 'schools',
    title: wanted === undefined ? t('schools.title') : wordsFor('phase', wanted),
    caption: nameOfArea(web.area),
    working,
    children: (
      <>
        <p class="govuk-body-l">{t('schools.lead', { year, date: dateText(asOf) })}</p>
        <p class="govuk-body">
          {rich('schools.text', { link: linkTo(urls.schoolsCompared({ phase: wanted, year })) })}
        </p>
        <Years years={account.years} year={year} href={(one) => urls.schools(one, wanted)} />
        <Phases phases={phases} wanted={wanted} account={account} />
        <SchoolTable lines={lines} account={account} />
        <p class="govuk-body">
          {rich('schools.downloads', {
            ledger: linkTo(urls.table('ledger-by-school', year)),
            absence: linkTo(urls.table('absence-by-school', year)),
          })}
        </p>
      </>
    ),
  });
}

function Phases(props: {
  readonly phases: readonly string[];
  readonly wanted: string | undefined;
  readonly account: Account;
}): JSX.Element | null {
  const { phases, wanted, account } = props;
  if (phases.length < 2) return null;
  const item = (phase: string | undefined, text: string): JSX.Element =>
    phase === wanted ? (
      <strong>{text}</strong>
    ) : (
      <a class="govuk-link" href={urls.schools(account.year, phase)}>
        {text}
      </a>
    );
  return (
    <nav aria-label={t('schools.kinds')}>
      <p class="govuk-body">
        {rich('schools.show', {
          kinds: (
            <>
              {item(undefined, t('schools.all'))}
              {phases.map((phase) => (
                <>
                  {', '}
                  {item(phase, wordsFor('phase', phase))}
                </>
              ))}
            </>
          ),
        })}
      </p>
    </nav>
  );
}

function SchoolTable({ lines, account }: { readonly lines: readonly Line[]; readonly account: Account }): JSX.Element {
  const { year } = account;
  const about = (line: Line): About => ({ scope: `school-${line.urn}`, year });
  const count = (measure: 'children' | 'lost_absence' | 'possible' | 'lost_extended' | 'unmarked') => (line: Line) =>
    line.totals ? <Count measure={measure} about={about(line)} value={line.totals[measure]} /> : '';
  return (
    <DataTable<Line>
      id="schools"
      caption={t('schools.caption')}
      captionSize="s"
      columns={[
        {
          heading: t('schools.school'),
          cell: (line) => (
            <a class="govuk-link" href={urls.school(line.urn, year)}>
              <bdi>{line.name}</bdi>
            </a>
          ),
        },
        {
          heading: t('schools.phase'),
          cell: (line) =>
            line.totals
              ? wordsFor('phase-of-one', line.phase)
              : t('schools.no-sessions-phase', { phase: wordsFor('phase-of-one', line.phase) }),
        },
        { heading: t('schools.children'), numeric: true, cell: count('children') },
        { heading: t('schools.lost-absence'), numeric: true, cell: count('lost_absence') },
        { heading: t('schools.possible'), numeric: true, cell: count('possible') },
        {
          heading: t('schools.share'),
          numeric: true,
          cell: (line) =>
            line.totals ? (
              <Share
                measure="absence_rate"
                about={about(line)}
                numerator={line.totals.lost_absence}
                denominator={line.totals.possible}
              />
            ) : (
              ''
            ),
        },
        { heading: t('schools.lost'), numeric: true, cell: count('lost_extended') },
        { heading: t('schools.unmarked'), numeric: true, cell: count('unmarked') },
      ]}
      rows={lines}
      empty={t('schools.none')}
    />
  );
}
