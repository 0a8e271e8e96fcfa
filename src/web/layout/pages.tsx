import type { JSX } from 'hono/jsx/jsx-runtime';
import { rich, t } from '#language';
import { govuk, htmlOf, type SafeHtml } from '../govuk/index.ts';
import { hiddenWords } from './rich-words.tsx';

/** The way through what is cut into pages: the one before and after, the first and the last. Nothing where there is one page. */
export function Pages(props: {
  /** What they are pages of, for those who hear the page. */
  readonly label: string;
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
}): JSX.Element | null {
  const { label, page, pages, href } = props;
  if (pages < 2) return null;
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  return (
    <>
      {govuk.pagination({
        landmarkLabel: label,
        previous: page > 1 ? { href: href(page - 1), html: pageWords('shell.previous-page') } : undefined,
        next: page < pages ? { href: href(page + 1), html: pageWords('shell.next-page') } : undefined,
        items: near.flatMap((one, at) => [
          ...(at > 0 && one - (near[at - 1] ?? one) > 1 ? [{ ellipsis: true }] : []),
          {
            number: String(one),
            visuallyHiddenText: t('shell.page', { page: String(one) }),
            href: href(one),
            current: one === page,
          },
        ]),
      })}
    </>
  );
}

function pageWords(key: 'shell.previous-page' | 'shell.next-page'): SafeHtml {
  return htmlOf(<>{rich(key, { hidden: hiddenWords })}</>);
}
