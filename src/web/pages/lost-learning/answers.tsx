import type { Context } from 'hono';
import { t } from '#language';
import type { WebContext } from '../../context.ts';
import { shell, type Section } from '../../shell.tsx';
import { urls } from '../../urls.ts';

/** No such trust, and where those that there are stand. */
export function noTrust(web: WebContext, context: Context): Promise<Response> {
  return notFound(web, context, 'schools', t('trusts.not-found'), t('trusts.not-found.text'), {
    text: t('trusts.all'),
    href: urls.trusts(),
  });
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

/** A year as the name of a file has it: `2024-25`. */
export function fileYear(year: string): string {
  return year.replace('/', '-');
}
