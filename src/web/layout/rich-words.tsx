import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Child } from 'hono/jsx';
import { speak, spokenLanguage, type Part } from '#language';
import { htmlOf } from '../govuk/index.ts';

/** What a message puts between `<link>` and `</link>`, as a link: `rich('…', { link: linkTo(href) })`. */
export function linkTo(href: string): (inside: Part[]) => JSX.Element {
  return (inside) => (
    <a class="govuk-link" href={href}>
      {inside}
    </a>
  );
}

/** What a message puts between `<hidden>` and `</hidden>`: for those who hear the page only. */
export function hiddenWords(inside: Part[]): JSX.Element {
  return <span class="govuk-visually-hidden">{inside}</span>;
}

/** Words that no catalogue has yet, inside a page that may be in another language: made in English and marked so. */
export function InEnglish({ block, children }: { readonly block?: boolean; readonly children?: Child }): JSX.Element {
  if (spokenLanguage() === 'en') return <>{children}</>;
  const english = speak('en', () => htmlOf(<>{children}</>));
  const marked = { lang: 'en', dir: 'ltr' };
  return block ? <div {...marked}>{english}</div> : <span {...marked}>{english}</span>;
}
