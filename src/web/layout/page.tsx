import { raw } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { govuk } from '../govuk/index.ts';
import { assetPath } from '../static/index.ts';
import { PageFooter, PageHeader } from './furniture.tsx';
import { FlashBanner, Problems } from './messages.tsx';
import type { PageProps } from './props.ts';

/** Languages that run right to left, by their BCP 47 primary subtag. */
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'ckb', 'fa', 'he', 'ps', 'sd', 'ur', 'yi'];

/** A whole page, from its doctype on. It works without script; script only makes it smoother. */
export function Page(props: PageProps): JSX.Element {
  const lang = props.lang ?? 'en';
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={lang} dir={directionOf(lang)} class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <title>{documentTitle(props)}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#123c45" />
          <link rel="icon" href={assetPath('kith.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={assetPath('govuk.css')} />
          <link rel="stylesheet" href={assetPath('kith.css')} />
          <script type="module" src={assetPath('kith.js')} />
        </head>
        <body class="govuk-template__body">
          {govuk.skipLink({ text: 'Skip to main content', href: '#main-content' })}
          <PageHeader {...props} />
          <div class="govuk-width-container">
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
          </div>
          <PageFooter {...props} />
        </body>
      </html>
    </>
  );
}

export function directionOf(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(lang.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** `Error: Sign in – Northvale – Kith`: the page first, because that is what a list of tabs cuts last. */
function documentTitle({ title, place, errors }: PageProps): string {
  return `${errors && errors.length > 0 ? 'Error: ' : ''}${[title, place?.text, 'Kith'].filter(Boolean).join(' – ')}`;
}

function BeforeContent({ languages, lang, breadcrumbs, back }: PageProps): JSX.Element {
  return (
    <>
      {languages && languages.length > 0 && (
        <div class="kith-language">
          {govuk.languageNavigation({
            items: languages.map((item) => ({
              ...item,
              dir: directionOf(item.lang),
              current: item.lang === (lang ?? 'en'),
            })),
          })}
        </div>
      )}
      {breadcrumbs && breadcrumbs.length > 0 && govuk.breadcrumbs({ items: [...breadcrumbs], collapseOnMobile: true })}
      {back && <nav aria-label="Back">{govuk.backLink({ text: back.text, href: back.href })}</nav>}
    </>
  );
}
