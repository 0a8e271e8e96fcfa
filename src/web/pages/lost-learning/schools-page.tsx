import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import type { WebContext } from '../../context.ts';
import { DataTable } from '../../layout/index.ts';
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
    title: wanted === undefined ? 'Schools' : wordsFor('phase', wanted),
    caption: web.area.name,
    working,
    children: (
      <>
        <p class="govuk-body-l">{`Each school’s own register for ${year} up to ${writtenDate(asOf)}, in order of name.`}</p>
        <p class="govuk-body">
          A child at two schools is in both registers, so these rows need not add up to the area’s total. Schools teach
          different children: a higher share here is a question to ask, not a mark.{' '}
          <a class="govuk-link" href={urls.schoolsCompared({ phase: wanted, year })}>
            See what each school’s own pupils would lead one to expect
          </a>
        </p>
        <Years years={account.years} year={year} href={(one) => urls.schools(one, wanted)} />
        <Phases phases={phases} wanted={wanted} account={account} />
        <SchoolTable lines={lines} account={account} />
        <p class="govuk-body">
          <a class="govuk-link" href={urls.table('ledger-by-school', year)}>
            Download the schools’ account (CSV)
          </a>
          {' or '}
          <a class="govuk-link" href={urls.table('absence-by-school', year)}>
            absence as the Department for Education counts it (CSV)
          </a>
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
    <nav aria-label="Kinds of school">
      <p class="govuk-body">
        {'Show: '}
        {item(undefined, 'All schools')}
        {phases.map((phase) => (
          <>
            {', '}
            {item(phase, wordsFor('phase', phase))}
          </>
        ))}
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
      caption="Schools by name"
      captionSize="s"
      columns={[
        {
          heading: 'School',
          cell: (line) => (
            <a class="govuk-link" href={urls.school(line.urn, year)}>
              {line.name}
            </a>
          ),
        },
        {
          heading: 'Phase',
          cell: (line) =>
            line.totals
              ? wordsFor('phase-of-one', line.phase)
              : `${wordsFor('phase-of-one', line.phase)}; no sessions this year`,
        },
        { heading: 'Children', numeric: true, cell: count('children') },
        { heading: 'Sessions lost to absence', numeric: true, cell: count('lost_absence') },
        { heading: 'Possible sessions', numeric: true, cell: count('possible') },
        {
          heading: 'Share lost',
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
        { heading: 'All learning lost', numeric: true, cell: count('lost_extended') },
        { heading: 'Registers not taken', numeric: true, cell: count('unmarked') },
      ]}
      rows={lines}
      empty="No school has come in yet."
    />
  );
}
