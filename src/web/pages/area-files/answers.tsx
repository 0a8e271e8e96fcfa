import type { Context } from 'hono';
import { t } from '#language';
import { shell, type ShellProps } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { Desk } from './desk.ts';
import { Gone, NotFinished, Working } from './progress-page.tsx';

/** The part of an address that names an upload. */
export const ID = ':id{[0-9a-f]{32}}';

/** A form of choices: some hundred short fields. */
export const LARGEST_FORM = 256 * 1024;

export function uploadPage(
  desk: Desk,
  context: Context,
  props: Omit<ShellProps, 'section'>,
): Response | Promise<Response> {
  return context.html(
    shell(desk.web, { section: 'imports', back: { text: t('imports.title'), href: urls.imports() }, ...props }),
  );
}

export function answerGone(desk: Desk, context: Context): Response | Promise<Response> {
  context.status(404);
  return uploadPage(desk, context, { title: t('imports.gone'), children: <Gone /> });
}

export function answerNotFinished(
  desk: Desk,
  context: Context,
  uploadId: string,
  reason: string,
): Response | Promise<Response> {
  return uploadPage(desk, context, {
    title: t('imports.not-finished'),
    children: <NotFinished reason={reason} uploadId={uploadId} />,
  });
}

export function answerWorking(
  desk: Desk,
  context: Context,
  {
    title,
    ...props
  }: { readonly title: string; readonly words: string; readonly percent: number; readonly here: string },
): Response | Promise<Response> {
  // With its address: Chromium does not look again by itself where the address it stands at has a #part.
  context.header('Refresh', `2; url=${props.here}`);
  return uploadPage(desk, context, { title, children: <Working {...props} /> });
}

/** The fields of a form of texts; of several with one name, the last. */
export async function fieldsOf(context: Context): Promise<Readonly<Record<string, string>>> {
  const form = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
}
