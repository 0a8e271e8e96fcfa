import type { Context } from 'hono';
import type { WebContext } from '../../context.ts';
import { shell, type Section } from '../../shell.tsx';

/** Nothing is there, or nothing that may be seen: with what to do instead. */
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

export function csv(context: Context, text: string, name: string): Response {
  return context.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  });
}

/** `2024-25`: an academic year in the name of a file. */
export function fileYear(year: string): string {
  return year.replace('/', '-');
}
