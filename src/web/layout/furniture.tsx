import type { JSX } from 'hono/jsx/jsx-runtime';
import { LANGUAGES, languages, t, type Language } from '#language';
import { govuk, htmlOf } from '../govuk/index.ts';
import { addressIn, pageLanguage } from '../page-language.ts';
import { assetPath } from '../static/index.ts';
import type { Link, PageProps } from './props.ts';

/** The band at the top: the product's name, the place it serves, the service navigation and who is signed in. */
export function PageHeader(props: PageProps & { readonly contentIn: Language }): JSX.Element {
  const { place, navigation, person, signIn, phase, contentIn, find } = props;
  return (
    <header class="govuk-template__header kith-header">
      {govuk.genericHeader({
        url: '/',
        logoHtml: htmlOf(
          <>
            <img class="kith-mark" src={assetPath('kith.svg')} alt="" width="28" height="28" />
            Kith
          </>,
        ),
      })}
      {place || person || (navigation && navigation.length > 0)
        ? govuk.serviceNavigation({
            ariaLabel: t('shell.service'),
            menuButtonText: t('shell.menu'),
            serviceName: place?.text,
            serviceUrl: place?.href,
            navigation: (navigation ?? []).map((item) => ({ ...item })),
            slots: person
              ? { end: { align: 'inline', html: htmlOf(<SignedIn person={person} />) } }
              : signIn
                ? { end: { align: 'inline', html: htmlOf(<SignInLink link={signIn} />) } }
                : {},
          })
        : null}
      {find && <FindBox href={find.href} />}
      {phase && (
        <div class="govuk-width-container">
          {govuk.phaseBanner({
            tag: { text: phase.tag },
            html: htmlOf(
              <>
                {phase.text}
                {phase.link && (
                  <>
                    {' '}
                    <a class="govuk-link" href={phase.link.href}>
                      {phase.link.text}
                    </a>
                  </>
                )}
              </>,
            ),
          })}
        </div>
      )}
      <LanguageNotice contentIn={contentIn} />
    </header>
  );
}

/** Who is signed in, as what, and the way out: a form, because a link could be followed for someone. */
function SignedIn({ person }: { readonly person: NonNullable<PageProps['person']> }): JSX.Element {
  return (
    <form class="kith-person" method="post" action={person.signOut.href}>
      <span>
        <span class="kith-person__name">{person.name}</span> <span class="kith-person__as">{person.as}</span>
      </span>
      <button type="submit" class="kith-person__out govuk-link govuk-link--no-visited-state">
        {person.signOut.text}
      </button>
    </form>
  );
}

function SignInLink({ link }: { readonly link: Link }): JSX.Element {
  return (
    <div class="kith-person">
      <a class="govuk-link govuk-link--no-visited-state" href={link.href}>
        {link.text}
      </a>
    </div>
  );
}

/** One box on every page that finds a child among those whom the reader may see. */
function FindBox({ href }: { readonly href: string }): JSX.Element {
  return (
    <div class="govuk-width-container">
      <form class="kith-find" method="get" action={href} role="search" aria-label={t('shell.find')}>
        <label class="govuk-visually-hidden" for="find-child">
          {t('shell.find-label')}
        </label>
        <input
          class="govuk-input"
          id="find-child"
          name="find"
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('shell.find-hint')}
        />
        <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
          {t('shell.find')}
        </button>
      </form>
    </div>
  );
}

/** Said before the content is read: that it is not in the reader’s language, or that nobody checked its translation. */
function LanguageNotice({ contentIn }: { readonly contentIn: Language }): JSX.Element | null {
  const around = pageLanguage();
  if (contentIn === around && LANGUAGES[around].checked) return null;
  return (
    <div class="govuk-width-container">
      <p class="govuk-body kith-notice">{t(contentIn === around ? 'shell.unchecked' : 'shell.in-english')}</p>
    </div>
  );
}

/** Our own footer: the official one prints the crown and the copyright of the Crown. */
export function PageFooter({ footer = [], footerText }: PageProps): JSX.Element {
  return (
    <footer class="govuk-template__footer">
      <div class="govuk-footer kith-footer">
        <div class="govuk-width-container">
          {footer
            .filter(({ links }) => links.length > 0)
            .map((group) => (
              <nav class="kith-footer__group" aria-label={group.text}>
                <h2 class="kith-footer__heading">{group.text}</h2>
                <ul class="kith-footer__links">
                  {group.links.map((link) => (
                    <li>
                      <a class="govuk-footer__link" href={link.href}>
                        {link.text}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            ))}
          <LanguageSwitch />
          {footerText && <p class="kith-footer__text">{footerText}</p>}
        </div>
      </div>
    </footer>
  );
}

/** The same page in each language, named in itself, with a word about those that nobody has checked. */
function LanguageSwitch(): JSX.Element {
  const current = pageLanguage();
  return (
    <nav class="kith-language" aria-label={t('shell.language')}>
      <ul class="kith-footer__links">
        {languages.map((language) => {
          const { name, direction } = LANGUAGES[language];
          return (
            <li lang={language} dir={direction}>
              {language === current ? (
                <span aria-current="true">{name}</span>
              ) : (
                <a class="govuk-footer__link" href={addressIn(language)} hreflang={language} rel="alternate">
                  {name}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      {languages
        .filter((language) => !LANGUAGES[language].checked)
        .map((language) => (
          <p class="kith-footer__text">{t('shell.unchecked-offer', { language: LANGUAGES[language].name })}</p>
        ))}
    </nav>
  );
}
