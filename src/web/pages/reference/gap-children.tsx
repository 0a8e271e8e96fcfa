import { sql } from 'kysely';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { startYear, writtenDate, type AcademicYear, type CalendarDate } from '#kernel';
import { DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import type { Tx } from '../lost-learning/read-children.ts';
import type { From } from './measure.ts';

type GapLine = {
  readonly upn: string;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly first_day: CalendarDate;
  readonly next_entry: CalendarDate | null;
};

const LIMIT = 100;

/** The children behind a count of times on no roll, of those with a session in the year’s account. */
export async function findGapLines(
  tx: Tx,
  { outcome, arrived }: Extract<From, { kind: 'gap' }>,
  year: AcademicYear,
  asOf: CalendarDate,
): Promise<readonly GapLine[]> {
  const [first, last] = [`${startYear(year)}-09-01`, `${startYear(year) + 1}-08-31`];
  const { rows } = await sql<GapLine>`
    select upn, given_name, family_name, gap ->> 'first_day' as first_day, gap ->> 'next_entry' as next_entry
    from account.child_year, jsonb_array_elements(facts -> 'gaps') as gap
    where academic_year = ${year} and gap ->> 'outcome' = ${outcome}
      and (gap ->> 'next_entry' is not null) = ${arrived}
      and gap ->> 'first_day' <= ${asOf} and coalesce(gap ->> 'next_entry', ${last}) >= ${first}
    order by lower(family_name), lower(given_name), upn, first_day`.execute(tx);
  return rows;
}

/** One step down from times on no roll: the children, and from when to when. */
export function GapLines(props: {
  readonly lines: readonly GapLine[];
  readonly times: number;
  readonly year: AcademicYear;
}): JSX.Element {
  const { lines, times, year } = props;
  const other = times - lines.length;
  return (
    <>
      <DataTable<GapLine>
        id="gaps"
        caption="Child by child, by name"
        captionSize="s"
        columns={[
          {
            heading: 'Child',
            cell: (line) => (
              <a class="govuk-link" href={`${urls.child(line.upn, year)}#rolls`}>
                {[line.given_name, line.family_name].filter(Boolean).join(' ') || `Child ${line.upn}`}
              </a>
            ),
          },
          { heading: 'On no roll from', cell: (line) => writtenDate(line.first_day) },
          {
            heading: 'Arrived at a school',
            cell: (line) => (line.next_entry === null ? 'Not that is known' : writtenDate(line.next_entry)),
          },
        ]}
        rows={lines.slice(0, LIMIT)}
        empty="No child with a session in this year’s account is among them."
      />
      {lines.length > LIMIT && (
        <p class="govuk-body">{`The first ${LIMIT} of ${lines.length} times are here, by name of child.`}</p>
      )}
      {other > 0 && (
        <p class="govuk-body">
          {`${other === 1 ? '1 more is' : `${other.toLocaleString('en-GB')} more are`} of children who have no session in this year’s account: they left in an earlier year, or are past school age.`}
        </p>
      )}
    </>
  );
}
