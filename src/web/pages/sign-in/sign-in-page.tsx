import type { JSX } from 'hono/jsx/jsx-runtime';
import { findText, rich, t } from '#language';
import { AUDIENCES, INVITATION_DAYS, PENDING_MINUTES, type Provider, type SignIn } from '#sign-in';
import { nameOfArea, type CastMember, type WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { InEnglish, linkTo } from '../../layout/index.ts';
import { findPersonAsking } from '../../person.ts';
import { roleText, shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { PasskeyButton } from './passkey-button.tsx';

/** The page where one signs in; in the demonstration, where one chooses whom to be. */
export function SignInPage(web: WebContext, signIn: SignIn, refused: string | undefined): JSX.Element {
  const reason = refusalText(refused);
  const { cast } = web;
  return shell(web, {
    section: 'none',
    title: t(cast ? 'sign-in.title.cast' : 'sign-in.title'),
    caption: nameOfArea(web.area),
    children: (
      <>
        {reason !== undefined &&
          govuk.errorSummary({ titleText: t('sign-in.refused.title'), errorList: [{ text: reason }] })}
        <SignedInAlready web={web} />
        {cast ? <Cast cast={cast} /> : <p class="govuk-body-l">{t('sign-in.lead')}</p>}
        <Providers providers={signIn.providers} />
        {signIn.passkeys && (
          <>
            <h2 class="govuk-heading-m">{t('sign-in.passkey.title')}</h2>
            <p class="govuk-body">{t('sign-in.passkey.text')}</p>
            <PasskeyButton doing="sign-in" text={t('sign-in.passkey.use')} />
          </>
        )}
        {(signIn.providers.length > 0 || signIn.passkeys !== undefined) && (
          <p class="govuk-body">{rich('sign-in.first-time', { link: linkTo(urls.invitation()) })}</p>
        )}
      </>
    ),
  });
}

/** Why a sign-in came to nothing, and what to do; undefined for a word that no refusal has. */
function refusalText(refused: string | undefined): string | undefined {
  if (refused === 'invitation-not-open')
    return t('sign-in.refused.invitation-not-open', { days: String(INVITATION_DAYS) });
  if (refused === 'not-begun-here') return t('sign-in.refused.not-begun-here', { minutes: String(PENDING_MINUTES) });
  return refused === undefined ? undefined : findText(`sign-in.refused.${refused}`);
}

function SignedInAlready({ web }: { readonly web: WebContext }): JSX.Element | null {
  const person = findPersonAsking();
  if (!person) return null;
  const { name, role } = person.actor;
  return (
    <p class="govuk-body">
      {t('sign-in.signed-in', { name, role: roleText(role) })}{' '}
      <a class="govuk-link" href={urls.area()}>
        {t('sign-in.go-on', { place: nameOfArea(web.area) })}
      </a>
    </p>
  );
}

function Cast({ cast }: { readonly cast: readonly CastMember[] }): JSX.Element {
  return (
    <>
      <p class="govuk-body-l">{t('sign-in.cast.lead')}</p>
      <ul class="govuk-list kith-cast">
        {cast.map(({ id, name, role, scope, about }) => (
          <li>
            <form method="post" action={urls.signInAs()}>
              <input type="hidden" name="actor" value={id} />
              {govuk.button({ text: t('sign-in.cast.be', { name }), classes: 'govuk-!-margin-bottom-1' })}
              <p class="govuk-body">
                {about === undefined ? (
                  t(`sign-in.cast.sees.${scope}`, { role: roleText(role) })
                ) : (
                  <>
                    <strong class="kith-cast__role">{roleText(role)}</strong> <InEnglish>{about}</InEnglish>
                  </>
                )}
              </p>
            </form>
          </li>
        ))}
      </ul>
      <p class="govuk-body">{rich('sign-in.cast.public', { places: linkTo(urls.places()) })}</p>
    </>
  );
}

/** By whom they are for. Links: to begin a sign-in changes nothing here, and a form could not leave this site. */
export function Providers({ providers }: { readonly providers: readonly Provider[] }): JSX.Element {
  return (
    <>
      {AUDIENCES.map((audience) => {
        const theirs = providers.filter((provider) => provider.for === audience);
        return theirs.length === 0 ? null : (
          <>
            <h2 class="govuk-heading-m">{t(`sign-in.for.${audience}`)}</h2>
            {theirs.map(({ id, title }) =>
              govuk.button({ html: htmlOf(<>{t('sign-in.with', { title })}</>), href: urls.signInWith(id) }),
            )}
          </>
        );
      })}
    </>
  );
}
