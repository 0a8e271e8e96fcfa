import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate, type AcademicYear, type Upn } from '#kernel';
import type { PackedSession } from '#lost-learning';
import { printed } from '../../charts/scale.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { Codes } from './states-table.tsx';

/** More than this is folded away: the page stays readable. */
const OPEN = 60;

/** One step down from a child: the sessions that count, by date, each with what decided it. */
export function SessionsBelow(props: {
  readonly sessions: readonly PackedSession[];
  readonly upn: Upn;
  readonly year: AcademicYear;
}): JSX.Element {
  const { sessions, upn, year } = props;
  const table = (
    <DataTable<PackedSession>
      id="sessions"
      caption={`The ${printed(sessions.length)} sessions that count`}
      captionSize="s"
      columns={[
        { heading: 'Day', cell: (one) => writtenDate(one.date) },
        { heading: 'Session', cell: (one) => (one.session === 'AM' ? 'Morning' : 'Afternoon') },
        { heading: 'State', cell: (one) => one.state.title },
        { heading: 'Code', cell: (one) => (one.cause === one.state.id ? '' : <Codes codes={[one.cause]} />) },
        { heading: 'What it says', cell: (one) => one.words },
      ]}
      rows={sessions}
      empty="No session counts."
    />
  );
  return (
    <>
      {sessions.length > OPEN
        ? govuk.details({
            summaryText: `Show the ${printed(sessions.length)} sessions that count`,
            html: htmlOf(table),
          })
        : table}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.child(upn, year)}>
          See this child’s whole year
        </a>
      </p>
    </>
  );
}
