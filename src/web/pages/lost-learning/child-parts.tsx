import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, rich, t, type Part } from '#language';
import type { PackedSession } from '#lost-learning';
import { calendarRows, yearCalendar } from '../../charts/index.ts';
import type { CalendarDay, SessionLook, YearCalendarInput } from '../../charts/inputs.ts';
import { ChartFigure, DataTable, linkTo } from '../../layout/index.ts';
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
    <ChartFigure chart={yearCalendar(input)} heading={input.title} source={t('child.calendar.source')}>
      <DataTable
        id="days"
        caption={t('child.days')}
        captionSize="s"
        columns={[
          { heading: t('child.day'), cell: (row) => row.day },
          { heading: t('child.morning'), cell: (row) => row.am },
          { heading: t('child.afternoon'), cell: (row) => row.pm },
          { heading: t('child.cause'), cell: (row) => row.cause },
        ]}
        rows={calendarRows(input)}
      />
      <p class="govuk-body">
        {rich('child.download', {
          link: linkTo(urls.childSessionsCsv(child.upn, child.year)),
        })}
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
    title: t('child.calendar', { year: child.year }),
    year: child.year,
    days,
    asOf: child.facts.as_of,
  };
}

export function causeOf({ cause, words, state }: PackedSession): string {
  return causeLabel({ cause, words, state: state.id });
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
        {t('child.away')}
      </h2>
      {away ? (
        <>
          <p class="govuk-body">
            {away.from === away.to
              ? rich('child.away.one-day', { date: dateText(away.from), ...length(away.sessions) })
              : rich('child.away.days', {
                  from: dateText(away.from),
                  to: dateText(away.to),
                  ...length(away.sessions),
                })}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {causes.map((cause) => (
              <li>{t('child.away.cause', { cause: causeLabel(cause), sessions: sessionsText(cause.sessions) })}</li>
            ))}
          </ul>
        </>
      ) : (
        <p class="govuk-body">{t('child.away.none')}</p>
      )}
    </section>
  );
}

function length(sessions: number) {
  return {
    sessions: sessionsText(sessions),
    days: daysText(sessions),
    strong: (inside: Part[]) => <strong>{inside}</strong>,
  };
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
        {t('child.rolls')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {spells.map((spell) => (
          <li>
            {spellText(spell, names)}{' '}
            {names.has(spell.urn) && (
              <a class="govuk-link" href={urls.school(spell.urn, child.year)}>
                {t('child.see-school', { school: names.get(spell.urn) ?? '' })}
              </a>
            )}
          </li>
        ))}
      </ul>
      {gaps.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('child.gaps')}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {gaps.map((gap) => (
              <li>{gapText(gap)}</li>
            ))}
          </ul>
          <p class="govuk-body">
            {rich('child.gaps.sum', {
              year: child.year,
              sessions: <Count measure="off_roll" about={about} value={child.off_roll} />,
              days: daysText(child.off_roll),
            })}
          </p>
        </>
      )}
    </section>
  );
}
