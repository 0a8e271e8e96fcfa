import { broken } from '#kernel';
import { raw } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Everything that `ownMarkup` made. The types cannot see into JSON; this can. */
const made = new WeakSet<object>();

declare const brand: unique symbol;

/**
 * Markup that we made. The only kind of value that the `html` options of a component take, and that JSX
 * prints as it is. Text that came from a person is a `string`, so it can never stand where markup stands.
 */
export type SafeHtml = string & { readonly isEscaped: true; readonly [brand]: 'SafeHtml' };

/** Markup written by this program. Never give it text that came from a person: write JSX and use `htmlOf`. */
export function ownMarkup(markup: string): SafeHtml {
  const html = brandHtml(raw(markup));
  made.add(html);
  return html;
}

// Hono’s raw text is an object that only its type calls a string.
function brandHtml(html: unknown): SafeHtml & object {
  return html as SafeHtml & object;
}

/** JSX as markup, for the `html` options of components. Text in it is escaped by JSX. Not for async components. */
export function htmlOf(element: JSX.Element): SafeHtml {
  // Typed as text, but JSX with an async component inside it gives a promise.
  const markup: unknown = element instanceof Promise ? element : element.toString();
  if (typeof markup !== 'string') throw broken('web/async-slot', 'htmlOf takes JSX that renders at once');
  return ownMarkup(markup);
}

/** Whether a value is markup that `ownMarkup` or `htmlOf` made: no text, and nothing read from outside, is. */
export function isSafeHtml(value: unknown): value is SafeHtml {
  return typeof value === 'object' && value !== null && made.has(value);
}
