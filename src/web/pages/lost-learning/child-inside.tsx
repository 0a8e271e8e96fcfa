import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CalendarDate } from '#kernel';
import { dateText, listText, rich, t } from '#language';
import type { PackedSession } from '#lost-learning';
import { printed } from '../../charts/scale.ts';
import { DataTable } from '../../layout/index.ts';
import { schoolName, type SchoolNames } from './child-story.ts';
import { Count, type About } from './figures.tsx';
import { groupedBy } from './read-account.ts';
import type { Child } from './read-children.ts';
import { alsoText, sessionsText, wordsFor } from './words.ts';

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
      ...(late.has(at) ? [t('child.inside.late')] : []),
      ...some.map((row) =>
        t('child.inside.removal', {
          removal: wordsFor('removal', row.kind),
          school: schoolName(names, row.urn),
          minutes: printed(row.minutes),
        }),
      ),
    ];
    return [
      {
        date: one.date,
        session: one.session,
        why: listText(why) || t('child.inside.late-elsewhere'),
        counted: counted.get(at)?.minutes ?? 0,
      },
    ];
  });
  return (
    <>
      <h2 class="govuk-heading-m">{t('child.inside')}</h2>
      <DataTable<MinuteLine>
        id="inside"
        caption={t('child.inside.caption')}
        captionSize="s"
        columns={[
          { heading: t('child.inside.session'), cell: sessionWords },
          { heading: t('child.inside.recorded'), cell: (row) => row.why },
          { heading: t('child.inside.counted'), numeric: true, cell: (row) => printed(row.counted) },
        ]}
        rows={lines}
        empty={t('child.inside.none')}
      />
      {lines.length > 0 && (
        <p class="govuk-body">
          {rich('child.inside.sum', {
            minutes: <Count measure="minutes_lost" about={about} value={child.minutes_lost} />,
          })}
        </p>
      )}
    </>
  );
}

function sessionWords({ date, session }: MinuteLine): string {
  return t(session === 'AM' ? 'child.inside.morning' : 'child.inside.afternoon', { date: dateText(date) });
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
      caption={t('child.suspensions')}
      columns={[
        { heading: t('child.suspensions.from'), cell: (row) => dateText(row.start_date) },
        { heading: t('child.suspensions.what'), cell: (row) => wordsFor('suspension', row.category) },
        { heading: t('child.suspensions.by'), cell: (row) => schoolName(names, row.urn) },
        {
          heading: t('child.suspensions.reasons'),
          cell: (row) => alsoText(row.reasons.map((code) => wordsFor('suspension-reason', code))) || t('words.none'),
        },
        {
          heading: t('child.suspensions.length'),
          numeric: true,
          cell: (row) => (row.sessions === null ? t('words.not-known') : sessionsText(row.sessions)),
        },
      ]}
      rows={suspensions}
    />
  );
}
