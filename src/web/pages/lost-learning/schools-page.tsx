import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, rich, t } from '#language';
import { nameOfArea, type WebContext } from '../../context.ts';
import { linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Account } from './looking.tsx';
import { reachesSchool, type Reach } from './reach.ts';
import { listSchoolLines, SchoolTable } from './school-table.tsx';
import { phaseOrder, wordsFor } from './words.ts';
import { Years } from './years.tsx';

/** Schools that may be seen, in order of name; `phase` narrows the list. */
export async function schoolsPage(
  web: WebContext,
  account: Account,
  phase: string,
  reach: Reach,
): Promise<JSX.Element> {
  const { aggregates, year, asOf, working } = account;
  const schools = (await listSchoolLines(aggregates, year)).filter(({ urn }) => reachesSchool(reach, urn));
  const phases = phaseOrder.filter((one) => schools.some((school) => school.phase === one));
  const wanted = phases.includes(phase) ? phase : undefined;
  // What is of all schools, or compares them, is for who works for the area.
  const whole = reach.kind === 'area';
  const lines = schools.filter((school) => wanted === undefined || school.phase === wanted);
  return shell(web, {
    section: 'schools',
    title: wanted === undefined ? t('schools.title') : wordsFor('phase', wanted),
    caption: nameOfArea(web.area),
    working,
    children: (
      <>
        <p class="govuk-body-l">{t('schools.lead', { year, date: dateText(asOf) })}</p>
        {whole && (
          <p class="govuk-body">
            {rich('schools.text', { link: linkTo(urls.schoolsCompared({ phase: wanted, year })) })}
          </p>
        )}
        <Years years={account.years} year={year} href={(one) => urls.schools(one, wanted)} />
        <Phases phases={phases} wanted={wanted} account={account} />
        <SchoolTable lines={lines} year={year} />
        {whole && (
          <>
            <p class="govuk-body">
              {rich('schools.downloads', {
                ledger: linkTo(urls.table('ledger-by-school', year)),
                absence: linkTo(urls.table('absence-by-school', year)),
              })}
            </p>
            <p class="govuk-body">
              {rich('schools.grouped', {
                phase: linkTo(urls.table('ledger-by-phase', year)),
                phaseAbsence: linkTo(urls.table('absence-by-phase', year)),
                trust: linkTo(urls.table('ledger-by-trust', year)),
                trustAbsence: linkTo(urls.table('absence-by-trust', year)),
                each: linkTo(urls.trusts(year)),
              })}
            </p>
          </>
        )}
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
