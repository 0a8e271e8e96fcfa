import type { JSX } from 'hono/jsx/jsx-runtime';
import { findText, momentText, t } from '#language';
import type { OwnSignIn, SignInRow } from '#sign-in';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable, type Flash } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { wayText } from './way-text.ts';

/** How Kith knows whoever asks: their ways in, where they are signed in, and what was done about either. */
export function OwnPage(
  web: WebContext,
  props: {
    readonly own: OwnSignIn;
    /** Of everyone: who was invited by whom, for who oversees it. */
    readonly everyone: readonly SignInRow[] | undefined;
    readonly flash: Flash | undefined;
  },
): JSX.Element {
  const { own, everyone, flash } = props;
  return shell(web, {
    section: 'none',
    title: t('sign-in.own.title'),
    caption: web.actor.name,
    flash,
    children: (
      <>
        <p class="govuk-body">{t('sign-in.own.text')}</p>
        <h2 class="govuk-heading-m">{t('sign-in.own.ways')}</h2>
        {own.ways.length === 0 && <p class="govuk-body">{t('sign-in.own.no-ways')}</p>}
        <ul class="govuk-list govuk-list--bullet">
          {own.ways.map(({ way, since }) => (
            <li>{t('sign-in.own.way', { way: wayText(web, way), since: momentText(since) })}</li>
          ))}
        </ul>
        <h2 class="govuk-heading-m">{t('sign-in.own.sessions')}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {own.sessions.map(({ provider, begun_at, seen_at }, at) => (
            <li>
              {t(at === 0 ? 'sign-in.own.here' : 'sign-in.people.session', {
                way: wayText(web, provider),
                since: momentText(begun_at),
                seen: momentText(seen_at),
              })}
            </li>
          ))}
        </ul>
        {own.sessions.length > 1 && (
          <form method="post" action={urls.signInOwn()}>
            {govuk.button({ text: t('sign-in.own.elsewhere'), preventDoubleClick: true })}
          </form>
        )}
        <Lines web={web} id="own" caption={t('sign-in.own.record')} rows={own.record} />
        {everyone && <Lines web={web} id="everyone" caption={t('sign-in.own.everyone')} rows={everyone} names />}
      </>
    ),
  });
}

function Lines(props: {
  readonly web: WebContext;
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly SignInRow[];
  readonly names?: boolean;
}): JSX.Element {
  const { web, id, caption, rows, names = false } = props;
  return (
    <DataTable<SignInRow>
      id={id}
      caption={caption}
      empty={t('sign-in.people.record.none')}
      columns={[
        { heading: t('sign-in.people.when'), cell: ({ at }) => momentText(at) },
        ...(names
          ? [{ heading: t('sign-in.people.who'), cell: ({ actor_name }: SignInRow) => <bdi>{actor_name ?? ''}</bdi> }]
          : []),
        { heading: t('sign-in.people.how'), cell: ({ provider }) => <bdi>{wayText(web, provider)}</bdi> },
        { heading: t('sign-in.people.what'), cell: outcomeText },
      ]}
      rows={rows}
    />
  );
}

/** What came of it, with the administrator who did it where one did. */
export function outcomeText({ outcome, done_by_name }: SignInRow): string {
  const words = findText(`sign-in.outcome.${outcome}`) ?? outcome;
  return done_by_name === null ? words : t('sign-in.people.done-by', { what: words, name: done_by_name });
}
