import { sql } from 'kysely';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Tx } from '#access';
import { startYear, type AcademicYear, type CalendarDate } from '#kernel';
import { dateText, t } from '#language';
import { DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { nameOf } from '../lost-learning/read-children.ts';
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
        caption={t('below.gaps')}
        captionSize="s"
        columns={[
          {
            heading: t('below.child'),
            cell: (line) => (
              <a class="govuk-link" href={`${urls.child(line.upn, year)}#rolls`}>
                {nameOf(line)}
              </a>
            ),
          },
          { heading: t('below.gaps.from'), cell: (line) => dateText(line.first_day) },
          {
            heading: t('below.gaps.arrived'),
            cell: (line) => (line.next_entry === null ? t('below.gaps.not-known') : dateText(line.next_entry)),
          },
        ]}
        rows={lines.slice(0, LIMIT)}
        empty={t('below.gaps.none')}
      />
      {lines.length > LIMIT && (
        <p class="govuk-body">{t('below.gaps.first', { shown: String(LIMIT), times: String(lines.length) })}</p>
      )}
      {other > 0 && <p class="govuk-body">{t('below.gaps.other', { count: other })}</p>}
    </>
  );
}
