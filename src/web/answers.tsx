import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Refusal } from '#kernel';
import { t } from '#language';
import type { WebContext } from './context.ts';
import { shell, type Section } from './shell.tsx';

/** A page, or another answer where it is not one. */
export type Answer = JSX.Element | Response;

/** A refusal of access is an answer; every other failure goes on up. */
export async function orRefusal<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'access/not-permitted') return error;
    throw error;
  }
}

/** Said with 403: who asks may not see this. `reason` is English, as refusals are, unless it is from the catalogue. */
export async function refused(
  web: WebContext,
  context: Context,
  section: Section,
  reason: JSX.Element | string,
  title: string = t('answers.not-allowed'),
): Promise<Response> {
  const page = shell(web, { section, title, children: <p class="govuk-body">{reason}</p> });
  return context.html(page, 403);
}

/** What is not there, in words, and where to go on. */
export async function notFound(
  web: WebContext,
  context: Context,
  section: Section,
  title: string,
  words: string,
  next?: { readonly text: string; readonly href: string },
): Promise<Response> {
  const page = shell(web, {
    section,
    title,
    children: (
      <>
        <p class="govuk-body">{words}</p>
        {next && (
          <p class="govuk-body">
            <a class="govuk-link" href={next.href}>
              {next.text}
            </a>
          </p>
        )}
      </>
    ),
  });
  return context.html(page, 404);
}

/** A table to take away. */
export function csv(context: Context, text: string, name: string): Response {
  return context.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  });
}

/** A year or a period as the name of a file has it: `2024-25`. */
export function fileYear(year: string): string {
  return year.replace('/', '-');
}
