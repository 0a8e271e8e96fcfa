import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import type { WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Count, Share, type About } from './figures.tsx';
import type { Account } from './looking.tsx';
import { listSchools, type Totals } from './read-account.ts';
import { listTrusts, trustScope, type Trust } from './trusts.ts';
import { Years } from './years.tsx';

type Line = Trust & { readonly totals: Totals | undefined };

/** Trusts in order of name, each with the own registers of its schools together. */
export async function trustsPage(web: WebContext, account: Account): Promise<JSX.Element> {
  const { aggregates, year, asOf, working } = account;
  const [trusts, totals, schools] = await Promise.all([
    listTrusts(aggregates, year),
    aggregates.rows<Totals & { readonly trust: string }>('ledger_trust', year),
    listSchools(aggregates, year),
  ]);
  const lines = trusts.map((trust) => ({ ...trust, totals: totals.find((row) => row.trust === trust.name) }));
  const others = schools.filter((school) => (school.trust ?? '') === '').length;
  return shell(web, {
    section: 'schools',
    title: 'Trusts',
    caption: web.area.name,
    breadcrumbs: [{ text: 'Schools', href: urls.schools(year) }],
    working,
    children: (
      <>
        <Years years={account.years} year={year} href={(one) => urls.trusts(one)} />
        {lines.length === 0 ? (
          <p class="govuk-body">
            No school of this area is in a trust. A school’s trust is the column trust of schools.csv.
          </p>
        ) : (
          <>
            <p class="govuk-body-l">{`The own registers of each trust’s schools for ${year} up to ${writtenDate(asOf)}, in order of name.`}</p>
            <p class="govuk-body">
              Trusts run different schools, which teach different children: a higher share here is a question to ask,
              not a mark.
            </p>
            <TrustTable lines={lines} account={account} />
            {others > 0 && (
              <p class="govuk-body">{`${others === 1 ? '1 school is' : `${printed(others)} schools are`} in no trust, and not among these.`}</p>
            )}
            <p class="govuk-body">
              <a class="govuk-link" href={urls.table('ledger-by-trust', year)}>
                Download the trusts’ account (CSV)
              </a>
              {' or '}
              <a class="govuk-link" href={urls.table('absence-by-trust', year)}>
                absence as the Department for Education counts it (CSV)
              </a>
            </p>
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
      'no sessions this year'
    );
  return (
    <DataTable<Line>
      id="trusts"
      caption="Trusts by name"
      captionSize="s"
      columns={[
        {
          heading: 'Trust',
          cell: (line) => (
            <a class="govuk-link" href={urls.trust(line.slug, year)}>
              {line.name}
            </a>
          ),
        },
        { heading: 'Schools', numeric: true, cell: (line) => printed(line.schools.length) },
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
    />
  );
}
