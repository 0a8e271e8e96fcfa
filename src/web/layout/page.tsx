import { raw } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { LANGUAGES, spokenLanguage, t, type Language } from '#language';
import { govuk, htmlOf, type SafeHtml } from '../govuk/index.ts';
import { inPageLanguage, pageLanguage } from '../page-language.ts';
import { assetPath } from '../static/index.ts';
import { PageFooter, PageHeader } from './furniture.tsx';
import { FlashBanner, Notices, Problems } from './messages.tsx';
import type { PageProps } from './props.ts';

/**
 * A whole page, from its doctype on. It works without script; script only makes it smoother. What stands around the
 * content comes in the language asked for; the content in its own, which is English where it has no other yet.
 */
export function Page(props: PageProps): JSX.Element {
  const language = spokenLanguage();
  const content = htmlOf(<Content {...props} />);
  const title = documentTitle(props);
  return inPageLanguage(() => htmlOf(<Document {...props} title={title} language={language} content={content} />));
}

type DocumentProps = PageProps & { readonly language: Language; readonly content: SafeHtml };

function Document({ title, language, content, ...props }: DocumentProps): JSX.Element {
  const around = pageLanguage();
  const own = language === around ? {} : { lang: language, dir: LANGUAGES[language].direction };
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={around} dir={LANGUAGES[around].direction} class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <title {...own}>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#123c45" />
          <link rel="icon" href={assetPath('kith.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={assetPath('govuk.css')} />
          <link rel="stylesheet" href={assetPath('kith.css')} />
          <script type="module" src={assetPath('kith.js')} />
        </head>
        <body class="govuk-template__body">
          {govuk.skipLink({ text: t('shell.skip-link'), href: '#main-content' })}
          <PageHeader {...props} title={title} contentIn={language} />
          {props.notices && props.notices.length > 0 && (
            <div class="govuk-width-container govuk-!-margin-top-4">
              <Notices notices={props.notices} />
            </div>
          )}
          <div class="govuk-width-container" {...own}>
            {content}
          </div>
          <PageFooter {...props} title={title} />
        </body>
      </html>
    </>
  );
}

function Content(props: PageProps): JSX.Element {
  return (
    <>
      <BeforeContent {...props} />
      <main class="govuk-main-wrapper" id="main-content">
        <Problems errors={props.errors ?? []} />
        {props.flash && <FlashBanner flash={props.flash} />}
        {props.ownHeading ? null : (
          <>
            {props.caption && <span class="govuk-caption-l">{props.caption}</span>}
            <h1 class="govuk-heading-l">{props.title}</h1>
          </>
        )}
        {props.children}
      </main>
    </>
  );
}

/** `Error: Sign in – Northvale – Kith`: the page first, because that is what a list of tabs cuts last. */
function documentTitle({ title, place, errors }: PageProps): string {
  const whole = [title, place?.text, 'Kith'].filter(Boolean).join(' – ');
  return errors && errors.length > 0 ? t('shell.error-title', { title: whole }) : whole;
}

function BeforeContent({ breadcrumbs, back }: PageProps): JSX.Element {
  return (
    <>
      {breadcrumbs &&
        breadcrumbs.length > 0 &&
        govuk.breadcrumbs({ items: [...breadcrumbs], collapseOnMobile: true, labelText: t('shell.breadcrumb') })}
      {back && <nav aria-label={t('shell.back')}>{govuk.backLink({ text: back.text, href: back.href })}</nav>}
    </>
  );
}
