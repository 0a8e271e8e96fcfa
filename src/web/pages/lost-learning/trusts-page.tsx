import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, rich, t } from '#language';
import { nameOfArea, type WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { DataTable, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Count, Share, type About } from './figures.tsx';
import type { Account } from './looking.tsx';
import { reachesSchool, type Reach } from './reach.ts';
import { listSchools, type Totals } from './read-account.ts';
import { listTrusts, trustScope, type Trust } from './trusts.ts';
import { Years } from './years.tsx';

type Line = Trust & { readonly totals: Totals | undefined };

/** Trusts of which every school may be seen, in order of name, each with the own registers of its schools together. */
export async function trustsPage(web: WebContext, account: Account, reach: Reach): Promise<JSX.Element> {
  const { aggregates, year, asOf, working } = account;
  const [trusts, totals, schools] = await Promise.all([
    listTrusts(aggregates, year),
    aggregates.rows<Totals & { readonly trust: string }>('ledger_trust', year),
    listSchools(aggregates, year),
  ]);
  const seen = trusts.filter(({ schools: own }) => own.every(({ urn }) => reachesSchool(reach, urn)));
  const lines = seen.map((trust) => ({ ...trust, totals: totals.find((row) => row.trust === trust.name) }));
  const whole = reach.kind === 'area';
  const others = whole ? schools.filter((school) => (school.trust ?? '') === '').length : 0;
  return shell(web, {
    section: 'schools',
    title: t('trusts.title'),
    caption: nameOfArea(web.area),
    breadcrumbs: [{ text: t('schools.title'), href: urls.schools(year) }],
    working,
    children: (
      <>
        <Years years={account.years} year={year} href={(one) => urls.trusts(one)} />
        {lines.length === 0 ? (
          <p class="govuk-body">{t('trusts.none')}</p>
        ) : (
          <>
            <p class="govuk-body-l">{t('trusts.lead', { year, date: dateText(asOf) })}</p>
            <p class="govuk-body">{t('trusts.text')}</p>
            <TrustTable lines={lines} account={account} />
            {others > 0 && <p class="govuk-body">{t('trusts.in-none', { count: others })}</p>}
            {whole && (
              <p class="govuk-body">
                {rich('trusts.downloads', {
                  ledger: linkTo(urls.table('ledger-by-trust', year)),
                  absence: linkTo(urls.table('absence-by-trust', year)),
                })}
              </p>
            )}
          </>
        )}
      </>
    ),
  });
}

function TrustTable({ lines, account }: { readonly lines: readonly Line[]; readonly account: Account }): JSX.Element {
  const { year } = account;
  const about = (line: Line): About => ({ scope: trustScope(line.name), year });
  const count = (measure: 'children' | 'lost_absence' | 'possible' | 'lost_extended' | 'unmarked') => (line: Line) =>
    line.totals ? (
      <Count measure={measure} about={about(line)} value={line.totals[measure]} />
    ) : (
      t('trusts.no-sessions')
    );
  return (
    <DataTable<Line>
      id="trusts"
      caption={t('trusts.caption')}
      captionSize="s"
      columns={[
        {
          heading: t('trusts.trust'),
          cell: (line) => (
            <a class="govuk-link" href={urls.trust(line.slug, year)}>
              <bdi>{line.name}</bdi>
            </a>
          ),
        },
        { heading: t('schools.title'), numeric: true, cell: (line) => printed(line.schools.length) },
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
    />
  );
}
