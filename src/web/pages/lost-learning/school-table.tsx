import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import type { Aggregates } from '#lost-learning';
import { t } from '#language';
import { DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { Count, Share, type About } from './figures.tsx';
import { listSchools, type SchoolRow, type SchoolTotals } from './read-account.ts';
import { wordsFor } from './words.ts';

export type SchoolLine = SchoolRow & { readonly totals: SchoolTotals | undefined };

/** Every school with its own register’s totals, in order of name. */
export async function listSchoolLines(aggregates: Aggregates, year: AcademicYear): Promise<readonly SchoolLine[]> {
  const [schools, totals] = await Promise.all([
    listSchools(aggregates, year),
    aggregates.rows<SchoolTotals>('ledger_school', year),
  ]);
  const byUrn = new Map(totals.map((row) => [row.urn, row]));
  return schools.map((school) => ({ ...school, totals: byUrn.get(String(school.urn)) }));
}

/** Each school’s own register, by name: side by side, never in order of a figure. */
export function SchoolTable(props: {
  readonly lines: readonly SchoolLine[];
  readonly year: AcademicYear;
}): JSX.Element {
  const { lines, year } = props;
  const about = (line: SchoolLine): About => ({ scope: `school-${line.urn}`, year });
  const count =
    (measure: 'children' | 'lost_absence' | 'possible' | 'lost_extended' | 'unmarked') => (line: SchoolLine) =>
      line.totals ? <Count measure={measure} about={about(line)} value={line.totals[measure]} /> : '';
  return (
    <DataTable<SchoolLine>
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
