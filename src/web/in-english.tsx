import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { spokenLanguage } from '#language';

/**
 * Words that exist in English only, because they are data: names and definitions of published statistics. On a page in
 * another language they are marked as English, so that they are read out and laid out as such (WCAG 2.2, 3.1.2).
 */
export function InEnglish({ children }: { children?: Child }): JSX.Element {
  if (spokenLanguage() === 'en') return <>{children}</>;
  return (
    <span lang="en" dir="ltr">
      {children}
    </span>
  );
}
