import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import type { PackedSession } from '#lost-learning';
import { calendarRows, yearCalendar } from '../../charts/index.ts';
import type { CalendarDay, SessionLook, YearCalendarInput } from '../../charts/inputs.ts';
import { ChartFigure, DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { causeLabel } from './causes.tsx';
import { causesOf, gapText, sessionsAway, spellText, type SchoolNames } from './child-story.ts';
import { Count, type About } from './figures.tsx';
import { groupedBy } from './read-account.ts';
import type { Child } from './read-children.ts';
import { daysText, sessionsText } from './words.ts';

/** The year as a wall calendar: every session’s state by colour, pattern and letter, and in the table in words. */
export function YearPicture({
  child,
  sessions,
}: {
  readonly child: Child;
  readonly sessions: readonly PackedSession[];
}): JSX.Element {
  const input = calendarOf(child, sessions);
  return (
    <ChartFigure
      chart={yearCalendar(input)}
      heading={input.title}
      source="Each session is in the state that its deciding mark gives. Days that the school does not open are empty."
    >
      <DataTable
        id="days"
        caption="Each school day in words"
        captionSize="s"
        columns={[
          { heading: 'Day', cell: (row) => row.day },
          { heading: 'Morning', cell: (row) => row.am },
          { heading: 'Afternoon', cell: (row) => row.pm },
          { heading: 'Cause', cell: (row) => row.cause },
        ]}
        rows={calendarRows(input)}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.childSessionsCsv(child.upn, child.year)}>
          Download every session (CSV)
        </a>
        . It is personal data about this child.
      </p>
    </ChartFigure>
  );
}

function calendarOf(child: Child, sessions: readonly PackedSession[]): YearCalendarInput {
  const look = (some: readonly PackedSession[], half: 'AM' | 'PM'): SessionLook | undefined => {
    const found = some.find((one) => one.session === half);
    return found && { state: found.state.id, cause: causeOf(found) };
  };
  const days = [...groupedBy(sessions, (session) => session.date)].map(([date, some]): CalendarDay => ({
    date,
    am: look(some, 'AM'),
    pm: look(some, 'PM'),
  }));
  return {
    id: 'year',
    title: `The year ${child.year}, session by session`,
    year: child.year,
    days,
    asOf: child.facts.as_of,
  };
}

export function causeOf({ cause, words, state }: PackedSession): string {
  return causeLabel({ cause, words: cause === state.id ? state.title : words, state: state.id });
}

/** The longest time away, explained by its causes. */
export function LongestAway({
  child,
  sessions,
}: {
  readonly child: Child;
  readonly sessions: readonly PackedSession[];
}): JSX.Element {
  const { away } = child.facts;
  const causes = causesOf(sessionsAway(child, sessions));
  return (
    <section aria-labelledby="away">
      <h2 class="govuk-heading-m" id="away">
        The longest time away
      </h2>
      {away ? (
        <>
          <p class="govuk-body">
            {away.from === away.to
              ? `On ${writtenDate(away.from)}`
              : `From ${writtenDate(away.from)} to ${writtenDate(away.to)}`}
            {': '}
            <strong>{`${sessionsText(away.sessions)} in a row (${daysText(away.sessions)})`}</strong>
            {' without one in school. Weekends, holidays and sessions that were not required are passed over.'}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {causes.map((cause) => (
              <li>{`${causeLabel(cause)}: ${sessionsText(cause.sessions)}`}</li>
            ))}
          </ul>
        </>
      ) : (
        <p class="govuk-body">
          There was none: in every session that was marked and required, the child was in school.
        </p>
      )}
    </section>
  );
}

/** On which rolls the child was, why each spell ended, and what happened in between. */
export function Rolls(props: {
  readonly child: Child;
  readonly names: SchoolNames;
  readonly about: About;
}): JSX.Element {
  const { child, names, about } = props;
  const { spells, gaps } = child.facts;
  return (
    <section aria-labelledby="rolls">
      <h2 class="govuk-heading-m" id="rolls">
        Schools
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {spells.map((spell) => (
          <li>
            {spellText(spell, names)}{' '}
            {names.has(spell.urn) && (
              <a class="govuk-link" href={urls.school(spell.urn, child.year)}>
                {`See ${names.get(spell.urn) ?? ''}`}
              </a>
            )}
          </li>
        ))}
      </ul>
      {gaps.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Times on no school’s roll</h3>
          <ul class="govuk-list govuk-list--bullet">
            {gaps.map((gap) => (
              <li>{gapText(gap)}</li>
            ))}
          </ul>
          <p class="govuk-body">
            {`In ${child.year} they come to `}
            <Count measure="off_roll" about={about} value={child.off_roll} />
            {` sessions (${daysText(child.off_roll)}) of the account.`}
          </p>
        </>
      )}
    </section>
  );
}
