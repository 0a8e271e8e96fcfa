import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear, Upn } from '#kernel';
import { dateText, findText, t } from '#language';
import { stateTitle } from '../../charts/index.ts';
import { printed } from '../../charts/scale.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import type { CountedSession } from './child-working.ts';
import { Codes } from './states-table.tsx';

/** More than this is folded away: the page stays readable. */
const OPEN = 60;

/** One step down from a child: the sessions that count, by date, each with what decided it. */
export function SessionsBelow(props: {
  readonly sessions: readonly CountedSession[];
  readonly upn: Upn;
  readonly year: AcademicYear;
}): JSX.Element {
  const { sessions, upn, year } = props;
  const table = (
    <DataTable<CountedSession>
      id="sessions"
      caption={t('below.sessions', { count: printed(sessions.length) })}
      captionSize="s"
      columns={[
        { heading: t('below.sessions.day'), cell: (one) => dateText(one.date) },
        {
          heading: t('below.sessions.session'),
          cell: (one) => t(one.session === 'AM' ? 'below.sessions.am' : 'below.sessions.pm'),
        },
        { heading: t('below.state'), cell: (one) => stateTitle(one.state.id) },
        {
          heading: t('below.sessions.code'),
          cell: (one) => (one.cause === one.state.id ? '' : <Codes codes={[one.cause]} />),
        },
        { heading: t('below.sessions.says'), cell: wordsOf },
      ]}
      rows={sessions}
      empty={t('below.sessions.none')}
    />
  );
  return (
    <>
      {sessions.length > OPEN
        ? govuk.details({
            summaryText: t('below.sessions.show', { count: printed(sessions.length) }),
            html: htmlOf(table),
          })
        : table}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.child(upn, year)}>
          {t('below.sessions.year')}
        </a>
      </p>
    </>
  );
}

/** What the code of a session says, or its state where no code decided, and the minutes where they count. */
function wordsOf({ cause, state, words, minutes }: CountedSession): string {
  const said = cause === state.id ? t(`states.${state.id}.words`) : (findText(`codes.${cause}`) ?? words);
  return minutes === undefined ? said : t('below.sessions.minutes', { words: said, minutes });
}
