import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, rich, t } from '#language';
import { nameOfArea, type WebContext } from '../../context.ts';
import { InEnglish, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Account } from './looking.tsx';
import { listSchoolLines, SchoolTable } from './school-table.tsx';
import { phaseOrder, wordsFor } from './words.ts';
import { Years } from './years.tsx';

/** Schools in order of name; `phase` narrows the list. */
export async function schoolsPage(web: WebContext, account: Account, phase: string): Promise<JSX.Element> {
  const { aggregates, year, asOf, working } = account;
  const schools = await listSchoolLines(aggregates, year);
  const phases = phaseOrder.filter((one) => schools.some((school) => school.phase === one));
  const wanted = phases.includes(phase) ? phase : undefined;
  const lines = schools.filter((school) => wanted === undefined || school.phase === wanted);
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
        <SchoolTable lines={lines} year={year} />
        <p class="govuk-body">
          {rich('schools.downloads', {
            ledger: linkTo(urls.table('ledger-by-school', year)),
            absence: linkTo(urls.table('absence-by-school', year)),
          })}
        </p>
        <InEnglish block>
          <GroupedDownloads year={year} />
        </InEnglish>
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

/** The same tables of schools together: by phase and by trust. */
function GroupedDownloads({ year }: { readonly year: Account['year'] }): JSX.Element {
  const table = (name: string, text: string): JSX.Element => (
    <a class="govuk-link" href={urls.table(name, year)}>
      {text}
    </a>
  );
  return (
    <p class="govuk-body">
      {'By phase: '}
      {table('ledger-by-phase', 'the account by phase (CSV)')}
      {' or '}
      {table('absence-by-phase', 'absence by phase (CSV)')}
      {'. By trust: '}
      {table('ledger-by-trust', 'the account by trust (CSV)')}
      {' or '}
      {table('absence-by-trust', 'absence by trust (CSV)')}
      {'. '}
      <a class="govuk-link" href={urls.trusts(year)}>
        See each trust
      </a>
    </p>
  );
}
