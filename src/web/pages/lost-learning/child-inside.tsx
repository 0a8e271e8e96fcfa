import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate, type CalendarDate } from '#kernel';
import type { PackedSession } from '#lost-learning';
import { printed } from '../../charts/scale.ts';
import { DataTable } from '../../layout/index.ts';
import { schoolName, type SchoolNames } from './child-story.ts';
import { Count, type About } from './figures.tsx';
import { groupedBy } from './read-account.ts';
import type { Child } from './read-children.ts';
import { listText, sessionsText, wordsFor } from './words.ts';

type MinuteLine = {
  readonly date: CalendarDate;
  readonly session: 'AM' | 'PM';
  readonly why: string;
  readonly counted: number;
};

/** Time lost inside sessions, one row a session: what was recorded and what the account counts of it. */
export function InsideSessions(props: {
  readonly child: Child;
  readonly sessions: readonly PackedSession[];
  readonly names: SchoolNames;
  readonly about: About;
}): JSX.Element {
  const { child, sessions, names, about } = props;
  const { minutes, removals } = child.facts;
  const key = (one: { readonly date: CalendarDate; readonly session: string }): string => `${one.date} ${one.session}`;
  const removed = groupedBy(removals, key);
  const counted = new Map(minutes.map((one) => [key(one), one]));
  const late = new Set(sessions.filter((session) => session.cause === 'L').map(key));
  const lines: readonly MinuteLine[] = [...new Set([...counted.keys(), ...removed.keys()])].toSorted().flatMap((at) => {
    const some = removed.get(at) ?? [];
    const one = counted.get(at) ?? some[0];
    if (!one) return [];
    const why = [
      ...(late.has(at) ? ['Arrived late, code L'] : []),
      ...some.map(
        (row) => `${wordsFor('removal', row.kind)} at ${schoolName(names, row.urn)}, ${printed(row.minutes)} minutes`,
      ),
    ];
    return [
      {
        date: one.date,
        session: one.session,
        why: listText(why) || 'Late at another school',
        counted: counted.get(at)?.minutes ?? 0,
      },
    ];
  });
  return (
    <>
      <h2 class="govuk-heading-m">Inside sessions</h2>
      <DataTable<MinuteLine>
        id="inside"
        caption="Minutes lost in sessions attended"
        captionSize="s"
        columns={[
          { heading: 'Session', cell: sessionWords },
          { heading: 'What was recorded', cell: (row) => row.why },
          { heading: 'Minutes counted', numeric: true, cell: (row) => printed(row.counted) },
        ]}
        rows={lines}
        empty="No minutes late and no removals from lessons are recorded for this child in this year."
      />
      {lines.length > 0 && (
        <p class="govuk-body">
          {'Together '}
          <Count measure="minutes_lost" about={about} value={child.minutes_lost} />
          {' minutes are counted: at most 180 a session, and only in sessions attended.'}
        </p>
      )}
    </>
  );
}

function sessionWords({ date, session }: MinuteLine): string {
  return `${writtenDate(date)}, ${session === 'AM' ? 'morning' : 'afternoon'}`;
}

/** Suspensions and exclusions as the school recorded them. */
export function Suspensions({
  child,
  names,
}: {
  readonly child: Child;
  readonly names: SchoolNames;
}): JSX.Element | null {
  const { suspensions } = child.facts;
  if (suspensions.length === 0) return null;
  return (
    <DataTable
      id="suspensions"
      caption="Suspensions and exclusions"
      columns={[
        { heading: 'From', cell: (row) => writtenDate(row.start_date) },
        { heading: 'What', cell: (row) => wordsFor('suspension', row.category) },
        { heading: 'By', cell: (row) => schoolName(names, row.urn) },
        {
          heading: 'Reasons recorded',
          cell: (row) => row.reasons.map((code) => wordsFor('suspension-reason', code)).join('; ') || 'none',
        },
        {
          heading: 'Length',
          numeric: true,
          cell: (row) => (row.sessions === null ? 'Not known' : sessionsText(row.sessions)),
        },
      ]}
      rows={suspensions}
    />
  );
}
