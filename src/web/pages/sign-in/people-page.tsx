import type { JSX } from 'hono/jsx/jsx-runtime';
import { listText, momentText, rich, t } from '#language';
import { INVITATION_DAYS, type SignInRow, type SignInWays } from '#sign-in';
import { nameOfArea, type WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable, linkTo, type Flash, type FormError } from '../../layout/index.ts';
import { roleText, shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { outcomeText } from './own-page.tsx';
import { wayText } from './way-text.ts';

/** For administrators: everyone who may sign in, how, where each is signed in, and what came of sign-ins. */
export function PeoplePage(
  web: WebContext,
  props: {
    readonly people: readonly SignInWays[];
    readonly record: readonly SignInRow[];
    readonly flash: Flash | undefined;
    readonly errors?: readonly FormError[];
  },
): JSX.Element {
  const { people, record, flash, errors = [] } = props;
  return shell(web, {
    section: 'none',
    title: t('sign-in.people.title'),
    caption: nameOfArea(web.area),
    flash,
    errors,
    children: (
      <>
        <p class="govuk-body">{rich('sign-in.people.text', { people: linkTo(urls.access()) })}</p>
        {people.map((person) => (
          <Person web={web} person={person} />
        ))}
        <DataTable<SignInRow>
          id="record"
          caption={t('sign-in.people.record')}
          empty={t('sign-in.people.record.none')}
          columns={[
            { heading: t('sign-in.people.when'), cell: ({ at }) => momentText(at) },
            {
              heading: t('sign-in.people.who'),
              cell: ({ actor_name }) => <bdi>{actor_name ?? t('sign-in.people.unknown')}</bdi>,
            },
            { heading: t('sign-in.people.how'), cell: ({ provider }) => <bdi>{wayText(web, provider)}</bdi> },
            {
              heading: t('sign-in.people.what'),
              cell: outcomeText,
            },
          ]}
          rows={record}
        />
        <form method="post" action={urls.signInPeople()}>
          <input type="hidden" name="do" value="sign-out-everyone" />
          {govuk.button({ text: t('sign-in.people.everyone'), classes: 'govuk-button--warning' })}
        </form>
      </>
    ),
  });
}

function Person({ web, person }: { readonly web: WebContext; readonly person: SignInWays }): JSX.Element {
  const { id, name, role, ended, ways, invited, sessions } = person;
  return (
    <section data-person={id}>
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1">
        <bdi>{name}</bdi> <span class="govuk-caption-m">{roleText(role)}</span>
      </h2>
      {ended && <p class="govuk-body">{t('sign-in.people.ended')}</p>}
      <p class="govuk-body">
        {ways.length === 0
          ? t('sign-in.people.none-yet')
          : t('sign-in.people.ways', { ways: listText(ways.map((way) => wayText(web, way))) })}{' '}
        {invited && t('sign-in.people.invited')}
      </p>
      {sessions.map(({ key, provider, begun_at, seen_at }) => (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">
            {t('sign-in.people.session', {
              way: wayText(web, provider),
              since: momentText(begun_at),
              seen: momentText(seen_at),
            })}
          </p>
          <Action
            does="sign-out"
            text={t('sign-in.people.sign-out')}
            about={name}
            fields={{ actor: id, session: key }}
          />
        </>
      ))}
      <div class="govuk-button-group">
        {!ended && ways.length === 0 && (
          <Action does="invite" text={t('sign-in.people.invite')} about={name} fields={{ actor: id }} />
        )}
        {sessions.length > 1 && (
          <Action does="sign-out" text={t('sign-in.people.sign-out-all')} about={name} fields={{ actor: id }} />
        )}
        {(ways.length > 0 || invited) && (
          <Action does="end-ways" text={t('sign-in.people.end-ways')} about={name} fields={{ actor: id }} />
        )}
      </div>
    </section>
  );
}

function Action(props: {
  readonly does: string;
  readonly text: string;
  /** For who hears the buttons of a page without what is around them. */
  readonly about: string;
  readonly fields: Readonly<Record<string, string>>;
}): JSX.Element {
  const { does, text, about, fields } = props;
  return (
    <form method="post" action={urls.signInPeople()}>
      <input type="hidden" name="do" value={does} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {govuk.button({
        classes: 'govuk-button--secondary',
        html: htmlOf(
          <>
            {text}
            <span class="govuk-visually-hidden"> {t('sign-in.people.invite.hidden', { name: about })}</span>
          </>,
        ),
      })}
    </form>
  );
}

/** The code of an invitation, shown this once. */
export function InvitationPage(
  web: WebContext,
  { name, code, address }: { readonly name: string; readonly code: string; readonly address: string },
): JSX.Element {
  return shell(web, {
    section: 'none',
    title: t('sign-in.people.code.title', { name }),
    back: { text: t('sign-in.people.title'), href: urls.signInPeople() },
    children: (
      <>
        <p class="govuk-body">{t('sign-in.people.code.text', { name, days: String(INVITATION_DAYS) })}</p>
        <p class="kith-code" dir="ltr" data-code>
          {code}
        </p>
        <p class="govuk-body">{t('sign-in.people.code.where', { address })}</p>
      </>
    ),
  });
}
